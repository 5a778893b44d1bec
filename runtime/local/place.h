// Where a run's files lie, by a path that the job's shell takes as one word.
#pragma once

#include <expected>
#include <string>

#include "runtime/host.h"

namespace local {

class Place {
 public:
  // Where the run's folder has a blank or the like in its path, a link in /tmp stands for it as long as this
  // lives.
  static std::expected<Place, runtime::HostError> make(const std::string& run_folder);
  ~Place();
  Place(Place&& other) noexcept;
  Place& operator=(Place&&) = delete;

  const std::string& folder() const { return folder_; }  // for us
  const std::string& shown() const { return shown_; }    // for the job

 private:
  Place(std::string folder, std::string shown, std::string link_folder)
      : folder_(std::move(folder)), shown_(std::move(shown)), link_folder_(std::move(link_folder)) {}

  std::string folder_;
  std::string shown_;
  std::string link_folder_;  // empty: no link was needed
};

}  // namespace local
