#include "runtime/host.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstring>

namespace runtime {
namespace {

std::string reason(int error) {
  switch (error) {
    case ENOENT: return "no such file";
    case ENOTDIR: return "a part of the path is not a folder";
    case EISDIR: return "it is a folder";
    case EACCES:
    case EPERM: return "permission denied";
    case ENOSPC:
    case EDQUOT: return "no space left on the disk";
    case EROFS: return "the file system is read-only";
    case ELOOP: return "its links run in a circle";
    case ENAMETOOLONG: return "the name is too long";
    case EMFILE:
    case ENFILE: return "too many open files";
    case EFBIG: return "the file is too large";
    default: return std::strerror(error);
  }
}

}  // namespace

HostError host_error(std::string_view verb, std::string_view path, int error) {
  return {fmt::format("cannot {} `{}`: {}", verb, path, reason(error))};
}

}  // namespace runtime
