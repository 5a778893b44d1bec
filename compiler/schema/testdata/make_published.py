#!/usr/bin/env python3
"""Writes published.tsv: which members the bodies of our kinds have in the published schemas, and since when.

    make_published.py FOLDER > published.tsv

FOLDER holds VERSION.json for each of VERSIONS: schemas/VERSION/Microsoft.MachineLearningServices.json of
https://github.com/Azure/azure-resource-manager-schemas (MIT) at a1454431, 2026-08-16.

A line: kind, path, type, first version, words. In a path `*` is any key and `[]` an element; a word is
followed by `@VERSION` where it is younger than the path. Alternatives (`oneOf`) are laid over one another.
"""
import json
import sys

VERSIONS = ["2022-10-01", "2023-04-01", "2024-04-01", "2025-06-01", "2026-05-01", "2026-03-15-preview"]
RESOURCES = {
    "workspace": "workspaces",
    "registry": "registries",
    "environment": "workspaces_environments_versions",
    "compute": "workspaces_computes",
    "connection": "workspaces_connections",
    "data": "workspaces_data_versions",
    "datastore": "workspaces_datastores",
    "job": "workspaces_jobs",
}
# What this language has no kind of, or kinds of their own: other jobs, other computes.
SKIPPED = {"AutoMLJob", "PipelineJob", "SparkJob", "SweepJob", "FineTuningJob", "LabelingJobProperties",
           "DistillationJob", "AKS", "Databricks", "DataFactory", "DataLakeAnalytics", "HDInsight"}
TOP = {"identity", "kind", "location", "properties", "sku", "tags"}


def alternatives(node, definitions):
    """All plain nodes that a node stands for."""
    if "$ref" in node:
        name = node["$ref"].split("/")[-1]
        if not node["$ref"].startswith("#/") or name in SKIPPED:
            return []
        return alternatives(definitions[name], definitions)
    found = [node] if node.keys() & {"type", "properties", "enum"} else []
    for key in ("oneOf", "anyOf", "allOf"):
        for each in node.get(key, []):
            if key == "allOf" and any("$ref" in x and x["$ref"].split("/")[-1] in SKIPPED for x in [each]):
                return found
            found += alternatives(each, definitions)
    return found


def walk(node, path, definitions, out, depth=0):
    for each in alternatives(node, definitions):
        kind = each.get("type", "object")
        words = each.get("enum", []) if kind == "string" else []
        if path:
            types, known = out.setdefault(path, (set(), []))
            types.add(kind)
            known += [word for word in words if word not in known]
        if depth > 9:
            continue
        for name, child in each.get("properties", {}).items():
            if path or name in TOP:
                walk(child, f"{path}.{name}" if path else name, definitions, out, depth + 1)
        if isinstance(each.get("additionalProperties"), dict):
            walk(each["additionalProperties"], f"{path}.*", definitions, out, depth + 1)
        if isinstance(each.get("items"), dict):
            walk(each["items"], f"{path}.[]", definitions, out, depth + 1)


def main():
    schemas = {}
    for version in VERSIONS:
        with open(f"{sys.argv[1]}/{version}.json", encoding="utf-8") as file:
            schemas[version] = json.load(file)
    for kind, resource in RESOURCES.items():
        found = {}
        for version, schema in schemas.items():
            members = {}
            if resource in schema["resourceDefinitions"]:
                walk(schema["resourceDefinitions"][resource], "", schema["definitions"], members)
            for path, (types, words) in members.items():
                since, all_types, all_words = found.setdefault(path, (version, set(), {}))
                all_types |= types
                for word in words:
                    all_words.setdefault(word, version)
        for path in sorted(found):
            since, types, words = found[path]
            spelled = [word if at == since else f"{word}@{at}" for word, at in words.items()]
            print(kind, path, "|".join(sorted(types)), since, " ".join(spelled).strip(), sep="\t")


main()
