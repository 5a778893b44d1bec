#include "ir/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "facts/names.h"
#include "ir/identity.h"
#include "ir/image.h"
#include "ir/job.h"
#include "ir/upload.h"

namespace ir {

namespace {

struct KindWord {
  std::string_view word;
  StepKind kind;
};
constexpr std::array<KindWord, 9> kWords = {{{"registry", StepKind::registry},
                                             {"workspace", StepKind::workspace},
                                             {"connection", StepKind::connection},
                                             {"datastore", StepKind::datastore},
                                             {"code", StepKind::code},
                                             {"environment", StepKind::environment},
                                             {"data", StepKind::data},
                                             {"compute", StepKind::compute},
                                             {"job", StepKind::job}}};

std::optional<StepKind> kind_of(const sema::Declaration& declaration) {
  if (declaration.existing || !declaration.body || declaration.kind->collection.empty()) return std::nullopt;
  // Without a name it says where all goes, and is not sent.
  if (!declaration.kind->named && declaration.name.empty()) return std::nullopt;
  for (const KindWord& one : kWords) {
    if (one.word == declaration.kind->name) return one.kind;
  }
  return std::nullopt;
}

// Makes the steps, each thing once.
class Collector {
 public:
  Collector(sema::Model& model, const base::Files& files, const Settings& settings,
            base::Diagnostics& diagnostics)
      : model_(model), files_(files), settings_(settings), diagnostics_(diagnostics) {}

  std::optional<std::size_t> add(const sema::Declaration& declaration) {
    const auto known = made_.find(&declaration);
    if (known != made_.end()) return known->second;
    made_[&declaration] = std::nullopt;
    std::set<std::size_t> needs;
    for (const sema::Declaration* used : declaration.uses) {
      if (const auto index = add(*used)) needs.insert(*index);
    }
    const std::optional<StepKind> kind = kind_of(declaration);
    if (!kind) return std::nullopt;
    Step step;
    step.kind = *kind;
    step.declaration = &declaration;
    step.name = declaration.azure_name;
    if (declaration.kind->versioned) {
      step.version = declaration.body->text("version");
      if (step.version.empty()) step.version = "1";
    }
    complete(step, needs);
    step.needs.assign(needs.begin(), needs.end());
    steps.push_back(std::move(step));
    made_[&declaration] = steps.size() - 1;
    return steps.size() - 1;
  }

  std::vector<Step> steps;

 private:
  void complete(Step& step, std::set<std::size_t>& needs) {
    switch (step.kind) {
      case StepKind::environment: complete_environment(step, needs); break;
      case StepKind::job: complete_job(step, needs); break;
      case StepKind::data: complete_data(step); break;
      default: break;
    }
  }

  void complete_environment(Step& step, std::set<std::size_t>& needs) {
    if (const sema::Body* login = login_of(*step.declaration)) {
      if (!login->text("username").empty()) needs.insert(add_login(*step.declaration, *login));
    }
    step.image = image_of(*step.declaration, model_, files_, settings_, diagnostics_);
    if (!step.image) return;
    step.image->folder = folder_for(*step.declaration);
    if (!step.declaration->anonymous) return;
    step.name = facts::kAnonymousEnvironment;
    step.version = anonymous_version(*step.image);
  }

  void complete_job(Step& step, std::set<std::size_t>& needs) {
    const sema::Body& body = *step.declaration->body;
    if (const std::string_view code = local_path(body, "code"); !code.empty()) {
      if (const auto index = add_code(*step.declaration, code)) needs.insert(*index);
    }
    const sema::FieldValue* inputs = body.find("inputs");
    const auto* ports = inputs ? inputs->value.get<const sema::Ports*>() : nullptr;
    if (!ports) return;
    for (const sema::Port& port : (*ports)->entries) {
      const auto* path = port.value.get<const sema::Path*>();
      if (!path || (*path)->local.empty()) continue;
      if (auto upload = upload_of(files_, local((*path)->local), port.value.at, diagnostics_)) {
        step.inputs.push_back(std::move(*upload));
      }
    }
  }

  void complete_data(Step& step) {
    const std::string_view path = local_path(*step.declaration->body, "path");
    if (!path.empty()) step.upload = upload_of(files_, local(path), step.declaration->name_at, diagnostics_);
  }

  std::size_t add_login(const sema::Declaration& environment, const sema::Body& login) {
    const std::string name = connection_name(login.text("address"));
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].kind == StepKind::connection && steps[i].name == name) return i;
    }
    Step step;
    step.kind = StepKind::connection;
    step.name = name;
    step.owner = &environment;
    steps.push_back(std::move(step));
    return steps.size() - 1;
  }

  // Jobs of one code folder share its asset.
  std::optional<std::size_t> add_code(const sema::Declaration& job, std::string_view path) {
    const auto known = codes_.find(path);
    if (known != codes_.end()) return known->second;
    std::optional<Upload> upload =
        upload_of(files_, local(path), job.body->find("code")->value.at, diagnostics_);
    if (!upload) return codes_[std::string(path)] = std::nullopt;
    Step step;
    step.kind = StepKind::code;
    step.name = code_name(upload->name, upload->object_hash, upload->content_hash);
    step.version = "1";
    step.owner = &job;
    step.upload = std::move(upload);
    steps.push_back(std::move(step));
    return codes_[std::string(path)] = steps.size() - 1;
  }

  LocalPath local(std::string_view path) const { return {path, settings_.current_folder}; }

  // A folder of its own for what is built: named after the declaration, or the job that it stands in.
  std::string folder_for(const sema::Declaration& environment) {
    std::string name(environment.name);
    if (name.empty()) name = environment.azure_name;
    for (const sema::Declaration& one : model_.declarations) {
      const bool owns = std::find(one.uses.begin(), one.uses.end(), &environment) != one.uses.end();
      if (environment.anonymous && owns) name = fmt::format("{}-environment", one.name);
    }
    std::string free = name;
    for (int i = 2; !folders_.insert(free).second; ++i) free = fmt::format("{}-{}", name, i);
    return free;
  }

  sema::Model& model_;
  const base::Files& files_;
  const Settings& settings_;
  base::Diagnostics& diagnostics_;
  std::map<const sema::Declaration*, std::optional<std::size_t>> made_;
  std::map<std::string, std::optional<std::size_t>, std::less<>> codes_;
  std::set<std::string> folders_;
};

// A name as a part of a file's name.
std::string file_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '.' || c == '_' || c == '-';
    out += plain ? c : '-';
  }
  return out;
}

std::vector<Step> in_order(std::vector<Step> steps, const std::vector<std::size_t>& order) {
  std::vector<std::size_t> place(steps.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Step> out;
  for (const std::size_t index : order) {
    Step& step = out.emplace_back(std::move(steps[index]));
    for (std::size_t& need : step.needs) need = place[need];
    std::sort(step.needs.begin(), step.needs.end());
    // A code asset's name is a UUID, which tells nobody anything.
    const std::string name = step.kind == StepKind::code ? step.upload->name : step.name;
    step.id = fmt::format("{:03}-{}-{}", out.size(), word(step.kind), file_name(name));
  }
  return out;
}

}  // namespace

std::string_view word(StepKind kind) {
  for (const KindWord& one : kWords) {
    if (one.kind == kind) return one.word;
  }
  return {};
}

std::vector<std::size_t> sending_order(const std::vector<Step>& steps, std::optional<std::size_t> last) {
  std::vector<std::size_t> waiting(steps.size());
  std::iota(waiting.begin(), waiting.end(), 0u);
  const auto rank = [&](std::size_t index) {
    return std::pair(index == last, static_cast<int>(steps[index].kind));
  };
  std::stable_sort(waiting.begin(), waiting.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
  std::vector<std::size_t> order;
  std::vector<bool> sent(steps.size());
  while (!waiting.empty()) {
    const auto ready = std::find_if(waiting.begin(), waiting.end(), [&](std::size_t index) {
      const auto& needs = steps[index].needs;
      return std::all_of(needs.begin(), needs.end(), [&](std::size_t need) { return sent[need]; });
    });
    // The checker refuses cycles; without one there is always a step that is ready.
    const auto next = ready == waiting.end() ? waiting.begin() : ready;
    sent[*next] = true;
    order.push_back(*next);
    waiting.erase(next);
  }
  return order;
}

std::optional<std::vector<Step>> steps_of(sema::Model& model, const base::Files& files,
                                          const Settings& settings, base::Diagnostics& diagnostics) {
  Collector collector(model, files, settings, diagnostics);
  std::optional<std::size_t> last;
  for (const sema::Declaration* target : model.targets) {
    const std::optional<std::size_t> index = collector.add(*target);
    if (model.targets.size() == 1) last = index;
  }
  if (diagnostics.has_errors()) return std::nullopt;
  const std::vector<std::size_t> order = sending_order(collector.steps, last);
  return in_order(std::move(collector.steps), order);
}

}  // namespace ir
