#include "runtime/cli/request.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "runtime/cli/options.h"
#include "runtime/disk_files.h"

namespace cli {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;
using Error = std::expected<void, std::string>;

std::map<std::string, std::string> process_environment() {
  std::map<std::string, std::string> out;
  for (char** at = environ; at != nullptr && *at != nullptr; ++at) {
    auto [name, value] = frame::name_and_value(*at);
    if (!name.empty()) out.emplace(std::move(name), std::move(value));
  }
  return out;
}

Error read_pairs(const Arguments& arguments, const frame::Option& row, Pairs& out) {
  for (const std::string& text : arguments.values(row)) {
    auto pair = frame::name_and_value(text);
    if (pair.first.empty()) {
      return std::unexpected(fmt::format("`{}` takes {}, not `{}`", row.name, row.value, text));
    }
    out.push_back(std::move(pair));
  }
  return {};
}

Error read_levels(const Arguments& arguments, std::vector<LevelRule>& out) {
  Pairs pairs;
  if (const Error read = read_pairs(arguments, option::kSeverity, pairs); !read) return read;
  for (const auto& [name, level] : pairs) {
    auto rule = level_rule(name, level);
    if (!rule) return std::unexpected("`--severity`: " + rule.error());
    out.push_back(std::move(*rule));
  }
  return {};
}

Error read_date(const Arguments& arguments, runtime::Host& host, facts::Date& out) {
  const std::string_view text = arguments.value(option::kAsOf);
  if (!arguments.has(option::kAsOf)) {
    const auto since = host.now().time_since_epoch();
    out = facts::date_of(std::chrono::duration_cast<std::chrono::seconds>(since).count());
    return {};
  }
  const std::optional<facts::Date> date = facts::parse_date(text);
  if (!date) return std::unexpected(fmt::format("`--as-of` takes a day such as 2026-11-24, not `{}`", text));
  out = *date;
  return {};
}

Error read(const Arguments& arguments, runtime::Host& host, Request& out) {
  sema::Options& sema = out.options.sema;
  if (const Error done = read_pairs(arguments, option::kDefine, sema.defines); !done) return done;
  if (const Error done = read_pairs(arguments, option::kSet, sema.sets); !done) return done;
  if (const Error done = read_pairs(arguments, option::kInput, sema.inputs); !done) return done;
  if (const Error done = read_levels(arguments, out.levels); !done) return done;
  return read_date(arguments, host, out.options.today);
}

std::expected<void, runtime::HostError> params_exist(const std::vector<std::string>& files) {
  const runtime::DiskFiles disk;
  for (const std::string& file : files) {
    const base::FileKind kind = disk.kind(file);
    if (kind == base::FileKind::file) continue;
    return std::unexpected(
        runtime::host_error("read", file, kind == base::FileKind::folder ? EISDIR : ENOENT));
  }
  return {};
}

}  // namespace

std::expected<Request, Exit> make_request(const Arguments& arguments, Console& console) {
  Request out;
  if (const Error done = read(arguments, console.host(), out); !done)
    return std::unexpected(console.usage(done.error()));
  out.environment = std::make_shared<const std::map<std::string, std::string>>(process_environment());
  out.options.sema.environment = out.environment.get();
  out.options.sema.params_files = arguments.values(option::kParams);
  if (const auto there = params_exist(out.options.sema.params_files); !there) {
    return std::unexpected(console.world(there.error()));
  }
  out.error_on_warning = arguments.value(option::kErrorOn) == "warning";
  return out;
}

}  // namespace cli
