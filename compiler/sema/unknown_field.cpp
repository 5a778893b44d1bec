// A member that is no field of its block: what was it meant to be?

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "sema/check.h"

namespace sema {

using schema::Block;
using schema::Field;

namespace {

const Field* older(const Block& block, std::string_view name) {
  for (const Field& field : block.fields) {
    if (std::find(field.was.begin(), field.was.end(), name) != field.was.end()) return &field;
  }
  return nullptr;
}

// Where a field of this name stands instead: "docker.base_image" below a block. Bounded by the depth of the
// tables.
std::string elsewhere(const Block& block, std::string_view name, int depth) {
  for (const Field& field : block.fields) {
    const Block* inner = field.type.shape == schema::Shape::block ? field.type.block : nullptr;
    if (!inner || depth == 0) continue;
    if (inner->find(name)) return std::string(field.name);
    if (const std::string deeper = elsewhere(*inner, name, depth - 1); !deeper.empty()) {
      return fmt::format("{}.{}", field.name, deeper);
    }
  }
  return {};
}

void help_with_choices(base::Diagnostic& report, const Owner& owner, const Block& block) {
  std::vector<std::string_view> names;
  for (const Field& field : block.fields) names.push_back(field.name);
  std::sort(names.begin(), names.end());
  std::string all;
  for (std::size_t i = 0; i < names.size() && (i < 8 || names.size() == 9); ++i) {
    all += fmt::format("{}`{}`", i == 0 ? "" : ", ", names[i]);
  }
  if (names.size() > 9) {
    all +=
        fmt::format(" and {} more (`amljob reference {}`)", names.size() - 8, owner.declaration->kind->name);
  }
  report.with_help(fmt::format("`{}` takes {}", block.name, all));
}

}  // namespace

const Field* near_field(const Block& block, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Field& field : block.fields) names.push_back(field.name);
  const std::string_view near = base::nearest(name, names);
  return near.empty() ? nullptr : block.find(near);
}

const Field* unknown_field_at(Session& session, const Owner& owner, const Block& block, const Entry& entry) {
  const std::string_view name = entry.key;
  if (const Field* field = older(block, name)) {
    session.diagnostics.report(entry.key_at, older_field, name, field->name)
        .fix(fmt::format("rename to `{}`", field->name), base::Safe::yes,
             {{entry.key_at, std::string(field->name)}});
    return field;
  }
  for (const schema::Gone& gone : block.gone) {
    if (gone.name != name) continue;
    base::Diagnostic& report = session.diagnostics.report(entry.key_at, gone_field, block.name, name);
    report.with_help(std::string(gone.help));
    if (gone.without_effect) {
      report.fix("remove it", base::Safe::yes, {{session.model.sources.whole_lines(entry.at), ""}});
    }
    return nullptr;
  }
  base::Diagnostic& report = session.diagnostics.report(entry.key_at, unknown_field, block.name, name);
  if (const Field* near = near_field(block, name)) {
    report.with_label(fmt::format("did you mean `{}`?", near->name));
    report.fix(fmt::format("rename to `{}`", near->name), base::Safe::yes,
               {{entry.key_at, std::string(near->name)}});
    return near;
  }
  const Block& top = owner.declaration->kind->body;
  if (const std::string path = elsewhere(top, name, 4); !path.empty()) {
    report.with_label(fmt::format("it is a field of `{}`", path));
    report.with_help(fmt::format("write it there: `{} {{ {} = … }}`", path, name));
  } else if (&block != &top && top.find(name)) {
    report.with_label(fmt::format("it is a field of `{}`", top.name));
    report.with_help("move it out of these braces");
  } else {
    help_with_choices(report, owner, block);
  }
  return nullptr;
}

}  // namespace sema
