#include "ir/steps.h"

#include <gtest/gtest.h>

namespace ir {
namespace {

Step step(StepKind kind, std::vector<std::size_t> needs = {}) {
  Step out;
  out.kind = kind;
  out.needs = std::move(needs);
  return out;
}

using Order = std::vector<std::size_t>;

TEST(SendingOrder, goes_kind_by_kind) {
  const std::vector<Step> steps = {step(StepKind::job), step(StepKind::compute), step(StepKind::code),
                                   step(StepKind::environment)};
  EXPECT_EQ(sending_order(steps, std::nullopt), (Order{2, 3, 1, 0}));
}

TEST(SendingOrder, sends_nothing_before_what_it_needs) {
  const std::vector<Step> steps = {step(StepKind::datastore, {1}), step(StepKind::compute),
                                   step(StepKind::job, {0})};
  EXPECT_EQ(sending_order(steps, std::nullopt), (Order{1, 0, 2}));
}

TEST(SendingOrder, sends_the_target_last) {
  const std::vector<Step> steps = {step(StepKind::environment), step(StepKind::compute),
                                   step(StepKind::compute)};
  EXPECT_EQ(sending_order(steps, 0), (Order{1, 2, 0}));
}

TEST(SendingOrder, ends_even_where_there_is_a_cycle) {
  const std::vector<Step> steps = {step(StepKind::job, {1}), step(StepKind::job, {0})};
  EXPECT_EQ(sending_order(steps, std::nullopt).size(), 2u);
}

}  // namespace
}  // namespace ir
