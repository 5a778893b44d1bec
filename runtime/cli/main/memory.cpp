// The process's memory, taken in few steps: of a small check half of the time above an empty process goes
// into faults of single pages of 4 kB, and of a check of 100,000 lines, which writes 80 MB, as much.
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

extern "C" const char __executable_start, etext;  // of the linker

namespace {

using Address = std::uintptr_t;

constexpr Address kPage = 4096, kLargePage = 2 << 20;

void advise(Address begin, Address end, int advice) {
  // A kernel that does not know the advice gives the pages one by one.
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, advice);
}

// Before anything else is constructed: the tables of the parser are the first to want memory.
[[gnu::constructor(101)]] void take_memory() {
  advise(reinterpret_cast<Address>(&__executable_start) / kPage * kPage, reinterpret_cast<Address>(&etext),
         MADV_POPULATE_READ);
  // Steps of address space: a page counts as used when it is first written to. Nothing goes back before the
  // end.
  constexpr int kStep = 256 << 20;
  mallopt(M_TOP_PAD, kStep);
  mallopt(M_TRIM_THRESHOLD, kStep * 2 - 1);
  mallopt(M_MMAP_THRESHOLD, kStep);
  void* volatile first = std::malloc(1);    // makes it grow; volatile: not to be optimized away
  constexpr Address kSmallest = 384 << 10;  // what the smallest check uses
  const Address begin = reinterpret_cast<Address>(first) / kPage * kPage;
  const Address large = (begin + kSmallest + kLargePage - 1) / kLargePage * kLargePage;
  const Address end = reinterpret_cast<Address>(sbrk(0)) / kLargePage * kLargePage;
  std::free(first);
  if (large >= end) return;
  advise(begin, begin + kSmallest, MADV_POPULATE_WRITE);
  advise(large, end, MADV_HUGEPAGE);
}

}  // namespace
