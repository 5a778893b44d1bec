// Numbers that the service or its client sets a bound by. Certainty in brackets: [service] refuses, [client]
// refuses or warns (azure-ai-ml 1.4.0, azureml-core 1.49), [documented] on a page only. Sources: pages of
// MicrosoftDocs/azure-ai-docs, resource-limits-capacity.md at cc527d72 (2025-02-05), how-to-manage-quotas.md
// at 0c509fa9 (2026-01-27), how-to-troubleshoot-environments.md at 05e88d3d (2026-07-02), and the published
// resource schema of 2026-05-01.
#pragma once

#include <cstdint>

#include "facts/date.h"

namespace facts {

inline constexpr Date kLimitsAsOf{2026, 11, 23};

inline constexpr std::uint64_t kDockerfileBytes = 100 * 1024;           // [service] text of a Dockerfile
inline constexpr std::uint64_t kBuildContextFiles = 100;                // [documented]
inline constexpr std::uint64_t kBuildContextBytes = 1024 * 1024;        // [documented]
inline constexpr std::uint64_t kSnapshotBytes = 300ULL << 20;           // [client] of the older SDK
inline constexpr std::uint64_t kSnapshotFiles = 2000;                   // [documented]
inline constexpr std::uint64_t kUploadWarnBytes = 100'000'000;          // [client] warns, and proposes azcopy
inline constexpr std::int64_t kJobLifetimeSeconds = 21 * 86400;         // [service]
inline constexpr std::int64_t kLowPriorityLifetimeSeconds = 7 * 86400;  // [service]
inline constexpr int kClusterNodes = 100;               // [documented] without communication; more on request
inline constexpr int kClusterNodesCommunicating = 300;  // [documented] 100 in RDMA families; more on request
inline constexpr int kClusterNodesOnRequest = 65'000;   // [documented]
inline constexpr int kMpiNodes = 100;                   // [documented]
inline constexpr std::uint64_t kExperimentNameLength = 256;  // [documented] characters, as are those below
inline constexpr std::uint64_t kDisplayNameLength = 256;     // [documented]
inline constexpr std::uint64_t kDescriptionLength = 5000;    // [documented]
inline constexpr std::uint64_t kTags = 50;                   // [documented]
inline constexpr std::uint64_t kTagKeyLength = 100;          // [documented]
inline constexpr std::uint64_t kTagValueLength = 1000;       // [documented]
inline constexpr std::uint64_t kProperties = 50;             // [documented] keys and values as of tags
inline constexpr std::uint64_t kJobInputs = 200;             // [documented] data references
inline constexpr std::uint64_t kJobOutputs = 20;             // [documented]
inline constexpr std::uint64_t kPipelineSteps = 30'000;      // [documented]

}  // namespace facts
