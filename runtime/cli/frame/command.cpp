#include "runtime/cli/frame/command.h"

namespace frame {

namespace {

constexpr std::string_view kWhen[] = {"auto", "always", "never"};

}  // namespace

namespace option {

constexpr Option kFolder{.name = "-C", .value = "DIR", .doc = "go to this folder first"};
constexpr Option kColor{.name = "--color",
                        .value = "WHEN",
                        .doc = "colours: on a terminal (the default, unless NO_COLOR is set), always, never",
                        .words = kWhen};
constexpr Option kVerbose{.name = "--verbose", .doc = "say more of what is done"};
constexpr Option kHelp{.name = "--help", .letter = "-h", .doc = "print this help"};

}  // namespace option

std::span<const Option* const> common_options() {
  static constexpr const Option* kAll[] = {&option::kFolder, &option::kColor, &option::kVerbose,
                                           &option::kHelp};
  return kAll;
}

}  // namespace frame
