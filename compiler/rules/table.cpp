#include <array>

#include "rules/rules.h"
#include "rules/shared.h"

namespace rules {

namespace {

constexpr const Rule* kTable[] = {
    // Images and how they are built.
    &kImageAndDockerfile,
    &kNoImage,
    &kCondaAndUserManaged,
    &kImageReference,
    &kFloatingTag,
    &kFloatingReference,
    &kRegistryNotUsed,
    &kBaseImageSupport,
    &kImageWithoutConda,
    &kCuratedEnvironments,
    &kDockerfile,
    &kDockerContext,
    &kImageRuns,
    // Conda and pip.
    &kCondaFile,
    &kCondaTexts,
    &kPackagesTwice,
    &kPythonVersion,
    &kCondaHabits,
    // What a job runs, and what is uploaded for it.
    &kScript,
    &kCommandFiles,
    &kShellText,
    &kRedirectedVersion,
    &kUncheckedExpressions,
    &kUnusedPorts,
    &kReservedVariables,
    &kUploads,
    &kUploadedSecrets,
    &kLikelySecrets,
    // Where it runs.
    &kVmSize,
    &kInstances,
    &kDistribution,
    &kComputeOfJob,
    &kDocumentedLimits,
    &kDataPaths,
};

}  // namespace

std::span<const Rule* const> table() { return kTable; }

void run_all(sema::Model& model, const base::Files& files, facts::Date today,
             base::Diagnostics& diagnostics) {
  Shared shared;
  const Context context{model, files, today, shared};
  for (const Rule* rule : table()) rule->run(context, diagnostics);
}

}  // namespace rules
