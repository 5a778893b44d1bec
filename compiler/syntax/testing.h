// What the tests of syntax share: a text and what parsing it gave.
#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "syntax/dump_for_tests.h"
#include "syntax/parse.h"

namespace syntax {

struct Parsed {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  Tree tree;

  explicit Parsed(std::string_view text) {
    const base::FileId file = sources.add("test.amljob", std::string(text));
    tree = parse(sources, file, diagnostics);
  }
  Parsed(const Parsed&) = delete;

  // "LINE:COLUMN name" of each report, in the order of places.
  std::vector<std::string> reports() {
    diagnostics.settle();
    std::vector<std::string> all;
    for (const base::Diagnostic& d : diagnostics.all()) {
      const base::Position at = tree.source->position(d.at.begin);
      all.push_back(std::to_string(at.line) + ':' + std::to_string(at.column) + ' ' +
                    std::string(d.info->name));
    }
    return all;
  }

  // The text with all safe fixes applied.
  std::string fixed() {
    std::vector<base::Edit> edits;
    for (const base::Diagnostic& d : diagnostics.all()) {
      for (const base::Fix& fix : d.fixes) {
        if (fix.safe == base::Safe::yes) edits.insert(edits.end(), fix.edits.begin(), fix.edits.end());
      }
    }
    std::ranges::stable_sort(edits, {}, [](const base::Edit& e) { return e.at.begin; });
    std::string text;
    std::uint32_t at = 0;
    for (const base::Edit& edit : edits) {
      text += tree.source->text().substr(at, edit.at.begin - at);
      text += edit.text;
      at = edit.at.end;
    }
    return text + std::string(tree.source->text().substr(at));
  }
};

inline std::string read_testdata(const std::string& name) {
  std::ifstream file("compiler/syntax/testdata/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

inline const std::vector<std::string>& samples() {
  static const std::vector<std::string> kAll = {read_testdata("image.amljob"),
                                                read_testdata("pipeline.amljob")};
  return kAll;
}

}  // namespace syntax
