// What the compiler may ask of the file system. Stages take a Files and never touch the disk themselves, so
// that tests run on a map and every file that was read is known.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class FileKind : std::uint8_t { missing, file, folder };

struct FileEntry {
  std::string path;  // relative to the folder that was listed, with /
  std::uint64_t size = 0;
};

// What a listing of files leaves out, and someone may want to know.
enum class StrayKind : std::uint8_t { empty_folder, broken_link, link_outside };

struct Stray {
  std::string path;  // relative to the folder that was listed, with /
  StrayKind kind;
  bool operator==(const Stray&) const = default;
};

class Files {
 public:
  virtual ~Files() = default;
  // The bytes of a file; nothing where it cannot be read.
  virtual std::optional<std::string> read(std::string_view path) const = 0;
  virtual FileKind kind(std::string_view path) const = 0;
  // Every file below a folder, sorted by bytes of the path, links followed; no folders. Empty where there is
  // no folder. Of a file: itself, by its base name.
  virtual std::vector<FileEntry> list(std::string_view folder) const = 0;
  // Gives the bytes of a file in pieces, however many there are (read() refuses the largest); false where it
  // cannot be read.
  virtual bool stream(std::string_view path, const std::function<void(std::string_view)>& take) const;
  // Empty folders, links that lead nowhere, links that lead out of the folder; sorted by path.
  virtual std::vector<Stray> strays(std::string_view folder) const;
};

// `path` seen from the folder of `file`; an absolute path stays. Lexically normal: no `.`, no inner `..`.
std::string beside(std::string_view file, std::string_view path);
// `path` seen from `folder` ("" is the current one). Lexically normal.
std::string join_path(std::string_view folder, std::string_view path);
// The folder of a path: "" where it has none.
std::string_view folder_of(std::string_view path);
// The last part of a path, without a trailing `/`.
std::string_view name_of(std::string_view path);

}  // namespace base
