// Sizes of virtual machines: what each has, and until when it can be had. The table ages: a size that it does
// not have may exist, so nothing it says is an error.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "facts/date.h"

namespace facts {

// The newest source that was read for the table.
inline constexpr Date kVmSizesAsOf{2026, 11, 23};

// Whether Azure ML's documentation names a size. `unconfirmed`: Azure has it, no page of Azure ML that was
// read does; what counts is the service's own list of a region.
enum class AmlListing : std::uint8_t { documented, endpoints_only, unconfirmed };
enum class VmStatus : std::uint8_t { available, preview, unknown, retiring, retired };

// The whole GPUs of a size, or the slice it has of one.
struct Gpus {
  std::string_view model = {};  // `T4`; empty: no GPU
  std::uint8_t count = 0;
  std::uint8_t of = 1;           // count/of GPUs: 1/6
  std::uint16_t memory_gib = 0;  // of each whole GPU
  bool amd = false;              // else nvidia
};

struct VmSize {
  std::string_view name;  // as the SKU list spells it: `Standard_NC6`
  std::string_view family;
  std::uint16_t vcpu;
  std::uint32_t memory_gib;
  Gpus gpu;
  VmStatus status;             // on kVmSizesAsOf
  Date retirement;             // not known(): none is announced
  std::string_view successor;  // series, as Microsoft's pages recommend them; empty: none is
  AmlListing aml;
  bool arm64 = false;  // Azure ML's base images are amd64
};

// All sizes, sorted by name in lower case.
std::span<const VmSize> vm_sizes();
// Case does not count. nullptr: the table does not have it.
const VmSize* find_vm_size(std::string_view name);
// Whether the table leaves out sizes of this form on purpose, so that "unknown" would say nothing:
// constrained vCPUs
// (`Standard_E4-2s_v5`), `_Promo`, `Basic_`, confidential, FPGA, and arm64 CPU sizes.
bool is_outside_table(std::string_view name);

bool is_retired(const VmSize& size, Date today);
// Announced, and within so many days.
bool retires_within(const VmSize& size, Date today, int days);
// The size most like this one that is available, amd64, and has no announced end: for a GPU size the same
// number of GPUs of the same maker with at least the memory, as little more as there is; else of a
// recommended series, by vCPU and memory. Among equals one that Azure ML documents. nullptr: nothing comes
// near.
const VmSize* closest_current(const VmSize& size, Date today);

// "1× T4, 16 GB"; "1/6 of a A10, 24 GB"; empty without a GPU.
std::string describe(const Gpus& gpu);
// "4 vCPU, 28 GB, 1× T4".
std::string describe(const VmSize& size);

}  // namespace facts
