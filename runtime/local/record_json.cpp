#include <fmt/core.h>

#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

#include "runtime/human.h"
#include "runtime/local/record.h"

namespace local {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::milliseconds;

std::string time_text(Time time) {
  const auto count = std::chrono::floor<milliseconds>(time).time_since_epoch().count() % 1000;
  std::string text = runtime::utc_time(time);
  text.insert(text.size() - 1, fmt::format(".{:03}", count));
  return text;
}

std::optional<Time> time_of(const Json& object, const char* key) {
  const std::string text = object.value(key, "");
  std::tm parts = {};
  int thousandths = 0;
  const int read = std::sscanf(text.c_str(), "%d-%d-%dT%d:%d:%d.%dZ", &parts.tm_year, &parts.tm_mon,
                               &parts.tm_mday, &parts.tm_hour, &parts.tm_min, &parts.tm_sec, &thousandths);
  if (read != 7) return std::nullopt;
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  return std::chrono::system_clock::from_time_t(timegm(&parts)) + milliseconds(thousandths);
}

State state_of(std::string_view name) {
  for (const State state : {State::preparing, State::running, State::completed, State::failed}) {
    if (state_name(state) == name) return state;
  }
  return State::canceled;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

Json pairs_json(const Pairs& pairs) {
  Json object = Json::object();
  for (const auto& [name, value] : pairs) object[name] = value;
  return object;
}

Pairs pairs_of(const Json& object, const char* key) {
  Pairs pairs;
  const Json members = object.value(key, Json::object());
  for (const auto& [name, value] : members.items()) pairs.emplace_back(name, value.get<std::string>());
  return pairs;
}

Json inputs_json(const Record& record) {
  Json all = Json::array();
  for (const InputRecord& input : record.inputs) {
    Json one = {{"name", input.name}, {"type", input.type}};
    if (!input.mode.empty()) one["mode"] = input.mode;
    one["value"] = input.value;
    if (!input.path.empty()) one["path"] = input.path;
    if (input.changed) one["changed"] = true;
    all.push_back(std::move(one));
  }
  return all;
}

Json outputs_json(const Record& record) {
  Json all = Json::array();
  for (const OutputRecord& output : record.outputs) {
    Json one = {{"name", output.name}, {"type", output.type}, {"path", output.path}};
    if (!output.destination.empty()) one["destination"] = output.destination;
    one["bytes"] = output.bytes;
    one["files"] = output.files;
    all.push_back(std::move(one));
  }
  return all;
}

Json snapshot_json(const SnapshotRecord& snapshot) {
  return {{"folder", snapshot.folder},
          {"files", snapshot.files},
          {"bytes", snapshot.bytes},
          {"ignored_files", snapshot.ignored_files},
          {"ignored_bytes", snapshot.ignored_bytes},
          {"hash_sha256", snapshot.content_hash}};
}

void add_progress(Json& object, const Record& record) {
  object["state"] = state_name(record.state);
  object["created"] = time_text(record.created);
  if (record.started) object["started"] = time_text(*record.started);
  if (record.ended) object["ended"] = time_text(*record.ended);
  if (record.exit_code) object["exit_code"] = *record.exit_code;
  if (record.signal != 0) object["signal"] = record.signal;
  if (record.timed_out) object["timed_out"] = true;
  if (!record.reason.empty()) object["reason"] = record.reason;
}

void read_progress(const Json& object, Record& record) {
  record.state = state_of(object.at("state").get<std::string>());
  record.created = time_of(object, "created").value_or(Time{});
  record.started = time_of(object, "started");
  record.ended = time_of(object, "ended");
  if (object.contains("exit_code")) record.exit_code = object["exit_code"].get<int>();
  record.signal = object.value("signal", 0);
  record.timed_out = object.value("timed_out", false);
  record.reason = object.value("reason", "");
}

void read_ports(const Json& object, Record& record) {
  for (const Json& one : object.value("inputs", Json::array())) {
    record.inputs.push_back({one.value("name", ""), one.value("type", ""), one.value("mode", ""),
                             one.value("value", ""), one.value("path", ""), one.value("changed", false)});
  }
  for (const Json& one : object.value("outputs", Json::array())) {
    record.outputs.push_back({one.value("name", ""), one.value("type", ""), one.value("path", ""),
                              one.value("destination", ""), one.value("bytes", std::uint64_t{0}),
                              one.value("files", std::uint64_t{0})});
  }
}

void read_surroundings(const Json& object, Record& record) {
  const Json snapshot = object.value("snapshot", Json::object());
  record.snapshot = {snapshot.value("folder", ""),
                     snapshot.value("files", std::uint64_t{0}),
                     snapshot.value("bytes", std::uint64_t{0}),
                     snapshot.value("ignored_files", std::uint64_t{0}),
                     snapshot.value("ignored_bytes", std::uint64_t{0}),
                     snapshot.value("hash_sha256", "")};
  const Json python = object.value("python", Json::object());
  record.python = python.value("path", "");
  record.python_version = python.value("version", "");
  const Json keeper = object.value("keeper", Json::object());
  record.keeper = {keeper.value("host", ""), keeper.value("boot", ""), keeper.value("pid", std::int64_t{0}),
                   keeper.value("started_ticks", std::int64_t{0})};
}

Record read_record(const Json& object) {
  Record record;
  record.name = object.at("name").get<std::string>();
  record.job = object.value("job", "");
  record.kind = object.value("kind", "");
  record.display_name = object.value("display_name", "");
  record.experiment = object.value("experiment", "");
  record.description = object.value("description", "");
  record.source = object.value("source", "");
  record.environment = object.value("environment", "");
  read_progress(object, record);
  record.command = object.value("command", "");
  if (object.contains("time_limit_ms")) record.time_limit_ms = object["time_limit_ms"].get<std::int64_t>();
  read_ports(object, record);
  record.variables = pairs_of(object, "variables");
  record.tags = pairs_of(object, "tags");
  read_surroundings(object, record);
  record.warnings = object.value("warnings", std::vector<std::string>());
  return record;
}

}  // namespace

std::string to_json(const Record& record) {
  Json object = {{"version", 1}, {"name", record.name}, {"job", record.job}, {"kind", record.kind}};
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) object[key] = text;
  };
  add("display_name", record.display_name);
  add("experiment", record.experiment);
  add("description", record.description);
  add("source", record.source);
  add("environment", record.environment);
  add_progress(object, record);
  object["command"] = record.command;
  if (record.time_limit_ms) object["time_limit_ms"] = *record.time_limit_ms;
  object["inputs"] = inputs_json(record);
  object["outputs"] = outputs_json(record);
  object["variables"] = pairs_json(record.variables);
  object["tags"] = pairs_json(record.tags);
  object["snapshot"] = snapshot_json(record.snapshot);
  object["python"] = {{"path", record.python}, {"version", record.python_version}};
  object["keeper"] = {{"host", record.keeper.host},
                      {"boot", record.keeper.boot},
                      {"pid", record.keeper.pid},
                      {"started_ticks", record.keeper.started_ticks}};
  if (!record.warnings.empty()) object["warnings"] = record.warnings;
  // A value need not be UTF-8: what is not is replaced, since JSON must be.
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Record> from_json(std::string_view text) {
  const Json object = Json::parse(text, nullptr, false);
  if (!object.is_object() || !object.contains("name") || !object.contains("state")) return std::nullopt;
  try {
    return read_record(object);
  } catch (const Json::exception&) {
    return std::nullopt;  // a member of another type: not ours
  }
}

}  // namespace local
