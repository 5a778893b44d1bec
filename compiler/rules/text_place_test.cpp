#include "rules/text_place.h"

#include <gtest/gtest.h>

#include "rules/findings_for_tests.h"
#include "rules/walk.h"

namespace rules {
namespace {

// Where a piece of a job's command stands in the source.
std::string source_of_piece(const std::string& program, std::string_view piece) {
  const Findings found = findings(program);
  const sema::Declaration* job = found.model->find("job", "j");
  const TextPlace place(found.model->sources, job->body->find("command")->value);
  const std::size_t at = place.text().find(piece);
  if (at == std::string::npos) return "not in `" + place.text() + "`";
  const formats::Range range = formats::range(at, at + piece.size());
  return found.written(place.at(range)) + (place.exact(range) ? "" : " ~");
}

TEST(TextPlace, pieces_of_a_plain_string) {
  EXPECT_EQ(source_of_piece(R"(job j { command = "python train.py" })", "train.py"), "train.py");
  EXPECT_EQ(source_of_piece(R"(job j { command = "say \"hi\" now" })", "\"hi\""), "\\\"hi\\\" ~");
  EXPECT_EQ(source_of_piece(R"(job j { command = "say \"hi\" now" })", "now"), "now");
}

TEST(TextPlace, pieces_beside_interpolations) {
  const std::string program = R"(
    let n = 12
    job j { command = "run ${n} --data ${inputs.d} --end ${n}x" inputs { d: string = "x" } })";
  EXPECT_EQ(source_of_piece(program, "--data"), "--data");
  EXPECT_EQ(source_of_piece(program, "--end"), "--end");
  EXPECT_EQ(source_of_piece(program, "${{inputs.d}}"), "${inputs.d} ~");
  EXPECT_EQ(source_of_piece(program, "12x"), "${n}x ~");
}

TEST(TextPlace, pieces_of_indented_text) {
  const std::string program =
      "job j {\n  command = r\"\"\"\n    first line\n    second line\n    \"\"\"\n}\n";
  EXPECT_EQ(source_of_piece(program, "second"), "second");
  EXPECT_EQ(source_of_piece(program, "line\nsecond"), "line\n    second ~");
}

TEST(TextPlace, a_let_is_pointed_at_where_it_is_written) {
  EXPECT_EQ(source_of_piece("let c = \"python x.py\"\njob j { command = c }", "x.py"), "x.py");
  EXPECT_EQ(source_of_piece("job j { command = \"a\" + \"b\" }", "b"), "\"a\" + \"b\" ~");
}

}  // namespace
}  // namespace rules
