#include "runtime/local/store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <thread>

#include "runtime/disk_files.h"
#include "runtime/local/liveness.h"
#include "runtime/local/log_file.h"
#include "runtime/local/names.h"
#include "runtime/local/place.h"
#include "runtime/local/python.h"
#include "runtime/local/run.h"
#include "runtime/local/tracking.h"
#include "runtime/memory_host.h"
#include "runtime/posix_host.h"
#include "runtime/scratch_folder.h"

namespace local {
namespace {

using namespace std::chrono_literals;

Record record_of(const std::string& name, Time created) {
  Record record;
  record.name = name;
  record.state = State::completed;
  record.created = created;
  return record;
}

class Stored : public testing::Test {
 protected:
  void keep(const Record& record) const {
    scratch.file("state/runs/" + record.name + "/run.json", to_json(record));
  }
  std::string error(std::string_view name) const {
    const auto found = find_run(store, name);
    return found ? "" : found.error().message;
  }

  runtime::ScratchFolder scratch;
  Store store{scratch.path("state")};
};

TEST(OpenStore, takes_the_flag_then_xdg_then_home) {
  runtime::MemoryHost host;
  EXPECT_FALSE(open_store(host, ""));
  host.variables = {{"HOME", "/home/me"}};
  EXPECT_EQ(open_store(host, "")->folder, "/home/me/.local/state/amljob");
  host.variables["XDG_STATE_HOME"] = "relative/is/ignored";
  EXPECT_EQ(open_store(host, "")->folder, "/home/me/.local/state/amljob");
  host.variables["XDG_STATE_HOME"] = "/xdg";
  EXPECT_EQ(open_store(host, "")->folder, "/xdg/amljob");
  EXPECT_EQ(open_store(host, "/flag/")->folder, "/flag");
}

TEST_F(Stored, found_by_name_beginning_and_latest) {
  keep(record_of("brave-otter-7k", Time(1s)));
  keep(record_of("brave-owl-1a", Time(3s)));
  keep(record_of("calm-heron-2d", Time(2s)));
  EXPECT_EQ(find_run(store, "brave-otter-7k")->name, "brave-otter-7k");
  EXPECT_EQ(find_run(store, "calm")->name, "calm-heron-2d");
  EXPECT_EQ(find_run(store, "latest")->name, "brave-owl-1a");
  EXPECT_EQ(error("brave"), "2 runs begin with `brave`: `brave-otter-7k`, `brave-owl-1a`");
  EXPECT_EQ(error("quick"), "no run `quick`; `amljob runs` lists them");
  std::vector<std::string> names;
  for (const Record& record : all_runs(store)) names.push_back(record.name);
  EXPECT_EQ(names, (std::vector<std::string>{"brave-owl-1a", "calm-heron-2d", "brave-otter-7k"}));
}

TEST_F(Stored, empty_store_and_broken_records) {
  EXPECT_TRUE(all_runs(store).empty());
  EXPECT_EQ(error("latest"), "there are no runs yet; `amljob run FILE` makes one");
  scratch.file("state/runs/broken/run.json", "{\"name\": 1, \"state\":");
  scratch.file("state/runs/odd/run.json", "{\"name\": 1, \"state\": []}");
  EXPECT_TRUE(all_runs(store).empty());
  EXPECT_EQ(error("broken"), "the record of run `broken` cannot be read");
}

TEST_F(Stored, records_survive_the_round_trip) {
  Record record = record_of("a-b-1c", Time(1700000000123ms));
  record.state = State::failed;
  record.started = Time(1700000001000ms);
  record.exit_code = 3;
  record.reason = "exit code 3";
  record.command = "echo \"é\" \xff";
  record.inputs = {{"x", "uri_file", "ro_mount", "/data", "/data", true}};
  record.outputs = {{"model", "custom_model", "outputs/model", "azureml://d", 5, 1}};
  record.variables = {{"Z", "1"}, {"A", "2"}};
  record.time_limit_ms = 1000;
  record.warnings = {"w"};
  const auto again = from_json(to_json(record));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->created, record.created);
  EXPECT_EQ(again->started, record.started);
  EXPECT_FALSE(again->ended);
  EXPECT_EQ(again->variables, record.variables);
  record.command = again->command;  // the byte that is no UTF-8 was replaced
  EXPECT_EQ(to_json(*again), to_json(record));
}

TEST_F(Stored, run_of_a_program_that_is_gone_is_dead) {
  Record record = record_of("mine-1a", Time(1s));
  record.state = State::running;
  record.keeper = current_keeper();
  keep(record);
  EXPECT_EQ(find_run(store, "mine-1a")->state, State::running);
  record.name = "reused-pid-1a";
  record.keeper.started_ticks += 1;
  keep(record);
  EXPECT_EQ(find_run(store, "reused-pid-1a")->state, State::dead);
  record.keeper = current_keeper();
  record.keeper.boot = "another boot";
  keep(record);
  EXPECT_EQ(find_run(store, "reused-pid-1a")->state, State::dead);
  record.keeper.host = "another-machine";
  keep(record);
  EXPECT_EQ(find_run(store, "reused-pid-1a")->state, State::running);
}

TEST_F(Stored, killed_program_leaves_a_dead_run_with_its_log) {
  const pid_t program = fork();
  if (program == 0) {
    runtime::PosixHost host;
    const runtime::DiskFiles files;
    const Job job{.name = "train", .command = {{.text = "echo kept > outputs/a; echo started; sleep 600"}}};
    [[maybe_unused]] const auto record = run(job, store, host, files, {});
    _exit(0);
  }
  const auto log = [&] {
    const std::vector<Record> runs = all_runs(store);
    return runs.empty() ? "" : scratch.text("state/runs/" + runs[0].name + "/user_logs/std_log.txt");
  };
  for (int i = 0; i < 500 && log() != "started\n"; ++i) std::this_thread::sleep_for(10ms);
  EXPECT_EQ(all_runs(store)[0].state, State::running);
  EXPECT_FALSE(remove_run(store, all_runs(store)[0].name));
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  const Record record = all_runs(store).at(0);
  EXPECT_EQ(record.state, State::dead);
  EXPECT_EQ(output_files(store, record.name).size(), 2u);
  EXPECT_TRUE(remove_run(store, record.name));
  EXPECT_TRUE(all_runs(store).empty());
}

TEST_F(Stored, remove_wants_the_whole_name_and_stays_inside) {
  keep(record_of("brave-otter-7k", Time(1s)));
  scratch.file("state/precious", "x");
  EXPECT_FALSE(remove_run(store, "brave"));
  EXPECT_FALSE(remove_run(store, "latest"));
  EXPECT_FALSE(remove_run(store, ".."));
  EXPECT_FALSE(remove_run(store, ""));
  EXPECT_TRUE(remove_run(store, "brave-otter-7k"));
  EXPECT_EQ(scratch.text("state/precious"), "x");
}

TEST_F(Stored, new_runs_never_share_a_name) {
  std::set<std::string> names;
  std::vector<std::thread> threads;
  std::mutex mutex;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 50; ++j) {
        const auto name = new_run(store);
        const std::lock_guard lock(mutex);
        if (name) names.insert(*name);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(names.size(), 200u);
}

TEST_F(Stored, store_that_cannot_be_made_is_an_error) {
  store.folder = scratch.file("plain", "") + "/state";
  const auto name = new_run(store);
  ASSERT_FALSE(name);
  EXPECT_EQ(name.error().message,
            "cannot create folder `" + store.folder + "`: a part of the path is not a folder");
}

TEST(Names, are_valid_as_names_of_jobs) {
  for (int i = 0; i < 200; ++i) {
    const std::string name = random_name();
    EXPECT_LE(name.size(), 30u);
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos) << name;
    EXPECT_EQ(std::count(name.begin(), name.end(), '-'), 2) << name;
  }
}

TEST(LogFile, full_disk_is_said) {
  auto log = LogFile::open("/dev/full");
  ASSERT_TRUE(log);
  EXPECT_FALSE(log->write("x"));
  EXPECT_EQ(log->error()->message, "cannot write `/dev/full`: no space left on the disk");
  EXPECT_FALSE(log->write("y"));
}

TEST(Place, needs_a_link_only_for_odd_paths) {
  const runtime::ScratchFolder scratch;
  EXPECT_EQ(Place::make(scratch.path())->shown(), scratch.path());
  scratch.file("a b/x", "1");
  std::string shown;
  {
    const auto place = Place::make(scratch.path("a b"));
    ASSERT_TRUE(place);
    shown = place->shown();
    EXPECT_EQ(shown.find(' '), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(shown + "/x"));
  }
  EXPECT_FALSE(std::filesystem::exists(shown));
  EXPECT_EQ(scratch.text("a b/x"), "1");
}

TEST(Tracking, addresses_are_in_percent) { EXPECT_EQ(file_uri("/a b/é'"), "file:///a%20b/%C3%A9%27"); }

TEST(Python, is_the_first_on_path) {
  const runtime::ScratchFolder scratch;
  scratch.file("one/python", "not executable");
  scratch.file("two/python", "#!/bin/sh\necho /real/python; echo 3.1.4\n");
  std::filesystem::permissions(scratch.path("two/python"), std::filesystem::perms::owner_all);
  runtime::MemoryHost host;
  host.variables["PATH"] = scratch.path("one") + ":" + scratch.path("two");
  host.play = [](const runtime::Process& process) {
    runtime::PosixHost real;
    return *real.run(process);
  };
  const auto python = find_python(host);
  ASSERT_TRUE(python);
  EXPECT_EQ(python->path, scratch.path("two/python"));
  EXPECT_EQ(python->executable, "/real/python");
  EXPECT_EQ(python->version, "3.1.4");
  EXPECT_FALSE(find_python(host, "no-such-python"));
}

}  // namespace
}  // namespace local
