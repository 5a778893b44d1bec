#include "runtime/cli/remark_text.h"

#include <fmt/format.h>

#include "runtime/cli/frame/words.h"
#include "runtime/human.h"

namespace cli {

namespace {

std::string_view what(snapshot::RemarkKind kind) {
  using Kind = snapshot::RemarkKind;
  switch (kind) {
    case Kind::git_folder: return "is the history of the repository";
    case Kind::virtual_environment: return "is a folder of installed packages";
    case Kind::cache_folder: return "is a cache";
    case Kind::earlier_outputs: return "is left from earlier runs";
    case Kind::large_file: return "is large";
    case Kind::notebook_output: return "is a notebook with its outputs";
    case Kind::link_outside: return "is a link out of the folder: what it leads to goes";
    case Kind::link_broken: return "is a link that leads nowhere: the official client fails on it";
    case Kind::names_differ_in_case: return "differs in case only from";
    case Kind::script_with_crlf: return "has Windows line ends: a shell does not find its interpreter";
    case Kind::both_ignore_files: return "is not read, since there is an .amlignore";
    case Kind::empty_amlignore: return "says nothing, and so turns .gitignore off";
    case Kind::byte_order_mark: return "begins with a byte order mark: its first line never matches";
    case Kind::pattern_rejected: return "is refused by the official client, which then uploads nothing";
    case Kind::nested_ignore_file: return "is not read: only that of the top folder counts";
  }
  return "";
}

}  // namespace

std::string remark_text(const snapshot::Remark& remark) {
  const std::string line = remark.line == 0 ? "" : fmt::format(":{}", remark.line);
  const std::string pattern = remark.kind == snapshot::RemarkKind::pattern_rejected && !remark.other.empty()
                                  ? fmt::format(" `{}`", remark.other)
                                  : "";
  std::string out = fmt::format("{}{}{} {}", remark.path, line, pattern, what(remark.kind));
  if (remark.kind == snapshot::RemarkKind::names_differ_in_case) out += fmt::format(" {}", remark.other);
  if (remark.files > 0) out += fmt::format(": {}", frame::counted(remark.files, "file"));
  if (remark.bytes > 0)
    out += fmt::format("{} {}", remark.files > 0 ? "," : ":", runtime::human_size(remark.bytes));
  return out;
}

}  // namespace cli
