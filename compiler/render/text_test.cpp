#include <gtest/gtest.h>

#include "render/render.h"

namespace render {
namespace {

inline constexpr base::Diagnosis<std::string_view> clash{
    {"image-and-dockerfile", base::Severity::error, "`{}` has both `base_image` and `base_dockerfile`"}};
inline constexpr base::Diagnosis<> doubt{
    {"floating-tag", base::Severity::warning, "it can be another image tomorrow"}};

// The span of the n-th occurrence (from 0) of `needle` in a file.
base::Span span_of(const base::SourceMap& sources, base::FileId file, std::string_view needle, int n = 0) {
  std::size_t at = sources[file].text().find(needle);
  while (n-- > 0) at = sources[file].text().find(needle, at + 1);
  return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + needle.size())};
}

struct Text : testing::Test {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  TextOptions options;

  base::FileId file(std::string path, std::string text) {
    return sources.add(std::move(path), std::move(text));
  }
  std::string rendered() { return text({&sources, &diagnostics.all().front(), ""}, options); }
};

TEST_F(Text, second_place_is_shown_above_the_first_and_lines_between_are_left_out) {
  const auto page = file("page.amljob",
                         "#\n#\n#\n#\n#\n#\n#\n    base_image      = \"fastdotai/fastai2:latest\"\n\n\n"
                         "    base_dockerfile = \"./Dockerfile\"\n");
  diagnostics.report(span_of(sources, page, "base_dockerfile"), clash, "fastai2")
      .with_label("and built here: a Dockerfile names its own image in `FROM`")
      .with_help("keep one; with the Dockerfile write `base_image = none`")
      .note(span_of(sources, page, "base_image"), "the image is named here");
  EXPECT_EQ(rendered(),
            R"(error: `fastai2` has both `base_image` and `base_dockerfile`  [image-and-dockerfile]
  --> page.amljob:11:5
   |
 8 |     base_image      = "fastdotai/fastai2:latest"
   |     ---------- the image is named here
11 |     base_dockerfile = "./Dockerfile"
   |     ^^^^^^^^^^^^^^^ and built here: a Dockerfile names its own image in `FROM`
   = help: keep one; with the Dockerfile write `base_image = none`
)");
}

TEST_F(Text, labels_of_one_line_hang_below_each_other) {
  const auto page = file("a", "let x = first + second * third\n");
  diagnostics.report(span_of(sources, page, "third"), doubt)
      .with_label("rightmost")
      .note(span_of(sources, page, "first"), "one")
      .note(span_of(sources, page, "second"), "two");
  EXPECT_EQ(rendered(), R"(warning: it can be another image tomorrow  [floating-tag]
  --> a:1:26
   |
 1 | let x = first + second * third
   |         -----   ------   ^^^^^ rightmost
   |         |       |
   |         |       two
   |         one
)");
}

TEST_F(Text, label_left_of_another_mark_hangs) {
  const auto page = file("a", "aa bb\n");
  diagnostics.report(span_of(sources, page, "aa"), doubt)
      .with_label("primary")
      .note(span_of(sources, page, "bb"), "note");
  EXPECT_EQ(rendered(), R"(warning: it can be another image tomorrow  [floating-tag]
  --> a:1:1
   |
 1 | aa bb
   | ^^ -- note
   | |
   | primary
)");
}

TEST_F(Text, mark_over_lines_has_a_bar) {
  const auto page = file("a", "x = r\"\"\"\n  FROM a\n  RUN b\n  \"\"\"\n");
  const base::Span at = cover(span_of(sources, page, "r\"\"\""), span_of(sources, page, "\"\"\"", 1));
  diagnostics.report(at, doubt).with_label("all of it");
  EXPECT_EQ(rendered(), R"(warning: it can be another image tomorrow  [floating-tag]
  --> a:1:5
   |
 1 |   x = r"""
   |  _____^
 2 | |   FROM a
 3 | |   RUN b
 4 | |   """
   | |_____^ all of it
)");
}

TEST_F(Text, long_mark_has_a_gap) {
  const auto page = file("a", "{\n1\n2\n3\n4\n5\n6\n}\n");
  diagnostics.report({page, 0, 15}, doubt).with_label("whole").note({page, 2, 3}, "inner");
  EXPECT_EQ(rendered(), R"(warning: it can be another image tomorrow  [floating-tag]
  --> a:1:1
   |
 1 |   {
   |  _^
 2 | | 1
   | | - inner
...
 8 | | }
   | |_^ whole
)");
}

TEST_F(Text, note_in_another_file_has_its_own_snippet) {
  const auto page = file("page.amljob", "environment = base\n");
  const auto other = file("lib/base.amljob", "\n\nenvironment base { }\n");
  diagnostics.report(span_of(sources, page, "base"), doubt)
      .note(span_of(sources, other, "base"), "declared here");
  EXPECT_EQ(rendered(), R"(warning: it can be another image tomorrow  [floating-tag]
  --> page.amljob:1:15
   |
 1 | environment = base
   |               ^^^^
  ::: lib/base.amljob:3:13
   |
 3 | environment base { }
   |             ---- declared here
)");
}

TEST_F(Text, carets_stand_below_wide_characters_and_tabs) {
  const auto page = file("a", "\t\"日本é\" bad\n");
  diagnostics.report(span_of(sources, page, "bad"), doubt);
  EXPECT_EQ(rendered(),
            "warning: it can be another image tomorrow  [floating-tag]\n"
            "  --> a:1:13\n"
            "   |\n"
            " 1 |     \"日本é\" bad\n"
            "   |             ^^^\n");
}

TEST_F(Text, control_characters_of_the_source_do_not_reach_the_terminal) {
  const auto page = file("a\x1b[31m", "x = \"\x1b[2J\xFF\xE2\x80\xAE\" bad\n");
  diagnostics.report(span_of(sources, page, "bad"), clash, "\x1b[2J");
  const std::string out = rendered();
  EXPECT_EQ(out.find('\x1b'), std::string::npos) << out;
  EXPECT_EQ(out.find("\xE2\x80\xAE"), std::string::npos) << out;
  EXPECT_NE(out.find("x = \"␛[2J\xEF\xBF\xBD\xEF\xBF\xBD\" bad\n   |              ^^^"), std::string::npos)
      << out;
}

TEST_F(Text, help_is_wrapped_between_words_and_not_within_backticks) {
  const auto page = file("a", "x\n");
  diagnostics.report({page, 0, 1}, doubt)
      .with_help(
          "the image is pulled as it is written, nothing is put before it; "
          "write `base_image = \"myregistry.azurecr.io/fastdotai/fastai2:latest\"`")
      .fix("remove it", base::Safe::yes, {})
      .fix("move it", base::Safe::no, {});
  diagnostics.all().front().repeats = 3;
  const std::string out = rendered();
  EXPECT_EQ(out.substr(out.find("   =")),
            "   = help: the image is pulled as it is written, nothing is put before it; write\n"
            "           `base_image = \"myregistry.azurecr.io/fastdotai/fastai2:latest\"`\n"
            "   = fix: remove it  (safe)\n"
            "   = fix: move it  (needs review)\n"
            "   = and 3 more\n");
}

TEST_F(Text, very_long_line_is_cut_around_the_mark) {
  const auto page = file("a", std::string(1000, 'x') + " bad " + std::string(1000, 'y') + "\n");
  diagnostics.report(span_of(sources, page, "bad"), doubt).with_label("here");
  options.width = 80;
  EXPECT_EQ(rendered(),
            "warning: it can be another image tomorrow  [floating-tag]\n"
            "  --> a:1:1002\n"
            "   |\n"
            " 1 | …" +
                std::string(29, 'x') + " bad " + std::string(40, 'y') + "…\n" + "   | " +
                std::string(31, ' ') + "^^^ here\n");
}

TEST_F(Text, label_that_would_run_over_the_edge_stands_below_its_mark) {
  const auto page = file("a", "x = \"" + std::string(60, 'y') + "\"\n");
  diagnostics.report({page, 4, 66}, doubt)
      .with_label("nobody mends it any more; its tags can still be pulled");
  EXPECT_EQ(rendered(),
            "warning: it can be another image tomorrow  [floating-tag]\n  --> a:1:5\n   |\n 1 | x = \"" +
                std::string(60, 'y') + "\"\n   |     " + std::string(62, '^') +
                "\n   |     |\n   |     nobody mends it any more; its tags can still be pulled\n");
}

TEST_F(Text, empty_place_at_the_end_of_the_file_has_one_caret) {
  const auto page = file("a", "x = {");
  diagnostics.report({page, 5, 5}, doubt).with_label("here");
  EXPECT_EQ(rendered(),
            "warning: it can be another image tomorrow  [floating-tag]\n"
            "  --> a:1:6\n   |\n 1 | x = {\n   |      ^ here\n");
}

TEST_F(Text, place_in_an_empty_file) {
  const auto page = file("a", "");
  diagnostics.report({page, 0, 0}, doubt);
  EXPECT_EQ(rendered(),
            "warning: it can be another image tomorrow  [floating-tag]\n  --> a:1:1\n   |\n 1 |\n   | ^\n");
}

TEST_F(Text, finding_of_the_command_line_has_no_snippet) {
  file("a", "x\n");
  diagnostics.report({}, doubt);
  EXPECT_EQ(rendered(), "warning: it can be another image tomorrow  [floating-tag]\n  --> command line\n");
}

TEST_F(Text, colours_only_where_asked) {
  const auto page = file("a", "bad\n");
  diagnostics.report({page, 0, 3}, doubt).with_label("here");
  EXPECT_EQ(rendered().find('\x1b'), std::string::npos);
  options.color = true;
  EXPECT_EQ(rendered(),
            "\x1b[1;33mwarning\x1b[0m\x1b[1m: it can be another image tomorrow\x1b[0m  [floating-tag]\n"
            "  \x1b[1;34m-->\x1b[0m a:1:1\n"
            "\x1b[1;34m   |\x1b[0m\n"
            "\x1b[1;34m 1 |\x1b[0m bad\n"
            "\x1b[1;34m   |\x1b[0m \x1b[1;33m^^^\x1b[0m \x1b[1;33mhere\x1b[0m\n");
}

TEST_F(Text, gutter_grows_with_the_line_numbers) {
  const auto page = file("a", std::string(1233, '\n') + "bad\n");
  diagnostics.report({page, 1233, 1236}, doubt);
  EXPECT_EQ(rendered(),
            "warning: it can be another image tomorrow  [floating-tag]\n"
            "    --> a:1234:1\n     |\n1234 | bad\n     | ^^^\n");
}

}  // namespace
}  // namespace render
