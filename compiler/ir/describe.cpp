#include "ir/describe.h"

#include <fmt/format.h>

#include <map>

#include "ir/describe_job.h"
#include "ir/describe_words.h"
#include "ir/job.h"

namespace ir {

namespace {

void add(Paragraph& paragraph, std::string label, std::string text) {
  if (!text.empty()) paragraph.facts.push_back({std::move(label), std::move(text)});
}

Paragraph of_home(const Plan& plan) {
  const Home& home = plan.home();
  Paragraph out{home.registry ? "registry" : "workspace", home.name, {}, false, {}};
  if (home.known) {
    out.aside = fmt::format("resource group {}, subscription {}", home.group, home.subscription);
  } else {
    out.aside = "not named; `build` needs one";
  }
  return out;
}

void say_environment(Paragraph& out, const Step& step) {
  const Image& image = *step.image;
  switch (image.source) {
    case Image::Source::named: add(out, "image", image.base); break;
    case Image::Source::dockerfile: add(out, "image", "built from the text of a Dockerfile"); break;
    case Image::Source::context:
      add(out, "image",
          image.context
              ? fmt::format("built from `{}` in {}", image.dockerfile_path, upload_words(*image.context))
              : fmt::format("built from `{}` in {}", image.dockerfile_path, image.address));
      break;
  }
  add(out, "python", fmt::format("{}; {}", image.python, image.python_source));
  const sema::Body* login = login_of(*step.declaration);
  if (!login) return;
  const sema::FieldValue* password = login->find("password");
  const auto* secret = password ? password->value.get<const sema::Secret*>() : nullptr;
  add(out, "registry",
      secret ? fmt::format("login to {} as `{}`, password from {} when submitting", login->text("address"),
                           login->text("username"), source_words(**secret))
             : std::string(login->text("address")));
}

void say_data(Paragraph& out, const Step& step) {
  if (step.upload) {
    add(out, "uploads", upload_words(*step.upload));
    return;
  }
  const sema::FieldValue* path = step.declaration->body->find("path");
  const auto* address = path ? path->value.get<const sema::Path*>() : nullptr;
  if (address) add(out, "lies at", std::string((*address)->text));
}

void say_secrets(Paragraph& out, const sema::Body& body) {
  for (const sema::Secret* secret : secrets_of(body)) {
    add(out, "secret", fmt::format("`{}` from {} when submitting", secret->name, source_words(*secret)));
  }
}

Paragraph of_step(const Plan& plan, const Step& step) {
  const sema::Declaration& declaration = *step.declaration;
  Paragraph out{std::string(word(step.kind)), step.name, {}, false, {}};
  if (step.kind == StepKind::environment && declaration.anonymous) out.name = step.image->folder;
  switch (step.kind) {
    case StepKind::environment: say_environment(out, step); return out;
    case StepKind::job: say_job(out, plan, step); return out;
    case StepKind::compute: say_compute(out, *declaration.body); break;
    case StepKind::data: say_data(out, step); break;
    default: {
      const std::string_view type = declaration.body->text("type");
      add(out, "type", std::string(type));
      add(out, "at", std::string(declaration.body->text("target")));
      add(out, "account", std::string(declaration.body->text("account_name")));
    }
  }
  say_secrets(out, *declaration.body);
  return out;
}

std::string plural(StepKind kind) {
  if (kind == StepKind::data) return "data";
  if (kind == StepKind::registry) return "registries";
  return fmt::format("{}s", word(kind));
}

std::string summary_of(const Plan& plan) {
  std::map<StepKind, std::size_t> counts;
  for (const Step& step : plan.steps()) ++counts[step.kind];
  std::string kinds;
  for (const auto& [kind, count] : counts) {
    kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", count,
                         count == 1 ? std::string(word(kind)) : plural(kind));
  }
  const std::size_t total = plan.steps().size();
  if (total == 0) return "nothing to send";
  return fmt::format("{} {}: {}", total, total == 1 ? "request" : "requests", kinds);
}

}  // namespace

Description describe(const Plan& plan) {
  Description out;
  out.paragraphs.push_back(of_home(plan));
  for (const Step& step : plan.steps()) {
    if (step.declaration) out.paragraphs.push_back(of_step(plan, step));
  }
  out.summary = summary_of(plan);
  return out;
}

std::string in_plain_words(const Plan& plan) {
  constexpr std::size_t kLabel = 11;
  const Description description = describe(plan);
  std::string out;
  for (const Paragraph& paragraph : description.paragraphs) {
    out += paragraph.kind;
    if (!paragraph.name.empty()) out += " " + paragraph.name;
    if (!paragraph.aside.empty()) out += fmt::format("  ({})", paragraph.aside);
    out += "\n";
    for (const Fact& fact : paragraph.facts) {
      out += wrapped(fmt::format("  {:<{}}", fact.label, kLabel), fact.text);
    }
  }
  return out + "\n" + description.summary + ".\n";
}

}  // namespace ir
