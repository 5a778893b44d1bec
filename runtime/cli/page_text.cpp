#include "runtime/cli/page_text.h"

#include <fmt/format.h>

#include <vector>

#include "render/finding.h"
#include "render/wrap.h"

namespace cli {

namespace {

using render::Style;

constexpr std::uint32_t kWidth = 88;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool begins_block(std::string_view line) {
  return line.empty() || line.starts_with("```") || line.starts_with("#") || line.starts_with("- ") ||
         line.starts_with("|");
}

class Page {
 public:
  explicit Page(const render::Paint& paint) : paint_(paint) {}

  void add(std::string_view line) {
    if (line.starts_with("```")) return fence(line);
    if (code_) {
      out_ += line.empty() ? "\n" : fmt::format("    {}\n", line);
    } else if (begins_block(line)) {
      end_paragraph();
      block(line);
    } else {
      paragraph_ += paragraph_.empty() ? "" : " ";
      paragraph_ += line;
    }
  }

  std::string finish() {
    end_paragraph();
    while (out_.ends_with("\n\n")) out_.pop_back();
    return std::move(out_);
  }

 private:
  void fence(std::string_view line) {
    end_paragraph();
    const std::size_t file = line.find("file=");
    if (!code_ && file != std::string_view::npos) out_ += fmt::format("  {}:\n", line.substr(file + 5));
    code_ = !code_;
  }

  void block(std::string_view line) {
    if (line.starts_with("- ")) {
      paragraph_ = line;
      return;
    }
    if (!line.starts_with("#")) {
      out_ += std::string(line) + "\n";
      return;
    }
    line.remove_prefix(line.find_first_not_of("# "));
    out_ += paint_(Style::strong, line) + "\n";
  }

  void end_paragraph() {
    if (paragraph_.empty()) return;
    const bool item = paragraph_.starts_with("- ");
    const auto lines = render::wrapped(paragraph_, kWidth);
    for (std::size_t i = 0; i < lines.size(); ++i) out_ += (item && i > 0 ? "  " : "") + lines[i] + "\n";
    paragraph_.clear();
  }

  const render::Paint& paint_;
  std::string out_;
  std::string paragraph_;
  bool code_ = false;
};

std::string without_page(const base::DiagnosticInfo& row) {
  const std::string allowed =
      row.suppressible() ? fmt::format(
                               "It can be taken back for one line: `# allow({}): why` above or beside it; or "
                               "for a folder tree, "
                               "in amljob.toml.",
                               row.name)
                         : "It cannot be submitted like this, or certainly fails: it cannot be taken back.";
  return render::headline(row) + ".\n\n" + allowed + "\n";
}

}  // namespace

std::string page_text(const base::DiagnosticInfo& row, std::string_view markdown,
                      const render::Paint& paint) {
  const std::string severity = fmt::format(" ({})", render::name_of(row.severity));
  const std::string title = paint(Style::strong, row.name) + severity + "\n\n";
  Page page(paint);
  const std::string fallback = without_page(row);
  std::vector<std::string_view> lines = lines_of(markdown.empty() ? std::string_view(fallback) : markdown);
  // The page's own title says no more than ours.
  if (!lines.empty() && lines[0].starts_with("# ")) lines.erase(lines.begin());
  while (!lines.empty() && lines[0].empty()) lines.erase(lines.begin());
  for (const std::string_view line : lines) page.add(line);
  return title + page.finish();
}

}  // namespace cli
