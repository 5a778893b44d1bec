// The rows against the published resource schemas (testdata/published.tsv, made by make_published.py beside
// it): each path is there, of the row's type, since the version that the row says; so is each word.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "schema/kind.h"

namespace schema {
namespace {

struct Member {
  std::string types;
  Api since;
  std::map<std::string, Api, std::less<>> words;
};
using Members = std::map<std::string, Member, std::less<>>;  // by path

Api api_of(std::string_view version) {
  for (const auto& each : kApiVersions)
    if (each.name == version) return each.api;
  EXPECT_EQ(version, "2026-03-15-preview");
  return Api::preview_2026_03_15;
}

Member member_of(const std::string& types, const std::string& since, const std::string& words) {
  Member member{types, api_of(since), {}};
  std::istringstream each{words};
  for (std::string word; each >> word;) {
    const auto at = word.find('@');
    member.words[word.substr(0, at)] = at == word.npos ? member.since : api_of(word.substr(at + 1));
  }
  return member;
}

// By kind.
const std::map<std::string, Members, std::less<>>& published() {
  static const auto all = [] {
    std::map<std::string, Members, std::less<>> read;
    std::ifstream in{"compiler/schema/testdata/published.tsv"};
    for (std::string line; std::getline(in, line);) {
      std::istringstream cells{line};
      std::string kind, path, types, since, words;
      for (auto* cell : {&kind, &path, &types, &since, &words}) std::getline(cells, *cell, '\t');
      read[kind][path] = member_of(types, since, words);
    }
    return read;
  }();
  return all;
}

// The schema generator lost a level here: the service's documentation has `credentials { keys { NAME … } }`
// (learn.microsoft.com, templates, workspaces/connections 2024-10-01).
bool known_gap(std::string_view path) { return path.starts_with("properties.credentials.keys"); }

std::string json_type(const Type& type) {
  switch (type.shape) {
    case Shape::integer: return "integer";
    case Shape::boolean: return type.words.empty() ? "boolean" : "string";
    case Shape::list: return "array";
    case Shape::map:
    case Shape::block:
    case Shape::inputs:
    case Shape::outputs: return "object";
    default: return "string";
  }
}

class Comparison {
 public:
  explicit Comparison(std::string_view kind) : kind_(kind), members_(published().at(std::string{kind})) {}

  void block(const Block& of, const std::string& at, Api since) {
    for (const auto& field : of.fields) {
      const auto effective = std::max(since, field.since);
      for (const auto& fixed : field.with) value(under(at, fixed.path), fixed.value);
      if (field.rest == ".")
        block(*field.type.block, at, effective);
      else if (!field.rest.empty())
        row(field, under(at, field.rest), effective);
    }
  }

  // A member with one of its words.
  void value(const std::string& path, std::string_view word) {
    const auto* found = find(path);
    ASSERT_TRUE(found) << kind_ << ' ' << path;
    EXPECT_TRUE(found->words.contains(word)) << kind_ << ' ' << path << ' ' << word;
  }

 private:
  static std::string under(const std::string& at, std::string_view path) {
    return at.empty() ? std::string{path} : fmt::format("{}.{}", at, path);
  }

  const Member* find(const std::string& path) const {
    if (const auto at = members_.find(path); at != members_.end()) return &at->second;
    const auto open = members_.find(path.substr(0, path.rfind('.')) + ".*");
    return open == members_.end() ? nullptr : &open->second;
  }

  void row(const Field& field, const std::string& path, Api since) {
    if (known_gap(path)) return;
    const auto* found = find(path);
    ASSERT_TRUE(found) << kind_ << ": nothing published at " << path;
    EXPECT_EQ(static_cast<int>(found->since), static_cast<int>(since)) << kind_ << ": since when " << path;
    type(field.type, path, since);
  }

  void type(const Type& of, const std::string& path, Api since) {
    const auto* found = find(path);
    if (of.shape == Shape::any || !found) return;
    EXPECT_EQ(found->types, json_type(of)) << kind_ << ": type of " << path;
    if (of.shape != Shape::reference) words(of, *found, path, since);
    if (of.shape == Shape::block) block(*of.block, path, since);
    if (of.shape == Shape::list) type(*of.of, path + ".[]", since);
    if (of.shape == Shape::map) type(*of.of, path + ".*", since);
    if (of.shape == Shape::inputs) block(input_options(), path + ".*", since);
    if (of.shape == Shape::outputs) block(output_options(), path + ".*", since);
  }

  void words(const Type& of, const Member& found, const std::string& path, Api since) {
    if (found.words.empty()) return;  // an open string there
    EXPECT_FALSE(of.words.empty()) << kind_ << ": " << path << " has words";
    for (const auto& word : of.words) {
      const auto spelled = word.rest.empty() ? word.name : word.rest;
      const auto at = found.words.find(spelled);
      ASSERT_NE(at, found.words.end()) << kind_ << ": no word " << spelled << " at " << path;
      EXPECT_EQ(static_cast<int>(at->second), static_cast<int>(std::max(since, word.since)))
          << kind_ << ": since when " << spelled << " at " << path;
    }
  }

  std::string_view kind_;
  const Members& members_;
};

TEST(Published, every_row_is_in_the_service) {
  for (const auto* kind : kinds()) {
    // Registries came with 2023-04-01 as a whole.
    const auto since = kind->name == "registry" ? Api::v2023_04_01 : Api::first;
    Comparison comparison{kind->name};
    comparison.block(kind->body, "", since);
    for (const auto& fixed : kind->fixed) comparison.value(std::string{fixed.path}, fixed.value);
  }
}

TEST(Published, types_of_inputs_and_outputs_are_the_service_s) {
  Comparison job{"job"};
  for (const auto& type : port_types()) {
    job.value("properties.inputs.*.jobInputType", type.rest);
    if (!type.literal) job.value("properties.outputs.*.jobOutputType", type.rest);
  }
}

// A word that the tables lack would be refused although the service takes it.
TEST(Published, connections_have_every_category) {
  const auto& words = published().at("connection").at("properties.category").words;
  const auto* field = find_kind("connection")->body.find("type");
  EXPECT_EQ(field->type.words.size(), words.size());
  EXPECT_EQ(find_kind("connection")->body.find("credentials")->type.block->find("type")->type.words.size(),
            published().at("connection").at("properties.authType").words.size());
}

}  // namespace
}  // namespace schema
