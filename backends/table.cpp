#include <array>
#include <iterator>

#include "backends/backends.h"
#include "backends/manifest.h"

namespace backends {

std::span<const Backend* const> table() {
  static constexpr std::array<const Backend*, 3> kTable = {&kDockerfileBackend, &kCondaBackend,
                                                           &kRestBackend};
  return kTable;
}

std::vector<Artifact> emit_all(const ir::Plan& plan, const base::Files& files) {
  std::vector<Artifact> out;
  for (const Backend* backend : table()) {
    std::vector<Artifact> some = backend->emit(plan);
    out.insert(out.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  out.push_back(manifest_of(plan, files, out));
  return out;
}

}  // namespace backends
