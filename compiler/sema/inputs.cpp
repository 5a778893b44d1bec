#include "sema/inputs.h"

namespace sema {

std::string path_of(Session& session, std::string_view path, Span at, Where where) {
  if (at.known() && !session.model.sources[at.file].path().empty()) {
    const std::string& file = session.model.sources[at.file].path();
    if (file == kCommandLine) return base::join_path("", path);
    return base::beside(file, path);
  }
  return base::beside(where.module->path, path);
}

base::FileId read_source(Session& session, const std::string& path) {
  if (const auto known = session.model.sources.find(path)) return known;
  auto text = session.files.read(path);
  if (!text) return 0;
  session.model.inputs.files.emplace(path, *text);
  return session.model.sources.add(path, std::move(*text));
}

std::optional<std::string> variable(Session& session, const std::string& name) {
  std::optional<std::string> value;
  if (session.options.environment) {
    const auto at = session.options.environment->find(name);
    if (at != session.options.environment->end()) value = at->second;
  }
  session.model.inputs.variables[name] = value;
  return value;
}

Span on_command_line(Session& session, std::string_view text) {
  const base::FileId file = session.model.sources.add(std::string(kCommandLine), std::string(text));
  return {file, 0, static_cast<std::uint32_t>(text.size())};
}

}  // namespace sema
