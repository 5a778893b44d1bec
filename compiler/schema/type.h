// What a field takes. A type is data: checker, completion, hover, reference pages, JSON Schema and REST read
// it.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "schema/version.h"

namespace schema {

struct Block;

enum class Shape : std::uint8_t {
  string,
  integer,
  number,
  boolean,
  duration,   // REST: ISO 8601, `PT30M`
  size,       // REST: as docker writes it, `4g`: the largest unit of b, k, m, g that divides it
  word,       // a string of a fixed set
  list,       // of Type::of
  map,        // string keys of the author's choice, values of Type::of
  block,      // Type::block
  reference,  // a declaration of Type::kinds, or a string that names one (Type::forms)
  secret,     // a `secret`
  path,       // a file or folder beside the file that says so, or an address (Type::forms)
  arguments,  // a list of words, lists of words, and deferred values: quoted for the shell
  inputs,     // typed entries
  outputs,
  any,  // a string, number or boolean, sent as it is
};

// A word of a fixed set, and how the service spells it.
struct Word {
  std::string_view name;
  std::string_view rest = {};  // empty: as `name`
  std::string_view doc = {};
  Api since = Api::first;
  std::span<const std::string_view> was = {};  // other spellings, of older tools: an error with a fix
};

// What a string in a reference or path field may be.
enum Form : std::uint16_t {
  form_local = 1,        // a path that exists; Type::must_be says what
  form_asset = 2,        // azureml:NAME:VERSION, azureml:NAME@LABEL
  form_named = 4,        // azureml:NAME, of a kind without versions
  form_registry = 8,     // azureml://registries/R/KINDS/N/versions/V
  form_arm_id = 16,      // /subscriptions/… (or azureml:/subscriptions/…)
  form_datastore = 32,   // azureml://datastores/D/paths/P (and the long form)
  form_job_output = 64,  // azureml://jobs/J/outputs/O/paths/P
  form_web = 128,        // https: and http:
  form_storage = 256,    // wasbs: abfss: adl:
  form_run = 512,        // runs:/…
  form_word = 1024,      // one of Type::words, such as "serverless"
};

enum class MustBe : std::uint8_t { anything, file, folder };

// Where deferred values may stand in a field.
enum class Defer : std::uint8_t { no, text, whole, text_undocumented };

// A pattern for a name: letters, digits and what else, by position; facts/names has the rules.
enum class NameRule : std::uint8_t {
  none,
  compute,
  workspace,
  connection,
  registry,
  asset,        // environment, data, component, model, datastore, job: 1-255 letters, digits, _ and -
  environment,  // asset, and no reserved prefix
  endpoint,
  io_key,  // input and output names
  step,
  uuid,
};

struct Type {
  Shape shape = Shape::string;
  const Type* of = nullptr;
  const Block* block = nullptr;      // block; reference: the body it takes in place, where it takes one
  std::span<const Word> words = {};  // word; form_word; boolean: how the service spells true and false
  std::span<const std::string_view> kinds = {};  // reference: names of kinds
  std::uint16_t forms = 0;
  MustBe must_be = MustBe::anything;
  NameRule name_rule = NameRule::none;
  std::int64_t min =
      std::numeric_limits<std::int64_t>::min();  // integer, number; duration in s; size in bytes
  std::int64_t max = std::numeric_limits<std::int64_t>::max();
  bool not_blank = false;  // holds a letter, digit or _: the service's pattern [a-zA-Z0-9_]
  bool file_text = false;  // string: the text of a file, not its path
};

}  // namespace schema
