// The login to a registry from which nothing is pulled: nothing is put before an image's name.
#include <fmt/format.h>

#include <algorithm>

#include "rules/images_used.h"
#include "rules/rules.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(registry_not_used, warning, "the registry `{}` is not where the image comes from",
                      std::string_view)

// `https://pets.azurecr.io/` as an image names it.
std::string_view host_of(std::string_view address) {
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    address.remove_prefix(scheme + 3);
  }
  return address.substr(0, address.find('/'));
}

std::string comparable(std::string_view host) {
  std::string out(host);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool hub =
      out == "index.docker.io" || out == "registry-1.docker.io" || out == "registry.hub.docker.com";
  return hub ? "docker.io" : out;
}

// `myregistry.azurecr.io/fastdotai/fastai2:latest` for an image of any other host.
std::string moved_to(const ImageUse& use, std::string_view host) {
  std::string out = fmt::format("{}/{}", host, use.image.path);
  if (!use.image.tag.empty()) out += ":" + use.image.tag;
  if (!use.image.digest.empty()) out += "@" + use.image.digest;
  return out;
}

void report(const ImageUse& use, std::string_view address, base::Span at, base::Diagnostics& diagnostics) {
  const std::string_view host = host_of(address);
  base::Diagnostic& report = diagnostics.report(at, registry_not_used, address);
  if (use.image.host.empty()) {
    const auto first = static_cast<std::uint32_t>(use.image.path.substr(0, use.image.path.find('/')).size());
    const formats::Range part{use.image.path_at.begin, use.image.path_at.begin + first};
    report.note(part_of(use, part), "no host: this is pulled from docker.io");
  } else {
    report.note(part_of(use, use.image.host_at), fmt::format("this is pulled from {}", use.image.host));
  }
  const std::string moved = moved_to(use, host);
  report.with_help("the image is pulled as it is written, nothing is put before it; write `" +
                   (use.from_dockerfile ? "FROM " + moved : fmt::format("base_image = \"{}\"", moved)) + "`");
}

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    const sema::FieldValue* field = given(*environment->body, "docker.base_image_registry.address");
    const auto* address = field ? field->value.get<std::string_view>() : nullptr;
    if (!address) continue;
    const std::string host = comparable(host_of(*address));
    const std::vector<ImageUse> uses = images_used(context, *environment);
    const bool used = std::any_of(uses.begin(), uses.end(), [&](const ImageUse& use) {
      return comparable(formats::registry_host(use.image)) == host;
    });
    if (uses.empty() || used || !seen.first(field->value_at)) continue;
    report(uses.front(), *address, field->value_at, diagnostics);
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&registry_not_used};

}  // namespace

const Rule kRegistryNotUsed{kReports, run};

}  // namespace rules
