// `environment`: the image in which a job runs, and its Python. Names of the blocks `docker` and `python` are
// those of the older SDK (azureml-core 1.49); what the service has is EnvironmentVersionProperties of
// 2026-05-01.
#include "schema/kinds/kinds.h"
#include "schema/rows.h"

namespace schema {
namespace {

constexpr Field kBuildContextFields[] = {
    {.name = "path",
     .type = path(form_local | form_web, MustBe::folder),
     .doc = "Folder with the Dockerfile and the files that it copies, or the address of one.",
     .required = true,
     .was = names<"location", "context_uri">},
    {.name = "dockerfile_path",
     .type = kString,
     .doc = "The Dockerfile, relative to `path`. Default `Dockerfile`.",
     .fallback = "Dockerfile",
     .was = names<"dockerfile">},
};
constexpr Gone kBuildContextGone[] = {
    {"location_type", "leave it out: `path` says whether it is a folder or an address"},
};
constexpr Block kBuildContext{
    .name = "build_context",
    .doc = "A folder from which the image is built.",
    .fields = kBuildContextFields,
    .gone = kBuildContextGone,
};

constexpr Field kImageRegistryFields[] = {
    {.name = "address",
     .type = kText,
     .doc = "Host of the registry, such as `pets.azurecr.io`.",
     .required = true},
    {.name = "username", .type = kText, .doc = "Name of the account that may pull."},
    {.name = "password", .type = kSecret, .doc = "Its password; a `secret`, read when submitting."},
};
constexpr Group kImageRegistryGroups[] = {{Group::Rule::all_or_none, names<"username", "password">}};
constexpr Gone kImageRegistryGone[] = {
    {"registry_identity", "give the compute an identity that may pull: `compute NAME { identity { … } }`"},
};
constexpr Block kImageRegistry{
    .name = "base_image_registry",
    .doc =
        "The login to a private registry. It becomes a connection of the workspace, named after the address; "
        "nothing "
        "is put before the image.",
    .fields = kImageRegistryFields,
    .groups = kImageRegistryGroups,
    .gone = kImageRegistryGone,
};

constexpr Field kDockerFields[] = {
    {.name = "base_image",
     .type = kText,
     .doc = "The image, with its registry and a tag or digest. `none` where a Dockerfile names it.",
     .yaml = "image",
     .was = names<"image", "baseImage">},
    {.name = "base_dockerfile",
     .type = kFileText,
     .doc = "Text of a Dockerfile that builds the image; `file(\"Dockerfile\")` reads it from a file.",
     .yaml = "-",
     .was = names<"dockerfile", "baseDockerfile">},
    {.name = "build_context",
     .type = block(kBuildContext),
     .doc = "Folder from which the image is built.",
     .yaml = "build",
     .was = names<"build", "buildContext">},
    {.name = "base_image_registry",
     .type = block(kImageRegistry),
     .doc = "Login to the private registry of the image.",
     .yaml = "-",
     .was = names<"baseImageRegistry">},
};
constexpr Gone kDockerGone[] = {
    {"enabled", "leave it out: a job always runs in the environment's image", true},
    {"use_docker", "leave it out: a job always runs in the environment's image", true},
    {"arguments", "write it in the job: `resources { docker_args = \"…\" }`"},
    {"shared_volumes", "leave it out: the service mounts what a job needs", true},
    {"gpu_support", "leave it out: GPUs are found by the size of the compute", true},
    {"shm_size", "write it in the job: `resources { shm_size = 2gb }`"},
    {"platform", "write `os_type` in the environment; the architecture is always amd64"},
};
constexpr Block kDocker{
    .name = "docker",
    .doc = "Where the image comes from: one of `base_image`, `base_dockerfile` and `build_context`.",
    .fields = kDockerFields,
    .gone = kDockerGone,
};

constexpr Field kCondaFields[] = {
    {.name = "name", .type = kText, .doc = "Name in the conda file. The service replaces it."},
    {.name = "channels",
     .type = kStrings,
     .doc = "Channels of packages, the most important first.",
     .was = names<"conda_channels">},
    {.name = "packages",
     .type = kStrings,
     .doc = "Conda packages, such as `python=3.11`.",
     .was = names<"conda_packages", "dependencies">},
    {.name = "pip",
     .type = kStrings,
     .doc = "Requirements that pip installs after the conda packages, such as `numpy==1.26.4`.",
     .was = names<"pip_packages">},
    {.name = "variables", .type = kStringMap, .doc = "Environment variables that conda sets on activation."},
};
constexpr Gone kCondaGone[] = {
    {"pin_sdk_version", "name the version: `pip = [\"azureml-defaults==1.60.0\"]`"},
    {"prefix", "leave it out: the service chooses the folder"},
};
constexpr Block kConda{
    .name = "conda_dependencies",
    .doc = "The conda environment that is made on top of the image.",
    .fields = kCondaFields,
    .gone = kCondaGone,
};

constexpr Field kPythonFields[] = {
    {.name = "user_managed_dependencies",
     .type = kBoolean,
     .doc = "Whether the image's own Python runs the job, with what is in the image. Default `true` without "
            "conda "
            "dependencies, else `false`.",
     .yaml = "-",
     .was = names<"userManagedDependencies">},
    {.name = "conda_dependencies",
     .type = block(kConda),
     .doc = "Packages of the conda environment in which the job runs.",
     .yaml = "conda_file",
     .was = names<"condaDependencies">},
    {.name = "conda_file",
     .type = path(form_local, MustBe::file),
     .doc = "A conda file, in place of `conda_dependencies`.",
     .was = names<"conda_dependencies_file", "condaDependenciesFile">},
};
constexpr Group kPythonGroups[] = {{Group::Rule::at_most_one, names<"conda_dependencies", "conda_file">}};
constexpr Gone kPythonGone[] = {
    {"base_conda_environment", "name its packages in `conda_dependencies`, or use an image that has it"},
    {"interpreter_path", "name the interpreter in the job: `command = \"/opt/python train.py\"`"},
    {"packages", "write `conda_dependencies { packages = [ … ] }`"},
};
constexpr Block kPython{
    .name = "python",
    .doc = "Which Python runs, and with which packages.",
    .fields = kPythonFields,
    .groups = kPythonGroups,
    .gone = kPythonGone,
};

constexpr Field kRouteFields[] = {
    {.name = "path",
     .type = kText,
     .doc = "Path of the route, such as `/score`.",
     .required = true,
     .rest = "path"},
    {.name = "port",
     .type = kPort,
     .doc = "Port on which the server listens.",
     .required = true,
     .rest = "port"},
};
constexpr Block kRoute{.name = "route", .doc = "Where the inference server answers.", .fields = kRouteFields};

constexpr Field kInferenceFields[] = {
    {.name = "liveness_route",
     .type = block(kRoute),
     .doc = "Route that says whether the server is alive.",
     .required = true,
     .rest = "livenessRoute"},
    {.name = "readiness_route",
     .type = block(kRoute),
     .doc = "Route that says whether the server is ready.",
     .required = true,
     .rest = "readinessRoute"},
    {.name = "scoring_route",
     .type = block(kRoute),
     .doc = "Route that takes the requests.",
     .required = true,
     .rest = "scoringRoute"},
    {.name = "startup_route",
     .type = block(kRoute),
     .doc = "Route that says whether the server has started.",
     .rest = "startupRoute",
     .since = Api::v2025_06_01},
};
constexpr Block kInference{
    .name = "inference_config",
    .doc = "How an inference server of one's own in the image is reached, for online deployments.",
    .fields = kInferenceFields,
};

constexpr Word kOsTypes[] = {{"linux", "Linux", {}}, {"windows", "Windows", {}}};
constexpr Word kAutoRebuilds[] = {
    {"disabled", "Disabled", "Never."},
    {"on_base_image_update", "OnBaseImageUpdate", "When the base image is published anew."},
};

constexpr Field kFields[] = {
    {.name = "name",
     .type = name_of(NameRule::environment),
     .doc = "Name in Azure. Default the declaration's."},
    {.name = "version", .type = kText, .doc = "Version in Azure. Default the next number."},
    {.name = "description", .type = kString, .doc = "What it is for.", .rest = "properties.description"},
    {.name = "tags",
     .type = kStringMap,
     .doc = "Tags: names and values of one's own.",
     .rest = "properties.tags"},
    {.name = "properties",
     .type = kStringMap,
     .doc = "Properties: as tags, but they cannot be changed later.",
     .yaml = "-",
     .rest = "properties.properties"},
    // The service wants an image or a build context, and a conda file's text: the backend makes them of both
    // blocks.
    {.name = "docker", .type = block(kDocker), .doc = "Where the image comes from.", .yaml = "."},
    {.name = "python",
     .type = block(kPython),
     .doc = "Which Python runs, and with which packages. Default the image's own.",
     .yaml = "."},
    {.name = "inference_config",
     .type = block(kInference),
     .doc = "Routes of an inference server in the image.",
     .rest = "properties.inferenceConfig"},
    {.name = "os_type",
     .type = one_of(kOsTypes),
     .doc = "Operating system of the image. Default `linux`.",
     .rest = "properties.osType"},
    // The service keeps these in jobs: they go to each job that uses the environment.
    {.name = "environment_variables",
     .type = kStringMap,
     .doc = "Environment variables of every job that uses it; the job's own win.",
     .yaml = "-"},
    {.name = "stage",
     .type = kText,
     .doc = "Stage in its life, a word of one's own such as `Production`.",
     .yaml = "-",
     .rest = "properties.stage",
     .since = Api::v2023_04_01},
    {.name = "auto_rebuild",
     .type = one_of(kAutoRebuilds),
     .doc = "When the service builds the image again. Default `disabled`.",
     .yaml = "-",
     .rest = "properties.autoRebuild"},
};
constexpr Gone kGone[] = {
    {"image", "write `docker { base_image = \"…\" }`"},
    {"build", "write `docker { build_context { path = \"…\" } }`"},
    {"conda_file", "write `python { conda_file = \"…\" }`"},
    {"channels", "write `python { conda_dependencies { channels = [ … ] } }`"},
    {"dependencies", "write `python { conda_dependencies { packages = [ … ]  pip = [ … ] } }`"},
    {"conda_dependencies", "write it in `python { … }`"},
    {"inferencing_stack_version", "describe the server with `inference_config`"},
    {"spark", "write a `spark` job: its packages stand in `conf`"},
    {"databricks", "leave it out: Databricks is no compute of the service's present interface"},
    {"r", "install R in the Dockerfile, or with conda packages `r-…`"},
};

}  // namespace

constexpr Block kEnvironmentBody{
    .name = "environment",
    .doc = "The image in which jobs run, and its Python.",
    .fields = kFields,
    .gone = kGone,
};
constexpr Kind kEnvironment{
    .name = "environment",
    .doc = "The image in which jobs run, and its Python.",
    .body = kEnvironmentBody,
    .name_rule = NameRule::environment,
    .collection = "environments",
    .versioned = true,
    .may_exist = false,
};
static_assert(flaw_of(kEnvironment).empty());

}  // namespace schema
