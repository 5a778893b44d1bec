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

}  // namespace syntax
