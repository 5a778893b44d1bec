#include "syntax/reporter.h"

#include <iterator>

namespace syntax {

Report& Report::label(std::string text) {
  if (made_ && !again_) made_->with_label(std::move(text));
  return *this;
}

Report& Report::help(std::string text) {
  if (made_ && !again_) made_->with_help(std::move(text));
  return *this;
}

Report& Report::note(base::Span at, std::string text) {
  if (made_ && !again_) made_->note(at, std::move(text));
  return *this;
}

Report& Report::fix(std::string title, base::Safe safe, std::vector<base::Edit> edits) {
  if (!made_) return *this;
  if (!again_) {
    made_->fix(std::move(title), safe, std::move(edits));
  } else if (!made_->fixes.empty() && made_->fixes.front().safe == safe) {
    std::vector<base::Edit>& all = made_->fixes.front().edits;
    all.insert(all.end(), std::make_move_iterator(edits.begin()), std::make_move_iterator(edits.end()));
  }
  return *this;
}

Report& Report::add_edit(base::Edit edit) {
  if (made_ && !made_->fixes.empty()) made_->fixes.front().edits.push_back(std::move(edit));
  return *this;
}

void Reporter::withdraw(std::uint32_t begin, std::uint32_t end) {
  const auto inside = [&](std::uint32_t offset) { return begin <= offset && offset < end; };
  std::vector<base::Diagnostic>& all = diagnostics_.all();
  std::vector<std::size_t> kept(all.size() + 1);  // where each report is afterwards
  std::size_t count = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    kept[i] = count;
    if (all[i].at.file == file_ && inside(all[i].at.begin)) continue;
    if (count != i) all[count] = std::move(all[i]);
    ++count;
  }
  all.resize(count);
  std::erase_if(lines_, [&](const auto& line) { return inside(source_.line_begin(line.first)); });
  for (auto& line : lines_) line.second = kept[line.second];
  std::erase_if(places_, inside);
}

}  // namespace syntax
