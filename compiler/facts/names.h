// Rules for the names of Azure's things. Source of the patterns: the service's published resource schema of
// 2026-05-01 (Azure/azure-resource-manager-schemas at a1454431) and the path parameters of its REST client;
// those marked `client` are what the official client (azure-ai-ml 1.4.0) refuses.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "facts/date.h"

namespace facts {

inline constexpr Date kNamesAsOf{2026, 11, 23};

enum class NameOf : std::uint8_t {
  compute,         // 3-24 letters, digits, -; a letter first; not `-` and digits last
  workspace,       // 3-33 letters, digits, _, -; a letter or digit first
  connection,      // as workspace
  registry,        // as workspace
  asset,           // environment, data, component, model, datastore, code, job, schedule: 1-255, as workspace
  endpoint,        // client: 3-32 letters, digits, -; a letter first, no - last; deployments too
  step,            // client: a-z, 0-9, _; no digit first
  component_file,  // client: as step, a letter first
  io_key,          // client: letters, digits, _; no digit first
  pipeline_input,  // client: io_keys joined with dots
  uuid,            // 8-4-4-4-12 hex digits
  resource_group,  // 1-90 characters
};

// What is wrong with a name: bytes begin…end of it, and a clause for the label of a diagnostic.
struct NameFault {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string what;
};

// The first fault of a name; nothing where the service takes it.
std::optional<NameFault> check_name(NameOf of, std::string_view name);
// The whole rule in words: "3 to 24 letters, digits and `-`; a letter first; not `-` and digits at the end".
std::string_view rule_of(NameOf of);
// The name with its faulty characters replaced, where that gives a name by the rule; else empty.
std::string mended_name(NameOf of, std::string_view name);

// `Microsoft` or `AzureML`, where an environment's name starts with one: those are kept for curated
// environments. The case rule of the service is not documented: `exact` tells whether the case is the
// documented one. Empty: neither.
struct ReservedPrefix {
  std::string_view prefix = {};
  bool exact = false;
};
ReservedPrefix reserved_environment_prefix(std::string_view name);

// The name that the client gives to environments without one (azure-ai-ml 1.4.0).
inline constexpr std::string_view kAnonymousEnvironment = "CliV2AnonymousEnvironment";
// The output that is the job's own artifact store; the service answers 400 for it, in any case.
bool is_reserved_output(std::string_view name);

// `512mb` is written `512m`: digits and one of b, k, m, g, more than 0. Nothing where the text is right.
std::optional<NameFault> check_shm_size(std::string_view text);
// Whether a text satisfies the service's pattern for what must not be blank: a letter, a digit or `_` in it.
bool is_not_blank(std::string_view text);

}  // namespace facts
