#include "render/paint.h"

#include <fmt/format.h>

namespace render {

namespace {

std::string_view escape(Style style) {
  switch (style) {
    case Style::plain: return "";
    case Style::strong: return "1";
    case Style::error: return "1;31";
    case Style::warning: return "1;33";
    case Style::hint: return "1;36";
    case Style::gutter: return "1;34";
    case Style::good: return "32";
    case Style::dim: return "2";
  }
  return "";
}

}  // namespace

std::string Paint::operator()(Style style, std::string_view text) const {
  if (!on || style == Style::plain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", escape(style), text);
}

Style style_of(base::Severity severity) {
  switch (severity) {
    case base::Severity::error: return Style::error;
    case base::Severity::warning: return Style::warning;
    case base::Severity::hint: return Style::hint;
  }
  return Style::plain;
}

std::string_view name_of(base::Severity severity) {
  switch (severity) {
    case base::Severity::error: return "error";
    case base::Severity::warning: return "warning";
    case base::Severity::hint: return "hint";
  }
  return "";
}

}  // namespace render
