// Likely secrets in the code that is uploaded: everyone who can read the workspace's storage can read them.
#include <fmt/format.h>

#include "rules/code_folders.h"
#include "rules/rules.h"
#include "rules/walk.h"
#include "snapshot/secrets.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(secret_in_upload, warning, "`{}` is uploaded, and looks like {}", std::string,
                      std::string_view)
AMLJOB_DIAGNOSTIC_ROW(secret_in_uploaded_text, warning, "`{}` is uploaded, and seems to hold {}", std::string,
                      std::string_view)

// What a check may read: it is asked for in a second.
constexpr snapshot::SecretLimits kLimits{.file_bytes = 256 << 10, .total_bytes = 16 << 20};

void check(const Context& context, const CodeFolder& folder, base::Diagnostics& diagnostics) {
  const snapshot::Snapshot& snapshot = snapshot_of(context, folder.path);
  for (const snapshot::LikelySecret& secret : snapshot::likely_secrets(context.files, snapshot, kLimits)) {
    const std::string path = snapshot.single_file ? folder.path : base::join_path(folder.path, secret.path);
    const base::Span at = folder.field->value.at;
    if (secret.line == 0) {
      diagnostics.report(at, secret_in_upload, path, secret.what)
          .with_help(fmt::format("list `{}` in `.amlignore`, and give the job what it needs as a `secret`",
                                 secret.path));
      continue;
    }
    base::Diagnostic& report = diagnostics.report(at, secret_in_uploaded_text, path, secret.what);
    if (const base::FileId file = source_of(context, path); file != 0) {
      const base::Source& source = context.model.sources[file];
      const std::uint32_t begin = source.line_begin(secret.line);
      report.note({file, begin, begin + static_cast<std::uint32_t>(source.line(secret.line).size())},
                  "in this line");
    }
    report.with_help("take it out of the file (and let it be replaced, where it was uploaded before)");
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const CodeFolder& folder : code_folders(context)) check(context, folder, diagnostics);
}

constexpr const base::DiagnosticInfo* kReports[] = {&secret_in_upload, &secret_in_uploaded_text};

}  // namespace

const Rule kUploadedSecrets{kReports, run};

}  // namespace rules
