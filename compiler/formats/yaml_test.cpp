#include "formats/yaml.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

const std::pair<std::string_view, YamlType> kTypes[] = {
    {"", YamlType::null},
    {"~", YamlType::null},
    {"NULL", YamlType::null},
    {"nULL", YamlType::string},
    {"yes", YamlType::boolean},
    {"Off", YamlType::boolean},
    {"tRue", YamlType::string},
    {"1", YamlType::integer},
    {"-1_000", YamlType::integer},
    {"010", YamlType::integer},
    {"09", YamlType::string},
    {"0x1F", YamlType::integer},
    {"0b11", YamlType::integer},
    {"0o7", YamlType::string},
    {"12:30", YamlType::integer},
    {"12:61", YamlType::string},
    {"3.10", YamlType::number},
    {"1.", YamlType::number},
    {".5", YamlType::number},
    {"-.5", YamlType::string},
    {"1e5", YamlType::string},
    {"1.0e+5", YamlType::number},
    {"1.0e5", YamlType::string},
    {".inf", YamlType::number},
    {"-.INF", YamlType::number},
    {".nan", YamlType::number},
    {"1:30.5", YamlType::number},
    {"1.2.3", YamlType::string},
    {"2020-01-01", YamlType::timestamp},
    {"2020-1-1", YamlType::string},
    {"2020-01-01T10:00:00Z", YamlType::timestamp},
    {"<<", YamlType::merge},
    {"=", YamlType::value},
    {"numpy=1.2", YamlType::string},
    {"-", YamlType::string},
    {"+", YamlType::string},
};

TEST(Yaml, types_are_those_of_yaml_1_1) {
  for (const auto& [text, type] : kTypes) EXPECT_EQ(yaml_type(text), type) << text;
}

// What `yaml.dump(yaml.safe_load(text), sort_keys=True, default_flow_style=False)` of PyYAML 6.0 gave.
TEST(Yaml, is_written_as_pyyaml_does) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"name: e\ndependencies: [python=3.10, {pip: ['numpy==1.26.4']}]\nchannels: [conda-forge]\n",
       "channels:\n- conda-forge\ndependencies:\n- python=3.10\n- pip:\n  - numpy==1.26.4\nname: e\n"},
      {"a: 'yes'\nb: yes\nc: '3.10'\nd: 3.10\ne: ''\nf:\n",
       "a: 'yes'\nb: true\nc: '3.10'\nd: 3.1\ne: ''\nf: null\n"},
      {"- \"x; python_version<'3.8'\"\n- '#a'\n- a#b\n- 'a: b'\n- a:b\n- '- a'\n- '@a'\n- \"it's\"\n",
       "- x; python_version<'3.8'\n- '#a'\n- a#b\n- 'a: b'\n- a:b\n- '- a'\n- '@a'\n- it's\n"},
      {"- ' a'\n- \"a\\nb\"\n- \"a\\n b\"\n- \"t\\tb\"\n- \"\xc3\xa9\"\n",
       "- ' a'\n- 'a\n\n  b'\n- \"a\\n b\"\n- \"t\\tb\"\n- \"\\xE9\"\n"},
      {"- [a, [b, {c: d}]]\n- []\n- {}\n- x: []\n  y: {z: 1}\n",
       "- - a\n  - - b\n    - c: d\n- []\n- {}\n- x: []\n  y:\n    z: 1\n"},
      {"- x @ https://packages.example.org/simple/x/x-1.0-py3-none-any.whl ; python_version < '3.12' and "
       "os_name == 'posix'\n",
       "- x @ https://packages.example.org/simple/x/x-1.0-py3-none-any.whl ; python_version\n"
       "  < '3.12' and os_name == 'posix'\n"},
      {"a: 1_000\nb: 0x10\nc: 1.5e+3\nd: 1e5\ne: .5\nf: 1.0e+20\ng: 010\nh: 1:30\n",
       "a: 1000\nb: 16\nc: 1500.0\nd: 1e5\ne: 0.5\nf: 1.0e+20\ng: 8\nh: 90\n"},
      {"x: &a [1]\ny: *a\n", "x:\n- 1\ny:\n- 1\n"},
      {"plain\n", "plain\n...\n"},
      {"'3'\n", "'3'\n"},
      {"a: 1\na: 2\n", "a: 2\n"},
  };
  for (const auto& [text, want] : rows) {
    const YamlFile file = read_yaml(text);
    ASSERT_TRUE(file.faults.empty()) << text << file.faults[0].what;
    EXPECT_EQ(write_yaml(file.root), want) << text;
  }
}

TEST(Yaml, places_are_bytes_of_the_values) {
  const std::string_view text =
      "# \xc3\xa4\nname: &a \"x y\"\nlist:\n  - !!str plain\n  - 'it''s'\n  - |\n    block\n";
  const YamlFile file = read_yaml(text);
  ASSERT_TRUE(file.faults.empty());
  const YamlNode& name = *file.root.find("name");
  EXPECT_EQ(text_at(text, name.at), "x y");
  EXPECT_TRUE(name.verbatim);
  const auto& items = file.root.find("list")->items;
  EXPECT_EQ(text_at(text, items[0].at), "plain");
  EXPECT_EQ(text_at(text, items[1].at), "it''s");
  EXPECT_FALSE(items[1].verbatim);
  EXPECT_EQ(items[1].text, "it's");
  EXPECT_EQ(items[2].text, "block\n");
  EXPECT_EQ(file.root.find("nothing"), nullptr);
}

TEST(Yaml, faults_have_a_place) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"a: b: c\n",
       "a `:` with a blank behind it makes a mapping, which may not stand here; put the value in quotes"},
      {"a:\n\t- b\n", "YAML is not indented with tabs"},
      {"a: @b\n", "no value starts with this character; put it in quotes"},
      {"a: 1\n---\nb: 2\n", "a second document starts here"},
      {"a: *x\n", "no anchor of this name stands before it"},
  };
  for (const auto& [text, what] : rows) {
    const YamlFile file = read_yaml(text);
    ASSERT_EQ(file.faults.size(), 1U) << text;
    EXPECT_EQ(file.faults[0].what, what) << text;
    EXPECT_LE(file.faults[0].at.end, text.size());
  }
  EXPECT_TRUE(read_yaml("").empty);
  EXPECT_TRUE(read_yaml("# x\n").empty);
}

TEST(Yaml, bombs_are_refused) {
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) laughs += (k ? ", *a" : "*a") + std::to_string(i - 1);
    laughs += "]\n";
  }
  EXPECT_EQ(read_yaml(laughs).faults.at(0).what, "aliases make this file too large");
  std::string long_text = "a: &a " + std::string(100'000, 'x') + "\nb: [";
  for (int i = 0; i < 1000; ++i) long_text += "*a, ";
  EXPECT_EQ(read_yaml(long_text + "]\n").faults.at(0).what, "aliases make this file too large");
  EXPECT_EQ(read_yaml(std::string(100'000, '[')).faults.size(), 1U);
  EXPECT_EQ(read_yaml("\xff").faults.size(), 1U);
}

}  // namespace
}  // namespace formats
