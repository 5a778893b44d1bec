#include "ir/pieces.h"

#include <gtest/gtest.h>

namespace ir {
namespace {

sema::Value value(sema::Value::Data data) { return {data, {}}; }

TEST(Pieces, literals_are_pythons_words) {
  EXPECT_EQ(client_literal(value(true)), "True");
  EXPECT_EQ(client_literal(value(false)), "False");
  EXPECT_EQ(client_literal(value(std::int64_t{8})), "8");
  EXPECT_EQ(client_literal(value(0.1)), "0.1");
  EXPECT_EQ(client_literal(value(2.0)), "2.0");
  EXPECT_EQ(client_literal(value(-0.0001)), "-0.0001");
  EXPECT_EQ(client_literal(value(0.00001)), "1e-05");
  EXPECT_EQ(client_literal(value(123456789012345.0)), "123456789012345.0");
  EXPECT_EQ(client_literal(value(1e15)), "1000000000000000.0");
  EXPECT_EQ(client_literal(value(1e16)), "1e+16");
  EXPECT_EQ(client_literal(value(1.5e300)), "1.5e+300");
  EXPECT_EQ(client_literal(value(std::string_view("a b"))), "a b");
}

TEST(Pieces, text_keeps_what_the_run_knows) {
  const sema::Deferred lr{sema::Deferred::Root::inputs, "lr", {}};
  const sema::Deferred name{sema::Deferred::Root::run, "name", {}};
  const std::vector<sema::Piece> parts = {{"--lr=", nullptr}, {{}, &lr}, {" ", nullptr}, {{}, &name}};
  const sema::Text text{parts, false};
  const Pieces pieces = pieces_of(value(&text));
  ASSERT_EQ(pieces.size(), 4u);
  EXPECT_EQ(pieces[1], (Piece{Piece::Kind::input, "lr"}));
  EXPECT_EQ(service_text(pieces), "--lr=${{inputs.lr}} ${{name}}");
}

TEST(Pieces, scalars_print_as_the_language_writes_them) {
  EXPECT_EQ(service_text(pieces_of(value(2.0))), "2");
  EXPECT_EQ(service_text(pieces_of(value(true))), "true");
  EXPECT_EQ(service_text(pieces_of(value(base::Duration{5400000}))), "1h30m");
  EXPECT_EQ(service_text(pieces_of(value(base::Size{512 << 20}))), "512mb");
}

}  // namespace
}  // namespace ir
