// A text of the program (a value of a field, a scalar of a conda file) with the way back from its bytes to
// the place where they were written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "formats/range.h"
#include "formats/yaml.h"
#include "rules/literal_runs.h"
#include "sema/value.h"

namespace rules {

class TextPlace {
 public:
  // Of a string or of text with deferred parts, which stand in it in the service's notation, `${{inputs.x}}`.
  // Of any other value: empty.
  TextPlace(const base::SourceMap& sources, const sema::Value& value);
  // Of a scalar of a YAML file that is among the sources.
  TextPlace(base::FileId file, const formats::YamlNode& scalar);

  const std::string& text() const { return text_; }
  // Where deferred values stand in the text.
  struct DeferredAt {
    formats::Range at;
    const sema::Deferred* value;
  };
  const std::vector<DeferredAt>& deferred() const { return deferred_; }
  bool is_deferred(formats::Range range) const;
  // The whole value.
  base::Span all() const { return all_; }
  // Whether it is text, all of which is known: no part hangs on a param without a value.
  bool known() const { return known_; }
  // Where bytes of the text were written; where that cannot be told, a span around it.
  base::Span at(formats::Range range) const;
  // Whether the bytes stand in the source as they are, so that an edit there changes just them.
  bool exact(formats::Range range) const;
  // A replacement as it is to be written at such a place.
  std::string spelled(std::string_view replacement) const;

 private:
  void take_text(const sema::Value& value);
  void take_literal(std::string_view source);
  // Puts the runs of a literal, which know the texts between interpolations, onto the text that they gave.
  bool align(const LiteralRuns& literal);

  std::string text_;
  base::Span all_;
  bool known_ = false;
  Spelling spelling_ = Spelling::plain;
  std::vector<Run> runs_;
  std::vector<DeferredAt> deferred_;
};

}  // namespace rules
