#include "ir/collect.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>

#include "facts/names.h"
#include "ir/diagnostics.h"
#include "ir/identity.h"
#include "ir/image.h"
#include "ir/job.h"
#include "ir/upload.h"

namespace ir {

namespace {

using sema::Declaration;
using Index = std::optional<std::size_t>;

std::optional<StepKind> kind_of(const Declaration& declaration) {
  if (declaration.existing || !declaration.body || declaration.kind->collection.empty()) return std::nullopt;
  // Without a name it says where all goes, and is not sent.
  if (!declaration.kind->named && declaration.name.empty()) return std::nullopt;
  return step_kind(declaration.kind->name);
}

class Collector {
 public:
  Collector(sema::Model& model, const base::Files& files, const Settings& settings,
            base::Diagnostics& diagnostics)
      : model_(model), files_(files), settings_(settings), diagnostics_(diagnostics) {}

  Index add(const Declaration& declaration) {
    const auto known = made_.find(&declaration);
    if (known != made_.end()) return known->second;
    made_[&declaration] = std::nullopt;
    std::set<std::size_t> needs;
    for (const Declaration* used : declaration.uses) {
      owners_.try_emplace(used, &declaration);
      if (const Index index = add(*used)) needs.insert(*index);
    }
    const std::optional<StepKind> kind = kind_of(declaration);
    if (!kind) return std::nullopt;
    Step step = started(*kind, declaration);
    complete(step, needs);
    step.needs.assign(needs.begin(), needs.end());
    return made_[&declaration] = kept(std::move(step));
  }

  Collected result() {
    Collected out;
    for (const Declaration* target : model_.targets) {
      if (const Index index = add(*target)) out.targets.push_back(*index);
    }
    for (const auto& [declaration, index] : made_) {
      if (index) out.of.emplace(declaration, *index);
    }
    out.steps = std::move(steps_);
    return out;
  }

 private:
  static Step started(StepKind kind, const Declaration& declaration) {
    Step step;
    step.kind = kind;
    step.declaration = &declaration;
    step.name = declaration.azure_name;
    if (!declaration.kind->versioned) return step;
    step.version = declaration.body->text("version");
    if (step.version.empty()) step.version = "1";
    return step;
  }

  std::size_t kept(Step step) {
    if (step.image && step.declaration->anonymous) {
      const auto [same, fresh] = anonymous_.try_emplace(step.version, steps_.size());
      if (!fresh) return same->second;
    }
    if (step.image) step.image->folder = folder_for(*step.declaration);
    steps_.push_back(std::move(step));
    return steps_.size() - 1;
  }

  void complete(Step& step, std::set<std::size_t>& needs) {
    switch (step.kind) {
      case StepKind::environment: complete_environment(step, needs); break;
      case StepKind::job: complete_job(step, needs); break;
      case StepKind::data: complete_data(step); break;
      default: break;
    }
  }

  void complete_environment(Step& step, std::set<std::size_t>& needs) {
    const sema::Body* login = login_of(*step.declaration);
    if (login && !login->text("username").empty()) {
      if (const Index index = add_login(*step.declaration, *login)) needs.insert(*index);
    }
    step.image = image_of(*step.declaration, model_, files_, settings_, diagnostics_);
    if (!step.image || !step.declaration->anonymous) return;
    step.name = facts::kAnonymousEnvironment;
    step.version = anonymous_version(*step.image);
  }

  void complete_job(Step& step, std::set<std::size_t>& needs) {
    const sema::Body& body = *step.declaration->body;
    if (const std::string_view code = local_path(body, "code"); !code.empty()) {
      if (const Index index = add_code(*step.declaration, code)) needs.insert(*index);
    }
    const sema::FieldValue* inputs = body.find("inputs");
    const auto* ports = inputs ? inputs->value.get<const sema::Ports*>() : nullptr;
    if (!ports) return;
    for (const sema::Port& port : (*ports)->entries) {
      const auto* path = port.value.get<const sema::Path*>();
      if (!path || (*path)->local.empty()) continue;
      if (const auto& upload = upload_of_data((*path)->local, port.value.at)) step.inputs.push_back(*upload);
    }
  }

  void complete_data(Step& step) {
    const std::string_view path = local_path(*step.declaration->body, "path");
    if (!path.empty()) step.upload = upload_of_data(path, step.declaration->name_at);
  }

  // Read once, however many jobs take it.
  const std::optional<Upload>& upload_of_data(std::string_view path, base::Span at) {
    const auto known = data_.find(path);
    if (known != data_.end()) return known->second;
    return data_[std::string(path)] = upload_of(files_, local(path), at, diagnostics_);
  }

  // Environments that log in to one registry share its connection, so they log in alike.
  Index add_login(const Declaration& environment, const sema::Body& login) {
    const std::string name = connection_name(login.text("address"));
    const auto known = logins_.find(name);
    if (known != logins_.end()) {
      const Declaration& first = *steps_[known->second].owner;
      if (!same_login(*login_of(first), login)) {
        diagnostics_.report(login.at, two_logins, login.text("address"))
            .note(login_of(first)->at, "the other one");
      }
      return known->second;
    }
    Step step;
    step.kind = StepKind::connection;
    step.name = name;
    step.owner = &environment;
    steps_.push_back(std::move(step));
    return logins_[name] = steps_.size() - 1;
  }

  static bool same_login(const sema::Body& a, const sema::Body& b) {
    const auto secret = [](const sema::Body& login) -> const sema::Secret* {
      const sema::FieldValue* password = login.find("password");
      const auto* value = password ? password->value.get<const sema::Secret*>() : nullptr;
      return value ? *value : nullptr;
    };
    return a.text("username") == b.text("username") && secret(a) == secret(b);
  }

  // Jobs of one code folder share its asset.
  Index add_code(const Declaration& job, std::string_view path) {
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
    steps_.push_back(std::move(step));
    return codes_[std::string(path)] = steps_.size() - 1;
  }

  LocalPath local(std::string_view path) const {
    return {path, settings_.current_folder, settings_.need_workspace};
  }

  // A folder of its own for what is built: named after the declaration, or the job that it stands in.
  std::string folder_for(const Declaration& environment) {
    std::string name = file_name(environment.name.empty() ? environment.azure_name : environment.name);
    const auto owner = owners_.find(&environment);
    if (environment.anonymous && owner != owners_.end()) {
      name = fmt::format("{}-environment", file_name(owner->second->name));
    }
    std::string free = name;
    for (int i = 2; !folders_.insert(free).second; ++i) free = fmt::format("{}-{}", name, i);
    return free;
  }

  sema::Model& model_;
  const base::Files& files_;
  const Settings& settings_;
  base::Diagnostics& diagnostics_;
  std::vector<Step> steps_;
  std::map<const Declaration*, Index> made_;
  std::map<const Declaration*, const Declaration*> owners_;  // who used it first
  std::map<std::string, std::size_t, std::less<>> logins_, anonymous_;
  std::map<std::string, Index, std::less<>> codes_;
  std::map<std::string, std::optional<Upload>, std::less<>> data_;
  std::set<std::string> folders_;
};

}  // namespace

std::string file_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c == '.' && !out.empty()) || c == '_' || c == '-';
    out += plain ? c : '-';
  }
  return out;
}

Collected collect(sema::Model& model, const base::Files& files, const Settings& settings,
                  base::Diagnostics& diagnostics) {
  return Collector(model, files, settings, diagnostics).result();
}

}  // namespace ir
