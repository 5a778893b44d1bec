// The state of one analysis, shared by the files of this folder and seen by nobody else: what is declared
// where, and what has been evaluated already.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sema/diagnostics.h"
#include "sema/model.h"

namespace sema {

struct Module;
struct Instance;

// A loop variable and, through `outer`, those around it.
struct Binding {
  const Binding* outer = nullptr;
  surface::Name name;
  Value value;
};

// Where an expression stands: names are looked up in its loops, then in its file.
struct Where {
  Module* module = nullptr;
  const Binding* loop = nullptr;
};

enum class Progress : std::uint8_t { untouched, busy, done };

// Declarations that an expression named, by their name or through `NAME.FIELD`.
using Mentions = std::vector<const Declaration*>;

struct Let {
  surface::Name name = {};
  surface::ExprId value = 0;
  Where where = {};
  Progress progress = Progress::untouched;
  Value result = {};
  bool used = false;
  Mentions mentions = {};  // passed on to whoever uses it
};

// `list of string` as a type of values.
struct ValueType {
  Known known = Known::nothing;
  Known of = Known::nothing;  // list, map: of the elements, where given
};

struct Parameter {
  Param* out = nullptr;
  const surface::Item* item = nullptr;
  Where where;
  ValueType type;
  Progress progress = Progress::untouched;
  Value result;
};

// A member of a declaration, evaluated when it is first asked for.
struct Slot {
  std::string_view key = {};
  const surface::Member* member = nullptr;
  Progress progress = Progress::untouched;
  Entry entry = {};  // of this declaration alone, without what it extends
  Mentions mentions = {};
};

// A declaration as written, in one iteration of the loops around it.
struct Instance {
  const surface::Item* item = nullptr;
  Where where = {};
  Declaration* out = nullptr;
  Instance* base = nullptr;  // what it extends
  bool base_known = false;
  std::vector<Slot> slots = {};                                    // all made at once: places in it stay
  std::unordered_map<std::string_view, std::size_t> slot_of = {};  // where there are more than kIndexedFrom
  const Map* changes = nullptr;                                    // of --set and --input, merged last
  Progress progress = Progress::untouched;                         // of `whole`
  Map merged = {};
  bool completed = false;  // something that this version does not check uses it, and may complete it
  Mentions mentions = {};  // of all members that count, inherited ones too
};

struct Import {
  Module* module = nullptr;  // nullptr: could not be read
  const surface::Item* item = nullptr;
  bool used = false;
};

struct Symbol {
  enum class Kind : std::uint8_t { declaration, param, let, secret, module } kind;
  std::size_t index = 0;  // in the Session's list of that kind; module: in the Module's imports
  surface::Name name = {};
  Import* through = nullptr;  // the import that shows it here, where one does
};

struct Module {
  std::string path;
  surface::Document* document = nullptr;
  std::unordered_map<std::string_view, Symbol> names;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_kind;  // kind → instances, for job["x"]
  std::deque<Import> imports;
  bool unknown_loop = false;  // a loop over a param without a value: its names are not known
};

// Something that is being evaluated: a let or param, or a declaration's member.
struct Pending {
  std::string_view of;  // the declaration; empty: a let or param
  std::string_view name;
  Span at;
  bool operator==(const Pending& other) const { return of == other.of && name == other.name; }
};

struct Session {
  Model& model;
  const base::Files& files;
  const Options& options;
  base::Diagnostics& diagnostics;

  std::deque<Module> modules = {};    // [0] is the root
  std::deque<Module> fragments = {};  // texts that are no file of the program: the command line, params files
  std::map<std::string, Module*> module_of = {};  // by path
  std::deque<Instance> instances = {};
  std::deque<Let> lets = {};
  std::deque<Parameter> parameters = {};
  std::deque<Binding> bindings = {};
  std::deque<std::pair<const surface::Item*, Where>> assertions = {};
  std::unordered_map<const Declaration*, Instance*> instance_of = {};
  std::unordered_map<const schema::Field*, Value> fallbacks = {};  // defaults, read once
  std::vector<Pending> path = {};                                  // what is being evaluated, for cycles
  std::string_view member =
      {};  // the member whose value is being evaluated: a hint for what a name should be
  Mentions* mentions = nullptr;  // where what is named now is noted; nullptr: nowhere
  std::uint32_t depth = 0;
  std::size_t elements = 0;    // made by loops and functions so far
  std::size_t text_bytes = 0;  // made by text so far

  const surface::Document& document(const Where& where) const { return *where.module->document; }
};

// Bounds of every expansion (language.md): what reaches one is reported once and is Poison from there on.
inline constexpr std::size_t kMaxElements = 1'000'000;
inline constexpr std::size_t kMaxTextBytes = 64u << 20;
inline constexpr std::size_t kMaxDeclarations = 100'000;
inline constexpr std::uint32_t kMaxDepth = 400;

// Up to so many keys are looked up one by one.
inline constexpr std::size_t kIndexedFrom = 16;

// Counts `more` elements; reports at `at` and says false where that is more than the bound.
bool within_elements(Session& session, std::size_t more, Span at);
bool within_text(Session& session, std::size_t more, Span at);

// `-D`, `--set` and `--input` stand in a source of their own, so that what is wrong with them can be pointed
// at.
Span on_command_line(Session& session, std::string_view text);

// Reports that `what` needs itself, with the way round.
void report_cycle(Session& session, const Pending& what);

// Notes that what is being evaluated names a declaration.
inline void mention(Session& session, const Declaration& declaration) {
  if (session.mentions) session.mentions->push_back(&declaration);
}

inline Value poison(Span at) { return {Poison{}, at}; }

}  // namespace sema
