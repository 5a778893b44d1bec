// Options that several commands take: one row each.
#pragma once

#include <string_view>

#include "runtime/cli/frame/command.h"

namespace cli::option {

using frame::Count;
using frame::Option;

inline constexpr std::string_view kFindingFormats[] = {"text", "short", "json", "sarif", "github"};
inline constexpr std::string_view kTextOrJson[] = {"text", "json"};
inline constexpr std::string_view kTextOrJsonLines[] = {"text", "jsonl"};
inline constexpr std::string_view kSeverities[] = {"error", "warning"};

inline constexpr Option kFormat{
    .name = "--format", .value = "FORMAT", .doc = "form of the findings (text)", .words = kFindingFormats};
inline constexpr Option kResultFormat{
    .name = "--format", .value = "FORMAT", .doc = "form of the result (text)", .words = kTextOrJson};
inline constexpr Option kHints{.name = "--hints", .doc = "show hints in text"};
inline constexpr Option kSeverity{.name = "--severity",
                                  .value = "NAME=LEVEL",
                                  .doc = "make a warning or hint an error, warning or hint, or turn it off",
                                  .count = Count::many};
inline constexpr Option kErrorOn{
    .name = "--error-on", .value = "LEVEL", .doc = "exit with 1 on warnings too", .words = kSeverities};
inline constexpr Option kAsOf{.name = "--as-of",
                              .value = "DATE",
                              .doc = "what counts as today, such as 2026-11-24: changes findings only"};
inline constexpr Option kDefine{
    .name = "-D", .value = "NAME=VALUE", .doc = "give a param its value", .count = Count::many};
inline constexpr Option kParams{.name = "--params",
                                .value = "FILE",
                                .doc = "read values of params from an .amlparams file",
                                .count = Count::many};
inline constexpr Option kInput{.name = "--input",
                               .value = "NAME=VALUE",
                               .doc = "give an input of the target its value",
                               .count = Count::many};
inline constexpr Option kSet{.name = "--set",
                             .value = "[KIND.NAME.]FIELD=VALUE",
                             .doc = "override a field, of the target where no declaration is named",
                             .count = Count::many};
inline constexpr Option kStdinPath{
    .name = "--stdin-path", .value = "FILE", .doc = "the name of what is read from standard input (`-`)"};
inline constexpr Option kState{
    .name = "--state", .value = "DIR", .doc = "where runs are kept ($XDG_STATE_HOME/amljob)"};
inline constexpr Option kWorkspaceId{.name = "--workspace-id",
                                     .value = "ID",
                                     .doc = "the workspace, /subscriptions/…, where the program names none"};
inline constexpr Option kApiVersion{
    .name = "--api-version", .value = "VERSION", .doc = "of the service's interface (2026-05-01)"};
inline constexpr Option kLocation{
    .name = "--location", .value = "NAME", .doc = "the workspace's region, which only the service knows"};
inline constexpr Option kDefaultStorage{.name = "--default-storage",
                                        .value = "ACCOUNT/CONTAINER",
                                        .doc = "the workspace's own storage, which only the service knows"};
inline constexpr Option kResolveLabels{.name = "--resolve-labels-as",
                                       .value = "VERSION",
                                       .doc = "the version that `@latest` and other labels stand for"};

}  // namespace cli::option
