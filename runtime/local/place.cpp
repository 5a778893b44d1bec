#include "runtime/local/place.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "runtime/local/copy.h"

namespace local {

std::expected<Place, runtime::HostError> Place::make(const std::string& run_folder) {
  if (plain_word(run_folder)) return Place(run_folder, run_folder, {});
  std::string folder = "/tmp/amljob-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) {
    return std::unexpected(runtime::host_error("create folder", folder, errno));
  }
  const std::string link = folder + "/run";
  Place place(run_folder, link, folder);
  std::error_code error;
  std::filesystem::create_directory_symlink(run_folder, link, error);
  if (error) return std::unexpected(runtime::host_error("link", link, error.value()));
  return place;
}

Place::Place(Place&& other) noexcept
    : folder_(std::move(other.folder_)),
      shown_(std::move(other.shown_)),
      link_folder_(std::exchange(other.link_folder_, {})) {}

Place::~Place() {
  if (link_folder_.empty()) return;
  std::error_code ignored;
  std::filesystem::remove_all(link_folder_, ignored);  // the link, not what it points to
}

}  // namespace local
