// Each rule, in the file of its name.
#pragma once

#include "rules/rule.h"

namespace rules {

extern const Rule kBaseImageSupport;
extern const Rule kCommandFiles;
extern const Rule kComputeOfJob;
extern const Rule kCondaAndUserManaged;
extern const Rule kCondaFile;
extern const Rule kCondaHabits;
extern const Rule kCondaTexts;
extern const Rule kCuratedEnvironments;
extern const Rule kDataPaths;
extern const Rule kDistribution;
extern const Rule kDockerContext;
extern const Rule kDockerfile;
extern const Rule kDocumentedLimits;
extern const Rule kFloatingReference;
extern const Rule kFloatingTag;
extern const Rule kImageAndDockerfile;
extern const Rule kImageReference;
extern const Rule kImageRuns;
extern const Rule kImageWithoutConda;
extern const Rule kInstances;
extern const Rule kLikelySecrets;
extern const Rule kNoImage;
extern const Rule kPackagesTwice;
extern const Rule kPythonVersion;
extern const Rule kRedirectedVersion;
extern const Rule kRegistryNotUsed;
extern const Rule kReservedVariables;
extern const Rule kScript;
extern const Rule kShellText;
extern const Rule kUncheckedExpressions;
extern const Rule kUnusedPorts;
extern const Rule kUploadedSecrets;
extern const Rule kUploads;
extern const Rule kVmSize;

}  // namespace rules
