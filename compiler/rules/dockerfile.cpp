// What a builder or the service refuses in a Dockerfile, and what means something else than it looks. Source:
// formats/dockerfile.h; size and ONBUILD: how-to-troubleshoot-environments.md at 05e88d3d (2026-07-02); the
// builder: build logs of the service up to 2024-10.
#include "formats/dockerfile.h"

#include <fmt/format.h>

#include "facts/limits.h"
#include "rules/code_folders.h"
#include "rules/dockerfiles.h"
#include "rules/rules.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(no_from, error, "this Dockerfile has no `FROM`")
AMLJOB_DIAGNOSTIC_ROW(unknown_instruction, error, "a Dockerfile has no instruction `{}`", std::string)
AMLJOB_DIAGNOSTIC_ROW(dockerfile_syntax, error, "the builder refuses `{}`", std::string)
AMLJOB_DIAGNOSTIC_ROW(dockerfile_not_text, error, "this Dockerfile is no text in UTF-8")
AMLJOB_DIAGNOSTIC_ROW(dockerfile_shell, error, "the shell refuses the text of this `{}`", std::string)
AMLJOB_DIAGNOSTIC_ROW(dockerfile_too_large, error, "this Dockerfile has {}, and the service takes 100 KB",
                      std::string)
AMLJOB_DIAGNOSTIC_ROW(trailing_comment, error, "a comment behind `{}` is part of it", std::string)
AMLJOB_DIAGNOSTIC_ROW(onbuild, error, "the service refuses `ONBUILD`")
AMLJOB_DIAGNOSTIC_ROW(needs_buildkit, warning, "`{}` is known to fail in the service's builder", std::string)
AMLJOB_DIAGNOSTIC_ROW(empty_continuation, warning, "an empty line stands within `{}`", std::string)
AMLJOB_DIAGNOSTIC_ROW(json_like_list, warning, "this looks like a JSON list and is none")

using Kind = formats::DockerProblemKind;

// The instruction that a place lies in, for headlines.
std::string keyword_at(const formats::Dockerfile& file, formats::Range at) {
  std::string keyword = "FROM";
  for (const formats::Instruction& one : file.instructions) {
    if (one.at.begin <= at.begin) keyword = one.keyword;
  }
  return keyword;
}

// The piece in one line, cut where it is long.
std::string excerpt(std::string_view text, formats::Range at) {
  constexpr std::size_t kMost = 40;
  std::string_view piece = formats::text_at(text, at);
  const std::size_t line = piece.find('\n');
  const bool cut = line != std::string_view::npos || piece.size() > kMost;
  piece = piece.substr(0, std::min(line, kMost));
  while (cut && !piece.empty() && (static_cast<unsigned char>(piece.back()) & 0xC0) == 0x80)
    piece.remove_suffix(1);
  return std::string(piece) + (cut ? "…" : "");
}

base::Diagnostic* report(const DockerfileOf& of, const formats::DockerProblem& problem,
                         base::Diagnostics& diagnostics) {
  const base::Span at = of.place.at(problem.at);
  const std::string text = excerpt(of.place.text(), problem.at);
  const std::string keyword = keyword_at(of.file, problem.at);
  switch (problem.kind) {
    case Kind::not_text: return &diagnostics.report(at, dockerfile_not_text);
    case Kind::no_from: return &diagnostics.report(at, no_from);
    case Kind::unknown_instruction: return &diagnostics.report(at, unknown_instruction, text);
    case Kind::trailing_comment: return &diagnostics.report(at, trailing_comment, keyword);
    case Kind::onbuild: return &diagnostics.report(at, onbuild);
    case Kind::needs_buildkit: return &diagnostics.report(at, needs_buildkit, text);
    case Kind::bad_shell: return &diagnostics.report(at, dockerfile_shell, keyword);
    case Kind::empty_continuation: return &diagnostics.report(at, empty_continuation, keyword);
    case Kind::json_like: return &diagnostics.report(at, json_like_list);
    case Kind::redirected_version: return nullptr;  // the rule of that name reports it, in commands too
    default: return &diagnostics.report(at, dockerfile_syntax, text);
  }
}

std::string help_for(Kind kind) {
  switch (kind) {
    case Kind::no_from: return "start with the image that it builds on: `FROM mcr.microsoft.com/azureml/…`";
    case Kind::trailing_comment: return "write the comment on a line of its own";
    case Kind::onbuild: return "write what it does here as it is, without `ONBUILD`";
    case Kind::needs_buildkit:
      return "the classic builder is known to be used in build logs up to 2024-10; write a plain `RUN` or "
             "`COPY`";
    case Kind::empty_continuation:
      return "take the line away, or write `#` in it: builders say that this will be an error";
    case Kind::json_like:
      return "write it as `[\"program\", \"argument\"]`, or without brackets for the shell";
    default: return {};
  }
}

void check(const DockerfileOf& of, base::Diagnostics& diagnostics) {
  for (const formats::DockerProblem& problem : of.file.problems) {
    base::Diagnostic* made = report(of, problem, diagnostics);
    if (!made) continue;
    made->with_label(problem.what).with_help(help_for(problem.kind));
    if (problem.instead && of.place.exact(problem.at)) {
      made->fix("write `" + *problem.instead + "`", base::Safe::no,
                {{of.place.at(problem.at), of.place.spelled(*problem.instead)}});
    }
  }
  if (of.place.text().size() > facts::kDockerfileBytes) {
    diagnostics.report(of.field->name_at, dockerfile_too_large, bytes_in_words(of.place.text().size()))
        .with_help("put long scripts into files of a build context");
  }
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  for (const DockerfileOf& one : dockerfiles(context)) check(one, diagnostics);
}

constexpr const base::DiagnosticInfo* kReports[] = {
    &no_from,          &unknown_instruction,  &dockerfile_syntax, &dockerfile_not_text,
    &dockerfile_shell, &dockerfile_too_large, &trailing_comment,  &onbuild,
    &needs_buildkit,   &empty_continuation,   &json_like_list};

}  // namespace

const Rule kDockerfile{kReports, run};

}  // namespace rules
