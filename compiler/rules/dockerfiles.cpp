#include "rules/dockerfiles.h"

#include "rules/shared.h"
#include "rules/walk.h"

namespace rules {

std::optional<DockerfileOf> dockerfile_of(const Context& context, const sema::Declaration& environment) {
  const sema::Body& body = *environment.body;
  const base::SourceMap& sources = context.model.sources;
  if (const sema::FieldValue* text = given(body, "docker.base_dockerfile")) {
    TextPlace place(sources, text->value);
    if (!place.known()) return std::nullopt;
    const bool own_file = place.all().file != text->value_at.file;
    if (own_file) context.shared.readers.emplace(place.all().file, text->value_at);
    formats::Dockerfile file = formats::parse_dockerfile(place.text());
    return DockerfileOf{&environment, std::move(place), std::move(file), text, {}, "Dockerfile"};
  }
  const std::string folder(local_path(body, "docker.build_context.path"));
  const std::string path(body.text("docker.build_context.dockerfile_path"));
  if (folder.empty() || path.empty()) return std::nullopt;
  const base::FileId source = source_of(context, base::join_path(folder, path));
  if (source == 0) return std::nullopt;
  context.shared.readers.emplace(source, body.at_path("docker.build_context.path")->value_at);
  const std::string_view text = sources[source].text();
  TextPlace place(sources, sema::Value{text, {source, 0, static_cast<std::uint32_t>(text.size())}});
  formats::Dockerfile file = formats::parse_dockerfile(text);
  return DockerfileOf{&environment,    std::move(place),
                      std::move(file), body.at_path("docker.build_context.path"),
                      folder,          path};
}

std::vector<DockerfileOf> dockerfiles(const Context& context) {
  std::vector<DockerfileOf> out;
  Seen seen;
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    std::optional<DockerfileOf> one = dockerfile_of(context, *environment);
    if (one && seen.first(one->place.all())) out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace rules
