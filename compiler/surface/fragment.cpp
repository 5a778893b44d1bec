#include "surface/fragment.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "surface/from_tree.h"
#include "syntax/parse.h"

namespace surface {

namespace {

// The text is parsed behind a prefix that makes a file of it; spans are moved back afterwards.
class Mover {
 public:
  Mover(base::FileId wrapped, base::FileId file, std::size_t prefix, std::size_t size)
      : wrapped_(wrapped),
        file_(file),
        prefix_(static_cast<std::uint32_t>(prefix)),
        size_(static_cast<std::uint32_t>(size)) {}

  void operator()(Span& at) const {
    if (at.file != wrapped_) return;
    at = {file_, moved(at.begin), moved(at.end)};
  }
  void operator()(Name& name) const { (*this)(name.at); }

  void operator()(base::Diagnostic& one) const {
    (*this)(one.at);
    for (base::Note& note : one.notes) (*this)(note.at);
    for (base::Fix& fix : one.fixes) {
      for (base::Edit& edit : fix.edits) (*this)(edit.at);
    }
  }

  void operator()(Document& document) const {
    document.file = file_;
    for (Expr& expr : document.exprs) {
      (*this)(expr.at);
      (*this)(expr.op_at);
    }
    for (Body& body : document.bodies) {
      (*this)(body.at);
      for (Member& member : body.members) {
        (*this)(member.name);
        (*this)(member.at);
      }
    }
    for (Clause& clause : document.clauses) {
      (*this)(clause.first);
      (*this)(clause.second);
    }
    for (const auto& type : document.types) {
      (*this)(type->at);
      for (Name& word : type->words) (*this)(word);
    }
  }

 private:
  std::uint32_t moved(std::uint32_t offset) const {
    return std::min(offset < prefix_ ? 0 : offset - prefix_, size_);
  }

  base::FileId wrapped_, file_;
  std::uint32_t prefix_, size_;
};

std::unique_ptr<Document> wrapped(base::SourceMap& sources, base::FileId file, std::string_view prefix,
                                  std::string_view suffix, base::Diagnostics& diagnostics) {
  const std::string text(sources[file].text());
  const base::FileId id = sources.add("", std::string(prefix) + text + std::string(suffix));
  const std::size_t before = diagnostics.all().size();
  std::unique_ptr<Document> document =
      from_tree(sources, syntax::parse(sources, id, diagnostics), diagnostics);
  const Mover move(id, file, prefix.size(), text.size());
  for (std::size_t i = before; i < diagnostics.all().size(); ++i) move(diagnostics.all()[i]);
  move(*document);
  return document;
}

}  // namespace

Fragment expression(base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics) {
  Fragment out{wrapped(sources, file, "let it = ", "\n", diagnostics)};
  if (!out.document->items.empty()) out.expr = out.document->items.front().value;
  return out;
}

Fragment members(base::SourceMap& sources, base::FileId file, base::Diagnostics& diagnostics) {
  Fragment out{wrapped(sources, file, "params it { ", "\n}", diagnostics)};
  if (!out.document->items.empty()) out.body = out.document->items.front().body;
  return out;
}

}  // namespace surface
