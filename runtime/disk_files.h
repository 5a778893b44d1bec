// The disk as the compiler sees it. Keeps the names of all that was asked for: those are the inputs of a
// build.
#pragma once

#include <mutex>
#include <set>

#include "base/files.h"

namespace runtime {

// Paths are relative to `folder` ("" is the current one). Safe to use from several threads.
class DiskFiles : public base::Files {
 public:
  explicit DiskFiles(std::string folder = {}) : folder_(std::move(folder)) {}

  // Refuses (with nothing) folders, devices, pipes, and files over 64 MiB.
  std::optional<std::string> read(std::string_view path) const override;
  base::FileKind kind(std::string_view path) const override;
  // Links are followed, but not in circles; broken ones are passed over.
  std::vector<base::FileEntry> list(std::string_view folder) const override;
  bool stream(std::string_view path, const std::function<void(std::string_view)>& take) const override;
  std::vector<base::Stray> strays(std::string_view folder) const override;

  // What was read so far, by the names it was asked by, sorted.
  std::vector<std::string> files_read() const;

 private:
  std::string at(std::string_view path) const;

  std::string folder_;
  mutable std::mutex mutex_;
  mutable std::set<std::string, std::less<>> read_;
};

}  // namespace runtime
