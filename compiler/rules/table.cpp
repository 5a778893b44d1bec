#include <algorithm>
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

namespace {

// A report in a Dockerfile or conda file says which field reads it: there it can be taken back.
void say_reader(const Shared& shared, base::Diagnostic& one) {
  const auto reader = shared.readers.find(one.at.file);
  if (reader == shared.readers.end()) return;
  const bool said = std::any_of(one.notes.begin(), one.notes.end(),
                                [&](const base::Note& note) { return note.at == reader->second; });
  if (!said) one.note(reader->second, "the file is read here");
}

}  // namespace

void run_all(sema::Model& model, const base::Files& files, facts::Date today,
             base::Diagnostics& diagnostics) {
  Shared shared;
  const Context context{model, files, today, shared};
  const std::size_t before = diagnostics.all().size();
  for (const Rule* rule : table()) rule->run(context, diagnostics);
  for (std::size_t i = before; i < diagnostics.all().size(); ++i) say_reader(shared, diagnostics.all()[i]);
}

}  // namespace rules
