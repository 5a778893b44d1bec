// For tests of local runs: a store in a folder of its own, and what a job in it did.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "runtime/disk_files.h"
#include "runtime/local/run.h"
#include "runtime/posix_host.h"
#include "runtime/scratch_folder.h"

namespace local {

class Asked : public runtime::Interrupts {
 public:
  explicit Asked(std::function<int()> count) : count_(std::move(count)) {}
  int count() const override { return count_(); }

 private:
  std::function<int()> count_;
};

// A store in a folder of its own, and what a job in it did.
class LocalRun : public testing::Test {
 protected:
  // A Python that answers at once: one behind shims may take seconds to say its version.
  LocalRun() {
    scratch.file("python/python", "#!/bin/sh\nprintf '%s\\n' /python 3.11.2\n");
    std::filesystem::permissions(scratch.path("python/python"), std::filesystem::perms::owner_all);
    setenv("PATH", (scratch.path("python") + ":" + former_path).c_str(), 1);
  }
  ~LocalRun() override { setenv("PATH", former_path.c_str(), 1); }

  std::expected<Record, runtime::HostError> start(const Job& job) {
    return run(job, store, host, files, options, events);
  }

  Record ran(const Job& job) {
    events.output = [this](std::string_view bytes) { output += bytes; };
    auto record = start(job);
    EXPECT_TRUE(record) << record.error().message;
    return record ? *record : Record{};
  }

  std::string error(const Job& job) {
    const auto record = start(job);
    return record ? "" : record.error().message;
  }

  std::string kept(const Record& record, const std::string& path) {
    return scratch.text("state/runs/" + record.name + "/" + path);
  }

  static Job shell(const std::string& command) { return {.name = "train", .command = {{.text = command}}}; }

  const std::string former_path = getenv("PATH");
  runtime::ScratchFolder scratch;
  Store store{scratch.path("state")};
  runtime::PosixHost host;
  runtime::DiskFiles files;
  RunOptions options;
  Events events;
  std::string output;
};

}  // namespace local
