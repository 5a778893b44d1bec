#include "formats/conda_spec.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace formats {
namespace {

struct Good {
  std::string_view text, parts;  // channel|name|version|build
  Pin pin;
  std::string_view pinned = "";
};

TEST(CondaSpecTest, specs_that_conda_takes) {
  const Good rows[] = {
      {"numpy", "|numpy||", Pin::none},
      {"NumPy=1.2", "|NumPy|=1.2|", Pin::prefix, "1.2"},
      {"numpy==1.26.4", "|numpy|==1.26.4|", Pin::exact, "1.26.4"},
      {"numpy 1.2", "|numpy|1.2|", Pin::exact, "1.2"},
      {"numpy=1.2=py36_0", "|numpy|=1.2|py36_0", Pin::exact, "1.2"},
      {"numpy 1.2 py36_0", "|numpy|1.2|py36_0", Pin::exact, "1.2"},
      {"numpy=1.2.*", "|numpy|=1.2.*|", Pin::prefix, "1.2"},
      {"numpy~=1.2", "|numpy|~=1.2|", Pin::prefix, "1.2"},
      {"numpy >= 1.2, < 2", "|numpy|>=1.2,<2|", Pin::range},
      {"numpy (>=1,<2)|3", "|numpy|(>=1,<2)|3|", Pin::range},
      {"numpy >1.8,<2|==1.7", "|numpy|>1.8,<2|==1.7|", Pin::range},
      {"numpy!=1.3", "|numpy|!=1.3|", Pin::range},
      {"numpy=1!2.0", "|numpy|=1!2.0|", Pin::prefix, "1!2.0"},
      {"python=3.10  # the service's", "|python|=3.10|", Pin::prefix, "3.10"},
      {"pytorch=1.9=*cuda*", "|pytorch|=1.9|*cuda*", Pin::exact, "1.9"},
      {"libblas=*=*mkl", "|libblas|=*|*mkl", Pin::none},
      {"conda-forge::numpy=1.2", "conda-forge|numpy|=1.2|", Pin::prefix, "1.2"},
      {"conda-forge/linux-64::numpy", "conda-forge/linux-64|numpy||", Pin::none},
      {"numpy[version='>=1', build=py3*]", "|numpy|>=1|py3*", Pin::range},
      {"numpy[version=1.2, channel=\"x\"]", "x|numpy|1.2|", Pin::exact, "1.2"},
      {"https://x/y/numpy-1.2-py36_0.tar.bz2", "|https://x/y/numpy-1.2-py36_0.tar.bz2||", Pin::exact},
      {"numpy-1.2", "|numpy-1.2||", Pin::none},
  };
  for (const Good& row : rows) {
    const CondaSpec spec = parse_conda_spec(row.text);
    EXPECT_TRUE(spec.faults.empty()) << row.text << ": " << spec.faults[0].what;
    EXPECT_EQ(fmt::format("{}|{}|{}|{}", spec.channel, spec.name, spec.version, spec.build), row.parts)
        << row.text;
    EXPECT_EQ(conda_pin(spec), row.pin) << row.text;
    EXPECT_EQ(pinned_conda_version(spec), row.pinned) << row.text;
    EXPECT_EQ(text_at(row.text, spec.name_at), spec.name);
  }
}

struct Bad {
  std::string_view text, at, what;
  std::optional<std::string> instead = std::nullopt;
};

const Bad kWrong[] = {
    {"", "", "the name of a package is missing"},
    {"=1.2", "=1.2", "the name of a package is missing"},
    {"numpy=>1.2", "=>", "conda has no `=>`; it writes `>=`", ">="},
    {"numpy===1.2", "===", "conda has no `===`; it writes `==`", "=="},
    {"numpy>=1.2 <2", " ", "a comma is missing between two bounds", ","},
    {"numpy>=1.2<2", "", "a comma is missing between two bounds", ","},
    {"numpy>=1.2,", ",", "a bound is missing here"},
    {"numpy>", ">", "the version is missing after `>`"},
    {"numpy=", "=", "the version is missing after `=`"},
    {"numpy=1.2=", "=", "the build string is missing after `=`", ""},
    {"numpy~=1.2.*", "*", "`*` does not go with `~=`"},
    {"numpy!1.3", "!", "`!` is no comparison"},
    {"numpy^1.2", "^", "conda has no `^`; it writes `=` or `>=`"},
    {"numpy@1.2", "@", "conda has no `@`; it writes `=` or `>=`", "="},
    {"numpy:1.2", ":", "a version follows `=`", "="},
    {"conda-forge:numpy", ":", "a channel is followed by `::`", "::"},
    {"::numpy", "::", "the channel is missing before `::`"},
    {"numpy=1..2", "..", "a part of the version is empty here"},
    {"numpy=(1", "(", "this `(` is never closed"},
    {"numpy=$V", "$", "a version has letters, digits, `.`, `_`, `-`, `+` and `!`"},
    {"my package", "package", "a version follows the name; each package stands in a text of its own"},
    {"ray[default]", "[default]", "extras belong to pip; conda's brackets hold `key=value`"},
    {"numpy[version='>=1", "[", "this `[` is never closed"},
    {"numpy[version='=>1']", "=>", "conda has no `=>`; it writes `>=`", ">="},
    {"pip install x", "pip install x", "this is a command; what pip installs stands in the `pip` list"},
    {"-r requirements.txt", "-r requirements.txt",
     "options and files of requirements stand in the `pip` list"},
    {"git+https://x/y", "git+https://x/y",
     "conda installs nothing from such an address; it stands in the `pip` list"},
    {"x; os_name=='nt'", "; os_name=='nt'", "markers belong to pip; conda has none"},
    {"'numpy'", "'numpy'", "conda takes these quotes for a part of the name"},
    {"numpy/x", "/", "a package's name has letters, digits, `-`, `_` and `.`"},
};

TEST(CondaSpecTest, specs_that_are_wrong) {
  for (const Bad& row : kWrong) {
    const CondaSpec spec = parse_conda_spec(row.text);
    ASSERT_EQ(spec.faults.size(), 1U) << row.text;
    EXPECT_EQ(text_at(row.text, spec.faults[0].at), row.at) << row.text;
    EXPECT_EQ(spec.faults[0].what, row.what) << row.text;
    EXPECT_EQ(spec.faults[0].instead, row.instead) << row.text;
  }
}

}  // namespace
}  // namespace formats
