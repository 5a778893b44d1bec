// `data`: files, folders and tables that jobs read, kept under a name and version. DataVersionBaseProperties
// of 2026-05-01.
#include "schema/kinds/kinds.h"
#include "schema/rows.h"

namespace schema {
namespace {

constexpr Word kTypes[] = {
    {"uri_folder", {}, "A folder."},
    {"uri_file", {}, "A file."},
    {"mltable", {}, "A table: a folder with a file `MLTable` that says how to read it."},
};

constexpr Field kFields[] = {
    {.name = "name", .type = name_of(NameRule::asset), .doc = "Name in Azure. Default the declaration's."},
    {.name = "version", .type = kText, .doc = "Version in Azure. Default the next number."},
    {.name = "type",
     .type = one_of(kTypes),
     .doc = "What it is. Default `uri_folder`.",
     .fallback = "uri_folder",
     .rest = "properties.dataType"},
    {.name = "path",
     .type = path(form_local | kDataAddresses, MustBe::anything),
     .doc = "Where it lies: a file or folder here, which is uploaded, or an address.",
     .required = true,
     .rest = "properties.dataUri"},
    {.name = "description", .type = kString, .doc = "What it is.", .rest = "properties.description"},
    {.name = "tags",
     .type = kStringMap,
     .doc = "Tags: names and values of one's own.",
     .rest = "properties.tags"},
    {.name = "properties",
     .type = kStringMap,
     .doc = "Properties: as tags, but they cannot be changed later.",
     .rest = "properties.properties"},
};
constexpr Gone kGone[] = {
    {"datastore", "write the address: `path = \"azureml://datastores/NAME/paths/…\"`"},
};

}  // namespace

constexpr Kind kData{
    .name = "data",
    .doc = "Files, folders and tables that jobs read, kept under a name and version.",
    .body = {.name = "data",
             .doc = "Files, folders and tables that jobs read, kept under a name and version.",
             .fields = kFields,
             .gone = kGone},
    .collection = "data",
    .versioned = true,
    .may_exist = false,
};
static_assert(flaw_of(kData).empty());

}  // namespace schema
