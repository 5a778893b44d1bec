#include "runtime/cli/main/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace cli {

void use_large_pages() {
#ifndef AMLJOB_SANITIZED  // a sanitizer has a heap of its own
  constexpr int kStep = 256 << 20;
  constexpr std::uintptr_t kLargePage = 2 << 20;
  // Nothing of the heap goes back before the process ends, and large blocks lie in it too.
  mallopt(M_TOP_PAD, kStep);
  mallopt(M_TRIM_THRESHOLD, kStep * 2 - 1);
  mallopt(M_MMAP_THRESHOLD, kStep);
  void* volatile first = std::malloc(kLargePage);  // makes it grow; volatile: not to be optimized away
  const auto begin = (reinterpret_cast<std::uintptr_t>(first) + kLargePage - 1) / kLargePage * kLargePage;
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0)) / kLargePage * kLargePage;
  std::free(first);
  // Where the kernel has none, pages stay small.
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

}  // namespace cli
