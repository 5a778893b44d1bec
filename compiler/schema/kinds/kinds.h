// The rows of each kind; one file each. schema/kinds.cpp lists them.
#pragma once

#include "schema/kind.h"

namespace schema {

extern const Kind kWorkspace;
extern const Kind kRegistry;
extern const Kind kEnvironment;
extern const Kind kCompute;
extern const Kind kConnection;
extern const Kind kData;
extern const Kind kDatastore;
extern const Kind kJob;

// The body of `environment`, which a job also takes in place.
extern const Block kEnvironmentBody;

}  // namespace schema
