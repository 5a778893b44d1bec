// `amljob snapshot`: which files would be uploaded, and why the others would not.
#include "snapshot/snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/words.h"
#include "runtime/cli/load.h"
#include "runtime/cli/options.h"
#include "runtime/cli/remark_text.h"
#include "runtime/human.h"
#include "snapshot/remarks.h"
#include "snapshot/secrets.h"

namespace cli {

namespace {

using Json = nlohmann::ordered_json;

struct Taken {
  snapshot::Snapshot snapshot;
  std::optional<std::string> object_hash, content_hash;
};

std::expected<Taken, runtime::HostError> take(const std::string& folder, const base::Files& files) {
  Taken out{snapshot::take(files, folder), {}, {}};
  out.object_hash = snapshot::object_hash(files, out.snapshot);
  out.content_hash = snapshot::content_hash(files, out.snapshot);
  if (out.object_hash && out.content_hash) return out;
  return std::unexpected(runtime::HostError{fmt::format("cannot read all files of `{}`", folder)});
}

const snapshot::Pattern& rule_of(const Taken& taken, const snapshot::Ignored& one) {
  return taken.snapshot.rules.patterns[one.by];
}

Json json_of(const Taken& taken) {
  Json files = Json::array(), ignored = Json::array();
  for (const snapshot::File& file : taken.snapshot.files)
    files.push_back({{"path", file.path}, {"size", file.size}});
  for (const snapshot::Ignored& one : taken.snapshot.ignored) {
    const Json by = {{"file", taken.snapshot.rules.file}, {"line", rule_of(taken, one).line}};
    ignored.push_back({{"path", one.path}, {"by", by}});
  }
  return {{"folder", taken.snapshot.folder},
          {"files", std::move(files)},
          {"ignored", std::move(ignored)},
          {"object_hash", *taken.object_hash},
          {"content_hash", *taken.content_hash}};
}

// Files left out, those of one rule together, the first three of them by name.
std::string ignored_text(const Taken& taken) {
  constexpr std::size_t kNamed = 3;
  const snapshot::Snapshot& it = taken.snapshot;
  std::string out;
  for (std::uint32_t rule = 0; rule < it.rules.patterns.size(); ++rule) {
    std::vector<const snapshot::Ignored*> of;
    std::uint64_t bytes = 0;
    for (const snapshot::Ignored& one : it.ignored) {
      if (one.by != rule) continue;
      of.push_back(&one);
      bytes += one.size;
    }
    if (of.empty()) continue;
    const snapshot::Pattern& pattern = it.rules.patterns[rule];
    out += fmt::format("  by {}:{} `{}`: {}, {}\n", it.rules.file, pattern.line, pattern.text,
                       frame::counted(of.size(), "file"), runtime::human_size(bytes));
    for (std::size_t i = 0; i < std::min(of.size(), kNamed); ++i) out += fmt::format("    {}\n", of[i]->path);
    if (of.size() > kNamed) out += fmt::format("    and {} more\n", of.size() - kNamed);
  }
  return out;
}

std::string doubts_text(const Taken& taken, const base::Files& files) {
  std::string out;
  for (const snapshot::LikelySecret& secret : snapshot::likely_secrets(files, taken.snapshot)) {
    const std::string line = secret.line == 0 ? "" : fmt::format(":{}", secret.line);
    out += fmt::format("  {}{} looks like {}\n", secret.path, line, secret.what);
  }
  for (const snapshot::Remark& remark : snapshot::remarks(files, taken.snapshot)) {
    out += fmt::format("  {}\n", remark_text(remark));
  }
  for (const snapshot::GitDifference& one : snapshot::git_differences(files, taken.snapshot)) {
    out += fmt::format("  {} is {}: git reads {} otherwise\n", one.path,
                       one.uploaded ? "uploaded" : "left out", taken.snapshot.rules.file);
  }
  return out.empty() ? "" : "to look at:\n" + out;
}

std::string text_of(const Taken& taken, const base::Files& files) {
  const snapshot::Snapshot& it = taken.snapshot;
  std::string out = fmt::format("{}: {}, {}\n", it.folder, frame::counted(it.files.size(), "file"),
                                runtime::human_size(it.bytes));
  std::size_t widest = 0;
  for (const snapshot::File& file : it.files) widest = std::max(widest, file.path.size());
  for (const snapshot::File& file : it.files) {
    out += fmt::format("  {:<{}}  {:>8}\n", file.path, std::min<std::size_t>(widest, 60),
                       runtime::human_size(file.size));
  }
  if (!it.ignored.empty()) {
    out += fmt::format("left out: {}, {}\n{}", frame::counted(it.ignored.size(), "file"),
                       runtime::human_size(it.ignored_bytes), ignored_text(taken));
  }
  out += doubts_text(taken, files);
  return out + fmt::format("object hash   {}\ncontent hash  {}\n", *taken.object_hash, *taken.content_hash);
}

void add_path(const sema::Body& body, std::string_view field, std::vector<std::string>& out) {
  const sema::FieldValue* const found = body.at_path(field);
  const auto* const path = found == nullptr ? nullptr : found->value.get<const sema::Path*>();
  if (path == nullptr || (*path)->local.empty()) return;
  const std::string local((*path)->local);
  if (std::find(out.begin(), out.end(), local) == out.end()) out.push_back(local);
}

// What the program's targets, and what these use, upload.
std::vector<std::string> uploaded(const sema::Model& model) {
  std::vector<const sema::Declaration*> all = model.targets;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const sema::Declaration* use : all[i]->uses) {
      if (std::find(all.begin(), all.end(), use) == all.end()) all.push_back(use);
    }
  }
  std::vector<std::string> out;
  for (const sema::Declaration* one : all) {
    if (one->body == nullptr) continue;
    for (const std::string_view field : {"code", "path", "docker.build_context.path"})
      add_path(*one->body, field, out);
  }
  return out;
}

std::expected<std::vector<std::string>, Exit> folders_of(const Arguments& arguments, Console& console,
                                                         const base::Files& files) {
  const std::string& operand = arguments.operands[0];
  if (!operand.ends_with(".amljob") && operand != "-") {
    if (files.kind(operand) == base::FileKind::missing) {
      return std::unexpected(console.world(runtime::host_error("read", operand, ENOENT)));
    }
    if (arguments.operands.size() > 1) return std::unexpected(console.usage("a folder has no TARGET"));
    return std::vector<std::string>{operand};
  }
  const auto loaded = load(arguments, console, {.rules = false});
  if (!loaded) return std::unexpected(loaded.error());
  if (const auto good = require_good(*loaded, arguments, console); !good)
    return std::unexpected(good.error());
  std::vector<std::string> out = uploaded(loaded->model());
  if (out.empty())
    return std::unexpected(console.usage(fmt::format("nothing of `{}` uploads a folder", operand)));
  return out;
}

Exit run(const Arguments& arguments, Console& console) {
  const runtime::DiskFiles files;
  const auto folders = folders_of(arguments, console, files);
  if (!folders) return folders.error();
  const bool json = arguments.value(option::kResultFormat, "text") == "json";
  Json all = Json::array();
  for (const std::string& folder : *folders) {
    const auto taken = take(folder, files);
    if (!taken) return console.world(taken.error());
    if (json) {
      all.push_back(json_of(*taken));
    } else {
      console.out((folder == folders->front() ? "" : "\n") + text_of(*taken, files));
    }
  }
  if (json) {
    const Json& out = all.size() == 1 ? all[0] : all;
    console.out(out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
  }
  return Exit::good;
}

constexpr const frame::Option* kOptions[] = {&option::kResultFormat, &option::kDefine, &option::kParams,
                                             &option::kSet, &option::kStdinPath};
constexpr frame::Example kExamples[] = {
    {"snapshot src", "the files of a folder as they would go"},
    {"snapshot train.amljob job.train", "what a job uploads"},
    {"snapshot src --format json", "the same for a program"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, kExitErrors, kExitUsage, kExitWorld};

}  // namespace

constexpr frame::Command kSnapshot{.name = "snapshot",
                                   .doc = "Say which files would be uploaded, and why the others would not",
                                   .usage = "DIR | FILE [TARGET] [OPTION]…",
                                   .least = 1,
                                   .most = 2,
                                   .operands = frame::Operands::folders,
                                   .options = kOptions,
                                   .examples = kExamples,
                                   .exits = kExits,
                                   .run = run};

}  // namespace cli
