#include "facts/vm_sizes.h"

#include <gtest/gtest.h>

namespace facts {
namespace {

const Date kToday{2026, 11, 24};

TEST(Dates, are_read_and_written) {
  EXPECT_EQ(parse_date("2026-08-31"), (Date{2026, 8, 31}));
  EXPECT_EQ(parse_date("2024-02-29"), (Date{2024, 2, 29}));
  for (const auto* text :
       {"2026-02-29", "2026-13-01", "2026-00-10", "26-08-31", "2026/08/31", "2026-8-31", "", "2026-08-3x"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  EXPECT_EQ(to_string({2026, 8, 3}), "2026-08-03");
  EXPECT_LT((Date{2025, 12, 31}), (Date{2026, 1, 1}));
  EXPECT_EQ(days_between({2026, 2, 27}, {2026, 3, 1}), 2);
  EXPECT_EQ(days_between({2026, 3, 1}, {2026, 2, 27}), -2);
  EXPECT_EQ(date_of(1'764'000'000), (Date{2025, 11, 24}));
}

TEST(VmSizes, case_does_not_count) {
  EXPECT_EQ(vm_sizes().size(), 848U);
  for (const auto* name : {"STANDARD_NC6", "Standard_NC6", "standard_nc6"}) {
    ASSERT_NE(find_vm_size(name), nullptr) << name;
    EXPECT_EQ(find_vm_size(name)->name, "Standard_NC6");
  }
  EXPECT_EQ(find_vm_size("Standard_NC7"), nullptr);
  EXPECT_EQ(find_vm_size("NC6"), nullptr);
  EXPECT_EQ(find_vm_size(""), nullptr);
  for (const VmSize& size : vm_sizes()) EXPECT_EQ(find_vm_size(size.name), &size) << size.name;
}

TEST(VmSizes, are_retired_from_their_day_on) {
  const VmSize& k80 = *find_vm_size("Standard_NC6");
  EXPECT_TRUE(is_retired(k80, kToday));
  EXPECT_TRUE(is_retired(k80, {2023, 8, 31}));
  EXPECT_FALSE(is_retired(k80, {2023, 8, 30}));
  EXPECT_FALSE(is_retired(*find_vm_size("Standard_NC4as_T4_v3"), kToday));
  EXPECT_TRUE(retires_within(*find_vm_size("Standard_HB120rs_v2"), kToday, 365));
  EXPECT_FALSE(retires_within(*find_vm_size("Standard_DS3_v2"), kToday, 365));
  EXPECT_FALSE(retires_within(k80, kToday, 365));
}

TEST(VmSizes, the_closest_that_can_be_had) {
  const auto closest = [](std::string_view name) {
    const VmSize* size = closest_current(*find_vm_size(name), kToday);
    return size == nullptr ? std::string_view("none") : size->name;
  };
  EXPECT_EQ(closest("Standard_NC6"), "Standard_NC4as_T4_v3");
  EXPECT_EQ(closest("Standard_NC24"), "Standard_NC64as_T4_v3");
  EXPECT_EQ(closest("Standard_HB120rs_v2"), "Standard_HB120rs_v3");
  EXPECT_EQ(closest("Standard_NV4as_v4"), "none");
  for (const VmSize& size : vm_sizes()) {
    const VmSize* found = closest_current(size, kToday);
    if (found != nullptr) {
      EXPECT_FALSE(found->retirement.known()) << found->name;
    }
  }
}

TEST(VmSizes, forms_that_the_table_leaves_out) {
  for (const auto* name : {"Standard_E4-2s_v5", "Standard_NC6_Promo", "Basic_A1", "Standard_DC2s_v3",
                           "Standard_D4ps_v5", "Standard_E8pds_v5", "Standard_NP10s"}) {
    EXPECT_TRUE(is_outside_table(name)) << name;
  }
  for (const auto* name : {"Standard_D4s_v5", "Standard_NC6", "Standard_DS3_v2", "NC6", "Standard_Bogus"}) {
    EXPECT_FALSE(is_outside_table(name)) << name;
  }
}

TEST(VmSizes, in_words) {
  EXPECT_EQ(describe(*find_vm_size("Standard_NC4as_T4_v3")), "4 vCPU, 28 GB, 1× T4");
  EXPECT_EQ(describe(find_vm_size("Standard_NC4as_T4_v3")->gpu), "1× T4, 16 GB");
  EXPECT_EQ(describe(*find_vm_size("Standard_DS3_v2")), "4 vCPU, 14 GB");
  EXPECT_EQ(describe(find_vm_size("Standard_NV6ads_A10_v5")->gpu), "1/6 of a A10, 24 GB");
}

}  // namespace
}  // namespace facts
