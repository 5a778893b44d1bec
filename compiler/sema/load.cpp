#include "sema/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "sema/declare.h"
#include "sema/inputs.h"
#include "sema/lookup.h"
#include "surface/from_tree.h"
#include "syntax/parse.h"

namespace sema {

namespace {

constexpr std::size_t kMaxImportDepth = 100;

// Files that are being loaded, outermost first: an import of one of them is a cycle.
using Chain = std::vector<std::string>;

Module* load_file(Session& session, const std::string& path, std::optional<std::string> text, Chain& chain);

void report_missing(Session& session, const surface::Item& item, const std::string& path) {
  base::Diagnostic& report = session.diagnostics.report(item.path.at, import_not_found, path);
  std::vector<std::string> beside;
  for (const base::FileEntry& entry :
       session.files.list(base::folder_of(path).empty() ? "." : base::folder_of(path))) {
    if (entry.path.ends_with(".amljob") && !entry.path.contains('/')) beside.push_back(entry.path);
  }
  const std::vector<std::string_view> names(beside.begin(), beside.end());
  if (const auto near = base::nearest(base::name_of(path), names); !near.empty()) {
    report.with_label(fmt::format("did you mean `{}`?", near));
  } else {
    report.with_help("the path is relative to the file that it stands in");
  }
}

Module* follow(Session& session, Module& module, const surface::Item& item, Chain& chain) {
  const std::string path = path_of(session, item.path.text, item.path.at, {&module, nullptr});
  if (path.ends_with(".yml") || path.ends_with(".yaml")) {
    session.diagnostics.report(item.path.at, import_yaml, path);
    return nullptr;
  }
  if (std::find(chain.begin(), chain.end(), path) != chain.end() || chain.size() >= kMaxImportDepth) {
    std::string way;
    for (const std::string& one : chain) way += one + " → ";
    session.diagnostics.report(item.path.at, import_cycle, path)
        .with_help(fmt::format("the way round is {}{}", way, path));
    return nullptr;
  }
  Module* imported = load_file(session, path, std::nullopt, chain);
  if (!imported) report_missing(session, item, path);
  return imported;
}

// `import … as NAME` shows one name; without `as`, all that the other file declares itself.
void show(Session& session, Module& module, Import& import, std::size_t index) {
  const surface::Item& item = *import.item;
  const auto add = [&](std::string_view name, Symbol symbol, Span at) {
    const auto [there, fresh] = module.names.emplace(name, symbol);
    if (fresh) return;
    session.diagnostics.report(at, duplicate_name, name)
        .with_label("imported here")
        .note(there->second.name.at, "first declared here")
        .with_help(fmt::format("give the import a name: `import \"{}\" as lib`", item.path.text));
  };
  if (!item.name.empty()) {
    if (is_reserved(item.name.text)) {
      session.diagnostics.report(item.name.at, reserved_name, item.name.text)
          .with_help("give it another name");
    } else {
      add(item.name.text, {Symbol::Kind::module, index, item.name}, item.name.at);
    }
    return;
  }
  if (!import.module) return;
  for (const auto& [name, symbol] : import.module->names) {
    if (symbol.through || symbol.kind == Symbol::Kind::module) continue;
    Symbol shown = symbol;
    shown.through = &import;
    add(name, shown, item.path.at);
  }
}

Module* load_file(Session& session, const std::string& path, std::optional<std::string> text, Chain& chain) {
  if (const auto known = session.module_of.find(path); known != session.module_of.end()) return known->second;
  base::FileId file = 0;
  if (text) {
    file = session.model.sources.add(path, std::move(*text));
  } else {
    file = read_source(session, path);
  }
  if (file == 0) return nullptr;
  Module& module = session.modules.emplace_back();
  session.module_of.emplace(path, &module);
  module.path = path;
  auto document = surface::from_tree(session.model.sources,
                                     syntax::parse(session.model.sources, file, session.diagnostics),
                                     session.diagnostics);
  module.document = document.get();
  session.model.documents.push_back(std::move(document));
  chain.push_back(path);
  for (const surface::Item& item : module.document->items) {
    if (item.kind == surface::ItemKind::import_) {
      Module* imported = item.path.empty() ? nullptr : follow(session, module, item, chain);
      module.imports.push_back({imported, &item});
    }
  }
  chain.pop_back();
  declare_names(session, module);
  for (std::size_t i = 0; i < module.imports.size(); ++i) show(session, module, module.imports[i], i);
  return &module;
}

}  // namespace

Module* load(Session& session, const std::string& path, std::optional<std::string> text) {
  Chain chain;
  return load_file(session, path, std::move(text), chain);
}

}  // namespace sema
