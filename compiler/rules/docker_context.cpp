// A build context without its Dockerfile, and files that a Dockerfile copies and its context lacks. Source:
// the builder stops at both; a Dockerfile's text is sent as a context of its own, which holds nothing else.
#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "facts/limits.h"
#include "formats/glob.h"
#include "rules/code_folders.h"
#include "rules/docker_ignore.h"
#include "rules/dockerfiles.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(no_dockerfile, error, "there is no `{}` in `{}`", std::string_view, std::string_view)
AMLJOB_DIAGNOSTIC_ROW(not_in_context, error, "`{}` is not in the build context", std::string)
AMLJOB_DIAGNOSTIC_ROW(context_without_files, warning, "`{}` copies the Dockerfile, and nothing else",
                      std::string)
AMLJOB_DIAGNOSTIC_ROW(large_context, warning, "this build context has {}", std::string)

void check_dockerfile(const Context& context, const sema::Body& body, std::string_view folder, Seen& seen,
                      base::Diagnostics& diagnostics) {
  const std::string_view path = body.text("docker.build_context.dockerfile_path");
  if (path.empty() || context.files.kind(base::join_path(folder, path)) == base::FileKind::file) return;
  const sema::FieldValue* named = given(body, "docker.build_context.dockerfile_path");
  const sema::FieldValue* at = named ? named : body.at_path("docker.build_context.path");
  if (!seen.first(at->value_at)) return;
  base::Diagnostic& report = diagnostics.report(at->value_at, no_dockerfile, path, folder);
  const snapshot::Snapshot& snapshot = snapshot_of(context, folder);
  if (const auto near = nearest_file(snapshot, path); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  }
  report.with_help("`dockerfile_path` says which file of the folder is the Dockerfile");
}

// What the builder sees of a context: what goes, without what .dockerignore leaves out.
struct Seeing {
  const snapshot::Snapshot& snapshot;
  DockerIgnore ignore;
  base::FileId ignore_file = 0;

  bool sees(std::string_view path) const { return !ignore.ignores(path); }
};

bool is_at_or_below(std::string_view path, std::string_view folder) {
  return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

// Files that a source means, of those that go or of those that are left out.
bool means(const formats::CopySource& source, std::string_view wanted, std::string_view path) {
  if (wanted.empty() || wanted == ".") return true;
  if (!source.is_pattern) return is_at_or_below(path, wanted);
  // A pattern may name a folder: try each start of the path.
  for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
    if (formats::glob_matches(wanted, path.substr(0, end))) return true;
    if (end == std::string_view::npos) return false;
  }
}

base::Span line_of(const Context& context, base::FileId file, std::uint32_t line) {
  const base::Source& source = context.model.sources[file];
  const std::uint32_t begin = source.line_begin(line);
  return {file, begin, begin + static_cast<std::uint32_t>(source.line(line).size())};
}

// Why nothing that the source means is seen.
void explain(const Context& context, const Seeing& seeing, const formats::CopySource& source,
             std::string_view wanted, base::Diagnostic& report) {
  for (const snapshot::File& file : seeing.snapshot.files) {
    if (!means(source, wanted, file.path)) continue;
    report.with_label("it is there, and `.dockerignore` leaves it out");
    report.note(line_of(context, seeing.ignore_file, *seeing.ignore.ignores(file.path)), "by this line");
    return;
  }
  for (const snapshot::Ignored& file : seeing.snapshot.ignored) {
    if (!means(source, wanted, file.path)) continue;
    report.with_label(fmt::format("it is there, and `{}` leaves it out", seeing.snapshot.rules.file));
    report.note(ignore_line(context, seeing.snapshot, file.by), "by this line");
    return;
  }
  if (wanted.starts_with("..")) {
    report.with_label("a context ends at its own folder");
  } else if (const auto near = nearest_file(seeing.snapshot, wanted); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  } else {
    report.with_label(
        fmt::format("`{}` holds {}", seeing.snapshot.folder, counted(seeing.snapshot.files.size(), "file")));
  }
  report.with_help("paths count from the folder of the build context");
}

void check_folder(const Context& context, const DockerfileOf& of, base::Diagnostics& diagnostics) {
  Seeing seeing{snapshot_of(context, of.context), {}};
  const base::FileId ignore = source_of(context, base::join_path(of.context, ".dockerignore"));
  if (ignore != 0) {
    seeing.ignore = read_dockerignore(context.model.sources[ignore].text());
    seeing.ignore_file = ignore;
  }
  for (const formats::CopySource& source : formats::copy_sources(of.file)) {
    if (source.has_variable) continue;
    std::string_view path = source.path;
    while (path.starts_with('/')) path.remove_prefix(1);
    const std::string wanted = base::join_path("", path);
    const auto& files = seeing.snapshot.files;
    const bool found = std::any_of(files.begin(), files.end(), [&](const snapshot::File& file) {
      return seeing.sees(file.path) && means(source, wanted, file.path);
    });
    if (found) continue;
    explain(context, seeing, source, wanted,
            diagnostics.report(of.place.at(source.at), not_in_context, source.path));
  }
}

void check_text(const DockerfileOf& of, base::Diagnostics& diagnostics) {
  for (const formats::CopySource& source : formats::copy_sources(of.file)) {
    const std::string wanted = base::join_path("", source.path);
    if (wanted == "Dockerfile") continue;
    const base::Span at = of.place.at(source.at);
    const bool all = wanted == "." || wanted == "/" || wanted == "*";
    base::Diagnostic& report = all ? diagnostics.report(at, context_without_files, source.path)
                                   : diagnostics.report(at, not_in_context, source.path);
    report.with_label("the context of a Dockerfile given as text holds the Dockerfile alone")
        .with_help("put both into a folder and write `build_context { path = \"FOLDER\" }`");
  }
}

void check_size(const Context& context, std::string_view folder, const sema::FieldValue& path,
                base::Diagnostics& diagnostics) {
  const snapshot::Snapshot& snapshot = snapshot_of(context, folder);
  const bool many = snapshot.files.size() > facts::kBuildContextFiles;
  if (!many && snapshot.bytes <= facts::kBuildContextBytes) return;
  diagnostics
      .report(path.value_at, large_context,
              many ? counted(snapshot.files.size(), "file") : bytes_in_words(snapshot.bytes))
      .with_help(fmt::format(
          "documented are at most {} files and 1 MB (known on {}); leave out in `.amlignore` what "
          "the Dockerfile does not copy",
          facts::kBuildContextFiles, facts::to_string(facts::kLimitsAsOf)));
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    const std::string_view folder = local_path(*environment->body, "docker.build_context.path");
    if (folder.empty()) continue;
    check_dockerfile(context, *environment->body, folder, seen, diagnostics);
    const sema::FieldValue* path = environment->body->at_path("docker.build_context.path");
    if (seen.first(path->name_at)) check_size(context, folder, *path, diagnostics);
  }
  for (const DockerfileOf& one : dockerfiles(context)) {
    if (one.context.empty()) {
      check_text(one, diagnostics);
    } else {
      check_folder(context, one, diagnostics);
    }
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&no_dockerfile, &not_in_context, &context_without_files,
                                                    &large_context};

}  // namespace

const Rule kDockerContext{kReports, run};

}  // namespace rules
