// What goes with the code that is not meant, and what is too much. Source: azure-ai-ml 1.4.0 (warning at 100
// MB), limits of the older client (facts/limits.h), and what users complain of (Azure/azureml-previews#111
// and others).
#include <fmt/format.h>

#include <algorithm>

#include "facts/limits.h"
#include "rules/code_folders.h"
#include "rules/rules.h"
#include "snapshot/remarks.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(empty_code, error, "nothing of `{}` would be uploaded", std::string)
AMLJOB_DIAGNOSTIC_ROW(large_snapshot, warning, "`{}` uploads {}", std::string, std::string)
AMLJOB_DIAGNOSTIC_ROW(needless_upload, warning, "`{}` is uploaded with the code", std::string)
AMLJOB_DIAGNOSTIC_ROW(doubtful_upload, hint, "{}", std::string)
AMLJOB_DIAGNOSTIC_ROW(refused_pattern, warning, "the official client refuses `{}`", std::string)

using snapshot::RemarkKind;

void check_size(const CodeFolder& folder, const snapshot::Snapshot& snapshot,
                base::Diagnostics& diagnostics) {
  const bool heavy = snapshot.bytes > facts::kUploadWarnBytes;
  if (!heavy && snapshot.files.size() <= facts::kSnapshotFiles) return;
  const auto largest = std::max_element(snapshot.files.begin(), snapshot.files.end(),
                                        [](const auto& a, const auto& b) { return a.size < b.size; });
  diagnostics
      .report(folder.field->value.at, large_snapshot, folder.path,
              heavy ? bytes_in_words(snapshot.bytes) : counted(snapshot.files.size(), "file"))
      .with_label(fmt::format("the largest file is `{}`, {}", largest->path, bytes_in_words(largest->size)))
      .with_help(fmt::format(
          "list in `.amlignore` what the job does not need; data belongs to its inputs (known limits "
          "on {}: the client warns at 100 MB, {} files are documented)",
          facts::to_string(facts::kLimitsAsOf), facts::kSnapshotFiles));
}

std::string words_for(const snapshot::Remark& remark) {
  switch (remark.kind) {
    case RemarkKind::cache_folder:
      return fmt::format("`{}` is uploaded: files that a run makes anew", remark.path);
    case RemarkKind::earlier_outputs:
      return fmt::format("`{}` is uploaded: what an earlier run left", remark.path);
    case RemarkKind::large_file:
      return fmt::format("`{}` is uploaded, {}", remark.path, bytes_in_words(remark.bytes));
    case RemarkKind::notebook_output:
      return fmt::format("the notebook `{}` is uploaded with its outputs", remark.path);
    case RemarkKind::link_outside:
      return fmt::format("`{}` is a link out of the folder: its target is uploaded", remark.path);
    case RemarkKind::link_broken: return fmt::format("`{}` is a link that leads nowhere", remark.path);
    case RemarkKind::names_differ_in_case:
      return fmt::format("`{}` and `{}` differ in case alone", remark.path, remark.other);
    case RemarkKind::script_with_crlf:
      return fmt::format("`{}` ends its lines with CR LF, which a Linux shell does not take", remark.path);
    case RemarkKind::both_ignore_files: return "`.gitignore` is not read beside `.amlignore`";
    case RemarkKind::empty_amlignore: return "`.amlignore` says nothing, and so turns `.gitignore` off";
    case RemarkKind::byte_order_mark:
      return fmt::format("`{}` begins with a byte order mark: its first pattern never matches", remark.path);
    case RemarkKind::nested_ignore_file:
      return fmt::format("`{}` is not read: only an ignore file at the top is", remark.path);
    default: return {};
  }
}

void report_remark(const CodeFolder& folder, const snapshot::Snapshot& snapshot,
                   const snapshot::Remark& remark, base::Diagnostics& diagnostics) {
  const base::Span at = folder.field->value.at;
  const std::string pattern = remark.path;
  if (remark.kind == RemarkKind::git_folder || remark.kind == RemarkKind::virtual_environment) {
    diagnostics.report(at, needless_upload, base::join_path(folder.path, remark.path))
        .with_label(fmt::format("{}, {}", counted(remark.files, "file"), bytes_in_words(remark.bytes)))
        .with_help(fmt::format(
            "add `{}` to `{}`", pattern,
            base::join_path(folder.path, snapshot.rules.file.empty() ? ".amlignore" : snapshot.rules.file)));
  } else if (remark.kind == RemarkKind::pattern_rejected) {
    diagnostics.report(at, refused_pattern, remark.other)
        .with_label(fmt::format("line {} of `{}`: the client then uploads nothing", remark.line,
                                snapshot.rules.file));
  } else if (const std::string words = words_for(remark); !words.empty()) {
    diagnostics.report(at, doubtful_upload, words);
  }
}

void check(const Context& context, const CodeFolder& folder, base::Diagnostics& diagnostics) {
  const snapshot::Snapshot& snapshot = snapshot_of(context, folder.path);
  if (snapshot.files.empty()) {
    diagnostics.report(folder.field->value.at, empty_code, folder.path)
        .with_label(snapshot.ignored.empty()
                        ? "the folder is empty"
                        : fmt::format("every file is left out by `{}`", snapshot.rules.file))
        .with_help("the service takes no empty folder: leave `code` out, or put a file into it");
    return;
  }
  check_size(folder, snapshot, diagnostics);
  if (snapshot.single_file) return;
  for (const snapshot::Remark& remark : snapshot::remarks(context.files, snapshot)) {
    report_remark(folder, snapshot, remark, diagnostics);
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const CodeFolder& folder : code_folders(context)) check(context, folder, diagnostics);
}

constexpr const base::DiagnosticInfo* kReports[] = {&empty_code, &large_snapshot, &needless_upload,
                                                    &doubtful_upload, &refused_pattern};

}  // namespace

const Rule kUploads{kReports, run};

}  // namespace rules
