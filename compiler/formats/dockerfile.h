// Reads the text of a Dockerfile: parser directives, continuations, comments, heredocs, stages, both forms of
// arguments; as BuildKit's parser does, and notes where the classic builder, which the service uses, would
// refuse it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/docker_lines.h"
#include "formats/docker_tables.h"
#include "formats/range.h"

namespace formats {

struct DockerFlag {
  std::string name;  // without `--`
  std::string value;
  bool has_value = false;
  Range at;
};

struct Heredoc {
  std::string name;  // the word that ends it
  Range at;          // of `<<NAME`
  Range body;        // without the ending line
  bool expands = true;
  bool closed = true;
};

struct Instruction {
  DockerInstruction kind = DockerInstruction::unknown;
  std::string keyword;  // as written
  Range keyword_at;
  Range at;  // from the keyword to the end of the last line, heredocs not included
  std::vector<DockerFlag> flags;
  bool json = false;              // the arguments were a JSON list
  std::vector<DockerWord> words;  // the arguments after the flags; pairs are NAME=VALUE, or NAME and a VALUE
  DockerText rest;                // all that follows the flags, on one line
  std::vector<Heredoc> heredocs;
  std::optional<std::size_t> stage;  // none before the first FROM

  const DockerFlag* flag(std::string_view name) const;
};

struct DockerStage {
  std::size_t from = 0;  // index of the FROM instruction
  std::string image;     // as written
  Range image_at;
  // With the defaults of the ARGs before the first FROM filled in. Nothing where a variable has no default.
  std::optional<std::string> resolved;
  bool has_variables = false;
  bool scratch = false;
  std::optional<std::size_t> base;  // an earlier stage that it is built on
  std::string name;                 // AS; empty: none
  Range name_at;
};

enum class DockerProblemKind : std::uint8_t {
  // The builder refuses the file.
  not_text,             // a NUL, or no UTF-8
  no_from,              // no FROM at all
  before_from,          // an instruction other than ARG before the first FROM
  unknown_instruction,  // `instead` has the nearest one
  bad_directive,        // # escape with another character; one given twice
  bad_arguments,        // too few, too many, not the form that it takes
  bad_flag,             // a flag that the instruction does not have
  bad_image,            // FROM: not an image reference
  bad_stage,            // a stage's name: not one, or used twice, or not there
  unclosed,             // a heredoc or quote that never ends
  trailing_comment,     // `COPY a b # text`: `#` starts a comment at the start of a line only
  // The service refuses it.
  onbuild,
  // The classic builder refuses it.
  needs_buildkit,
  // The shell that runs it refuses it.
  bad_shell,
  // It means something else than it looks.
  empty_continuation,  // an empty line within an instruction
  json_like,           // ['a', 'b']: taken for the shell
  redirected_version,  // RUN pip install numpy>=1.2: the shell writes into a file
};

struct DockerProblem {
  DockerProblemKind kind;
  Range at;
  std::string what;  // a clause for a label
  std::optional<std::string> instead = std::nullopt;
};

struct Dockerfile {
  char escape = '\\';
  std::string syntax;  // of `# syntax=`; empty: none
  std::vector<Instruction> instructions;
  std::vector<DockerStage> stages;
  std::vector<DockerProblem> problems;  // in order of their places
};

Dockerfile parse_dockerfile(std::string_view text);

// A source of COPY or ADD that is looked for in the build context (no URL, no heredoc, not from another
// stage).
struct CopySource {
  std::size_t instruction = 0;
  std::string path;  // as written; relative to the context, also with a leading `/`
  Range at;
  bool is_pattern = false;    // has `*`, `?` or `[`
  bool has_variable = false;  // its path is not known
};
std::vector<CopySource> copy_sources(const Dockerfile& file);

// Whether a text that should be a Dockerfile's is likely the path of one: `./Dockerfile`,
// `docker/gpu.dockerfile`.
bool looks_like_dockerfile_path(std::string_view text);

// Fills in `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+other}`. Nothing where a value is not known.
std::optional<std::string> substituted(std::string_view text,
                                       const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace formats
