#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "render/render.h"

namespace render {
namespace {

inline constexpr base::Diagnosis<std::string_view> misspelt{
    {"unknown-field", base::Severity::error, "`compute` has no field `{}`"}};
inline constexpr base::Diagnosis<> aside{{"raw-field", base::Severity::hint, "100%: a, b\nsecond"}};

struct Forms : testing::Test {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  std::vector<Finding> findings;

  Forms() {
    const auto page = sources.add("jobs/my train.amljob", "é { max_instance = 4\n}\n");
    const auto other = sources.add("/lib/ö.amljob", "compute c { }\n");
    diagnostics.report({page, 5, 17}, misspelt, "max_instance")
        .with_label("did you mean `max_instances`?")
        .note({other, 8, 9}, "declared here")
        .fix("rename to `max_instances`", base::Safe::yes, {{{page, 5, 17}, "max_instances"}});
    diagnostics.report({page, 3, 23}, aside);
    for (const base::Diagnostic& one : diagnostics.all()) findings.push_back({&sources, &one, ""});
  }
};

TEST_F(Forms, short_is_one_line) {
  EXPECT_EQ(short_line(findings[0]),
            "jobs/my train.amljob:1:6: error: `compute` has no field `max_instance` [unknown-field]\n");
  EXPECT_EQ(short_line(findings[1]), "jobs/my train.amljob:1:4: hint: 100%: a, b second [raw-field]\n");
}

TEST_F(Forms, github_escapes_data_and_properties) {
  EXPECT_EQ(github_line(findings[0]),
            "::error file=jobs/my train.amljob,line=1,endLine=1,col=6,endColumn=18,title=unknown-field::"
            "`compute` has no field `max_instance`%0Adid you mean `max_instances`?\n");
  EXPECT_EQ(github_line(findings[1]),
            "::notice file=jobs/my train.amljob,line=1,endLine=2,title=raw-field::100%25: a, b%0Asecond\n");
}

TEST_F(Forms, json_is_the_contract) {
  const auto out = nlohmann::json::parse(json(findings, {1, 1, 0, 1}));
  const auto expected = nlohmann::json::parse(R"({
    "version": 1,
    "diagnostics": [
      {"file": "jobs/my train.amljob",
       "range": {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 18}},
       "severity": "error", "code": "unknown-field", "message": "`compute` has no field `max_instance`",
       "label": "did you mean `max_instances`?", "help": "",
       "related": [{"file": "/lib/ö.amljob", "message": "declared here",
                    "range": {"start": {"line": 1, "column": 9}, "end": {"line": 1, "column": 10}}}],
       "fixes": [{"title": "rename to `max_instances`", "safe": true,
                  "edits": [{
                    "file": "jobs/my train.amljob", "text": "max_instances",
                    "range": {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 18}}}]}]},
      {"file": "jobs/my train.amljob",
       "range": {"start": {"line": 1, "column": 4}, "end": {"line": 2, "column": 2}},
       "severity": "hint", "code": "raw-field", "message": "100%: a, b\nsecond", "label": "", "help": "",
       "related": [], "fixes": []}],
    "summary": {"files": 1, "errors": 1, "warnings": 0, "hints": 1}})");
  EXPECT_EQ(out, expected) << out.dump(1);
}

TEST_F(Forms, json_of_nothing_and_of_the_command_line) {
  const auto out = nlohmann::json::parse(json({}, {2, 0, 0, 0}));
  EXPECT_EQ(out["diagnostics"], nlohmann::json::array());
  base::Diagnostics more;
  more.report({}, aside);
  const Finding one[] = {{&sources, &more.all().front(), ""}};
  const auto placeless = nlohmann::json::parse(json(one, {}));
  EXPECT_EQ(placeless["diagnostics"][0]["file"], "jobs/my train.amljob");
  EXPECT_EQ(placeless["diagnostics"][0]["range"]["end"]["column"], 1);
}

TEST_F(Forms, json_takes_sources_that_are_not_utf8) {
  diagnostics.all()[0].message = "\xFF";
  EXPECT_TRUE(nlohmann::json::accept(json(findings, {})));
  EXPECT_TRUE(nlohmann::json::accept(sarif(findings, {})));
}

TEST_F(Forms, sarif_counts_characters_and_makes_uris) {
  const base::EmbeddedFile pages[] = {{"unknown-field.md", "The page."}};
  const auto out = nlohmann::json::parse(sarif(findings, pages));
  EXPECT_EQ(out["version"], "2.1.0");
  const auto& run = out["runs"][0];
  const auto& result = run["results"][0];
  const auto& place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "jobs/my%20train.amljob");
  EXPECT_EQ(place["region"]["startColumn"], 5) << "é is one character";
  EXPECT_EQ(place["region"]["endColumn"], 17);
  EXPECT_EQ(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "file:///lib/%C3%B6.amljob");
  EXPECT_EQ(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"],
            "max_instances");
  EXPECT_EQ(run["results"][1]["level"], "note");
  const auto& rules = run["tool"]["driver"]["rules"];
  for (const auto& each : run["results"])
    EXPECT_EQ(rules[each["ruleIndex"].get<std::size_t>()]["id"], each["ruleId"]);
  EXPECT_EQ(rules[1]["help"]["text"], "The page.");
}

}  // namespace
}  // namespace render
