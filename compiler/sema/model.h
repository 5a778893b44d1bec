// The checked program: what every later stage reads.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/files.h"
#include "base/source.h"
#include "sema/value.h"
#include "surface/document.h"

namespace sema {

// `secret NAME = env("VAR")`: the name of a source, never a value.
struct Secret {
  enum class Source : std::uint8_t { env, file, keyvault, broken } source = Source::broken;
  std::string_view name;    // as declared; artifacts say <secret:NAME>
  std::string_view first;   // the variable, the path, the vault
  std::string_view second;  // keyvault: the secret's name
  Span name_at;
  mutable std::uint32_t uses = 0;
};

struct Declaration {
  const schema::Kind* kind = nullptr;
  std::string_view name;        // the identifier; empty: anonymous, or a workspace without one
  std::string_view azure_name;  // the field `name`, else the identifier
  bool existing = false;
  bool extended = false;    // another extends it, or uses it with changes
  bool incomplete = false;  // something is missing that those give: a template, and not emitted
  bool anonymous = false;
  bool imported = false;
  const Declaration* base = nullptr;
  Span name_at;           // of the name; of the kind where it has none
  Span at;                // all of it
  Span base_at;           // of the name after extends
  std::string iteration;  // `size = "s"`: what the loop's variables were; empty outside
  Span loop_at;
  const Body* body = nullptr;  // nullptr: so wrong that nothing could be checked
  std::string_view doc;
  std::vector<const Declaration*> uses;  // what its fields refer to, each once, in order
  mutable std::uint32_t used = 0;        // by other declarations (extends does not count)
};

struct Param {
  std::string_view name;
  Span name_at;
  bool has_value = false;  // by the command line, a params file or a default
  bool used = false;
};

struct Options {
  std::vector<std::pair<std::string, std::string>> defines;  // -D NAME=VALUE, in order
  std::vector<std::string> params_files;                     // --params, in order
  std::vector<std::pair<std::string, std::string>> sets;     // --set PATH=VALUE
  std::vector<std::pair<std::string, std::string>> inputs;   // --input NAME=VALUE, of the target
  std::string target;                                        // KIND.NAME or a name; empty: all
  bool need_values = false;  // build, run: a param without a value is an error
  const std::map<std::string, std::string>* environment = nullptr;  // for env(…)
};

// The path of the sources that stand for what the command line gives.
inline constexpr std::string_view kCommandLine = "command line";

// Everything that compiling read: the inputs of a build.
struct Inputs {
  std::map<std::string, std::string> files;                     // path → bytes
  std::map<std::string, std::optional<std::string>> variables;  // env(…): name → value, nothing where unset
};

struct Model {
  base::SourceMap sources;
  base::Arena arena;
  std::vector<std::unique_ptr<surface::Document>> documents;
  std::deque<Declaration> declarations;  // in the order of the text; anonymous bodies after their owner
  std::deque<Secret> secrets;
  std::deque<Param> params;
  Inputs inputs;
  std::string root;                         // path of the file that was compiled
  std::vector<const Declaration*> targets;  // what was asked for, else all that nothing refers to

  const Declaration* find(std::string_view kind, std::string_view name) const;
};

}  // namespace sema
