#include "harness/normalise.h"

#include <gtest/gtest.h>

namespace harness {
namespace {

TEST(Normalise, takes_out_what_differs_from_run_to_run) {
  EXPECT_EQ(normalised("/tmp/x/work/a.amljob: brave-otter-7k finished in 4.1 s at 2026-11-24T10:00:00.123Z",
                       "/tmp/x"),
            "<root>/work/a.amljob: <run> finished in <time> at <when>");
}

TEST(Normalise, takes_out_the_width_of_a_column_of_names) {
  EXPECT_EQ(normalised("calm-ox-2d     a\nbrave-otter-7k  b\n", "/tmp/x"), "<run> a\n<run> b\n");
}

TEST(Normalise, leaves_diagnostics_tables_and_sizes_alone) {
  const char* text = "[image-and-dockerfile] known on 2026-08-31; Standard_NC4as_T4_v3, 14 kB, off after 10m";
  EXPECT_EQ(normalised(text, "/tmp/x"), text);
}

}  // namespace
}  // namespace harness
