// Inputs, outputs and params: their types, and what may stand in their braces. Types and modes as the
// service's runtime takes them for jobs (modes table of the service's documentation; JobInput and JobOutput
// of 2026-05-01).
#include <algorithm>

#include "schema/rows.h"

namespace schema {
namespace {

constexpr auto& kDataIn = names<"ro_mount", "download", "direct">;
constexpr auto& kTableIn = names<"ro_mount", "download", "direct", "eval_mount", "eval_download">;
constexpr auto& kOut = names<"rw_mount", "upload", "direct">;

constexpr PortType kPortTypes[] = {
    {"string", "literal", true, "Text.", {}, {}, {}, {}},
    {"integer", "literal", true, "A whole number.", {}, {}, {}, {}},
    {"number", "literal", true, "A number.", {}, {}, {}, {}},
    {"boolean", "literal", true, "`true` or `false`.", {}, {}, {}, {}},
    {"uri_file", "uri_file", false, "A file.", kDataIn, "ro_mount", kOut, "rw_mount"},
    {"uri_folder", "uri_folder", false, "A folder.", kDataIn, "ro_mount", kOut, "rw_mount"},
    {"mltable", "mltable", false, "A table: a folder with a file `MLTable` that says how to read it.",
     kTableIn, "ro_mount", kOut, "rw_mount"},
    {"mlflow_model", "mlflow_model", false, "A model in MLflow's form.", kDataIn, "ro_mount", kOut,
     "rw_mount"},
    {"custom_model", "custom_model", false, "A model in a form of one's own.", kDataIn, "ro_mount", kOut,
     "rw_mount"},
    {"triton_model", "triton_model", false, "A model for Triton.", kDataIn, "ro_mount", kOut, "rw_mount"},
};

constexpr Word kInputModes[] = {
    {"ro_mount", "ReadOnlyMount", "Read from where it lies.", Api::first, names<"mount">},
    {"download", "Download", "Copied to the node before the job starts."},
    {"direct", "Direct", "Its address, as it is."},
    {"eval_mount", "EvalMount", "A table: the files it names, read from where they lie."},
    {"eval_download", "EvalDownload", "A table: the files it names, copied before the job starts."},
};
constexpr Word kOutputModes[] = {
    {"rw_mount", "ReadWriteMount", "Written to where it will lie.", Api::first, names<"mount">},
    {"upload", "Upload", "Copied from the node when the job ends."},
    {"direct", "Direct", "Its address, as it is.", Api::v2024_04_01},
};

constexpr Field kInputFields[] = {
    {.name = "mode",
     .type = one_of(kInputModes),
     .doc = "How the job gets it. Default `ro_mount`.",
     .rest = "mode"},
    {.name = "description", .type = kString, .doc = "What it is.", .rest = "description"},
    {.name = "min", .type = kAny, .doc = "Least value of a number.", .yaml = "-"},
    {.name = "max", .type = kAny, .doc = "Greatest value of a number.", .yaml = "-"},
    {.name = "enum", .type = list(kAny), .doc = "All values that it takes.", .yaml = "-"},
};
constexpr Gone kInputGone[] = {
    {"type", "write it after a colon: `NAME: uri_folder = …`"},
    {"path", "write it as the value: `NAME: uri_folder = \"…\"`"},
    {"value", "write it as the value: `NAME: integer = 5`"},
    {"default", "write it as the value: `NAME: integer = 5`"},
    {"optional", "it is for the inputs of a component: an input of a job has a value"},
    {"path_on_compute",
     "write a property of the job: `properties { AZURE_ML_INPUT_PathOnCompute_NAME = \"/path\" }`"},
    {"datastore", "leave it out: uploads go to the workspace's own datastore"},
};
constexpr Block kInputs{
    .name = "input",
    .doc = "How a job takes an input.",
    .fields = kInputFields,
    .gone = kInputGone,
};

constexpr Field kOutputFields[] = {
    {.name = "mode",
     .type = one_of(kOutputModes),
     .doc = "How it is kept. Default `rw_mount`.",
     .rest = "mode"},
    {.name = "description", .type = kString, .doc = "What it is.", .rest = "description"},
    {.name = "name",
     .type = name_of(NameRule::asset),
     .doc = "Asset as which it is registered. Default none.",
     .rest = "assetName",
     .since = Api::v2026_05_01,
     .was = names<"asset_name">},
};
constexpr Gone kOutputGone[] = {
    {"type", "write it after a colon: `NAME: uri_folder`"},
    {"path", "write it as the value: `NAME: uri_folder = \"azureml://datastores/…\"`"},
    {"path_on_compute",
     "write a property of the job: `properties { AZURE_ML_OUTPUT_PathOnCompute_NAME = \"/path\" }`"},
};
constexpr Block kOutputs{
    .name = "output",
    .doc = "How an output of a job is kept.",
    .fields = kOutputFields,
    .gone = kOutputGone,
};

constexpr Field kParamFields[] = {
    {.name = "min", .type = kAny, .doc = "Least value of a number, duration or size.", .yaml = "-"},
    {.name = "max", .type = kAny, .doc = "Greatest value of a number, duration or size.", .yaml = "-"},
    {.name = "enum", .type = list(kAny), .doc = "All values that it takes.", .yaml = "-"},
    {.name = "description", .type = kString, .doc = "What it is.", .yaml = "-"},
};
constexpr Block kParams{.name = "param", .doc = "What values a param takes.", .fields = kParamFields};

static_assert(flaw_of(kInputs).empty());
static_assert(flaw_of(kOutputs).empty());
static_assert(flaw_of(kParams).empty());

}  // namespace

std::span<const PortType> port_types() { return kPortTypes; }
const PortType* find_port_type(std::string_view name) {
  const auto at = std::ranges::find(kPortTypes, name, &PortType::name);
  return at == std::end(kPortTypes) ? nullptr : at;
}
const Block& input_options() { return kInputs; }
const Block& output_options() { return kOutputs; }
const Block& param_options() { return kParams; }

}  // namespace schema
