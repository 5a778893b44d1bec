#include "formats/pip_requirement.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "formats/pep440.h"
#include "formats/url.h"

namespace formats {
namespace {

using Kind = PipRequirement::Kind;

std::string shown(const PipRequirement& r) {
  std::string out = r.name;
  for (const auto& extra : r.extras) out += "[" + extra + "]";
  for (const auto& s : r.specifiers) out += fmt::format(" {}{}", s.op, s.version);
  if (!r.url.empty()) out += " @" + r.url;
  if (!r.marker.empty()) out += " ;" + r.marker;
  if (!r.option.empty()) out += fmt::format("{} {}", r.option, r.value);
  return out;
}

TEST(PipRequirementTest, lines_that_pip_takes) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"numpy", "numpy"},
      {"numpy==1.26.4", "numpy ==1.26.4"},
      {"  numpy >= 1.2 , < 2  # why", "numpy >=1.2 <2"},
      {"numpy (>=1.2,<2)", "numpy >=1.2 <2"},
      {"azureml-mlflow", "azureml-mlflow"},
      {"torch==2.1.0+cu121", "torch ==2.1.0+cu121"},
      {"ray[default, tune]~=2.9", "ray[default][tune] ~=2.9"},
      {"x==1.*, !=1.5.*", "x ==1.* !=1.5.*"},
      {"x===anything-1", "x ===anything-1"},
      {"x==1!2.0rc1.post2.dev3", "x ==1!2.0rc1.post2.dev3"},
      {"pywin32>=1.0;sys_platform=='win32'", "pywin32 >=1.0 ;sys_platform=='win32'"},
      {"x; python_version < '3.8' and (os_name == \"nt\" or extra not in 'a')",
       "x ;python_version < '3.8' and (os_name == \"nt\" or extra not in 'a')"},
      {"x @ https://a.b/x.whl ; os_name=='nt'", "x @https://a.b/x.whl ;os_name=='nt'"},
      {"git+https://github.com/a/b.git@main", " @git+https://github.com/a/b.git@main"},
      {"./wheels/x-1.0-py3-none-any.whl", " @./wheels/x-1.0-py3-none-any.whl"},
      {"x-1.0.tar.gz", " @x-1.0.tar.gz"},
      {"x==1.0 --hash=sha256:aa --hash=sha256:bb", "x ==1.0"},
      {"-r requirements.txt", "--requirement requirements.txt"},
      {"-rother.txt", "--requirement other.txt"},
      {"--extra-index-url=https://download.pytorch.org/whl/cu121",
       "--extra-index-url https://download.pytorch.org/whl/cu121"},
      {"-e .", "--editable ."},
      {"--pre", "--pre "},
      {"", ""},
      {"   # only a comment", ""},
  };
  for (const auto& [line, want] : rows) {
    const PipRequirement r = parse_pip_requirement(line);
    EXPECT_TRUE(r.faults.empty()) << line << ": " << r.faults[0].what;
    EXPECT_EQ(shown(r), want) << line;
  }
}

struct Bad {
  std::string_view line, at, what;
  std::optional<std::string> instead = std::nullopt;
};

const Bad kRefused[] = {
    {"numpy=1.2", "=", "pip compares with `==`", "=="},
    {"numpy>=1.2 <2", " ", "a comma is missing between two comparisons", ","},
    {"numpy=>1.2", "=>", "pip has no `=>`; it writes `>=`", ">="},
    {"numpy^1.2", "^", "pip has no `^`; it writes `~=`", "~="},
    {"numpy 1.2", "1.2", "a comparison is missing before the version", "==1.2"},
    {"numpy==1.26=py311", "=py311", "a build string belongs to conda; pip has none", ""},
    {"numpy==", "==", "the version is missing after `==`"},
    {"numpy==one", "one", "`one` is no version"},
    {"numpy>=1.*", "1.*", "`.*` goes with `==` and `!=`, not with `>=`"},
    {"numpy~=1", "1", "`~=` takes at least two numbers, such as `~=1.0`"},
    {"x>=1.0+cu1", "1.0+cu1", "a local version such as `+cu121` goes with `==`, not with `>=`"},
    {"pip install numpy", "pip install numpy", "this is a command; only what it installs stands here",
     "numpy"},
    {"pip install -r x.txt", "pip install -r x.txt", "this is a command; only what it installs stands here"},
    {"'numpy>=1.2'", "'numpy>=1.2'", "pip takes these quotes for a part of the name", "numpy>=1.2"},
    {"my package", "package", "this follows neither a comparison nor `;`"},
    {"conda-forge::numpy", "::numpy", "this follows neither a comparison nor `;`"},
    {"x[a", "[", "this `[` is never closed"},
    {"x[a b]", "b", "extras are names with commas between"},
    {"x (>=1", "(", "this `(` is never closed"},
    {"_x", "_", "a name starts with a letter or a digit"},
    {"x-", "-", "a name ends with a letter or a digit"},
    {"\xc3\xa9x", "\xc3\xa9", "a name starts with a letter or a digit"},
    {"x @ 1.2", "1.2", "an address follows `@`; a version follows `==`"},
    {"x; python_versoin<'3'", "python_versoin", "did you mean `python_version`?", "python_version"},
    {"x; python_version<3.8", "3.8", "a value of a marker stands in quotes", "'3.8'"},
    {"x; os_name='nt'", "=", "a marker compares with `==`", "=="},
    {"x; (os_name=='nt'", "(", "this `(` is never closed"},
    {"--extra-index-urls x", "--extra-index-urls", "did you mean `--extra-index-url`?", "--extra-index-url"},
    {"--index-url", "--index-url", "`--index-url` takes a value"},
    {"--pre x", "x", "`--pre` takes no value"},
};

TEST(PipRequirementTest, lines_that_pip_refuses) {
  for (const Bad& row : kRefused) {
    const PipRequirement r = parse_pip_requirement(row.line);
    ASSERT_EQ(r.faults.size(), 1U) << row.line;
    EXPECT_EQ(text_at(row.line, r.faults[0].at), row.at) << row.line;
    EXPECT_EQ(r.faults[0].what, row.what) << row.line;
    EXPECT_EQ(r.faults[0].instead, row.instead) << row.line;
  }
}

TEST(PipRequirementTest, pins) {
  const auto pin = [](std::string_view line) { return pip_pin(parse_pip_requirement(line)); };
  EXPECT_EQ(pin("x"), Pin::none);
  EXPECT_EQ(pin("x>=1"), Pin::range);
  EXPECT_EQ(pin("x~=1.2"), Pin::prefix);
  EXPECT_EQ(pin("x==1.*"), Pin::prefix);
  EXPECT_EQ(pin("x==1.2"), Pin::exact);
  EXPECT_EQ(pin("x @ git+https://g/r"), Pin::none);
  EXPECT_EQ(pin("x @ git+https://g/r@v1"), Pin::exact);
  EXPECT_EQ(pinned_version(parse_pip_requirement("x>=1,==1.2")), "1.2");
  EXPECT_EQ(pinned_version(parse_pip_requirement("x==1.*")), "");
  EXPECT_EQ(normalized_pip_name("Azure_ML.-core"), "azure-ml-core");
}

TEST(PipRequirementTest, files_keep_places_over_continuations) {
  const std::string_view text = "# head\r\nnumpy==1.2\r\n\r\nscipy \\\n  =1.0\n-r more.txt";
  const auto lines = read_pip_file(text);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(text_at(text, lines[0].at), "numpy==1.2");
  EXPECT_EQ(lines[1].requirement.name, "scipy");
  ASSERT_EQ(lines[1].requirement.faults.size(), 1U);
  EXPECT_EQ(text_at(text, shifted(lines[1].requirement.faults[0].at, lines[1].at.begin)), "=");
  EXPECT_EQ(lines[2].requirement.value, "more.txt");
}

TEST(PythonVersions, are_compared_normalised) {
  for (const auto& [a, b] : {std::pair("1.2", "1.2.0"),
                             {"1.0rc1", "1.0-RC.1"},
                             {"v1.0", "1"},
                             {"1.0.post1", "1.0-1"},
                             {"1.0alpha", "1.0a0"},
                             {"01.2", "1.2"}}) {
    EXPECT_TRUE(same_python_version(a, b)) << a << " " << b;
  }
  for (const auto& [a, b] : {std::pair("1.2", "1.20"), {"1.0", "1.0a1"}, {"1.0", "1.0+x"}, {"1!1", "1"}}) {
    EXPECT_FALSE(same_python_version(a, b)) << a << " " << b;
  }
  for (const auto* text : {"", "a", "1..2", "1.0+", "1.x", "latest", "1.0 beta x"}) {
    EXPECT_FALSE(parse_python_version(text)) << text;
  }
}

TEST(Urls, with_credentials) {
  const auto found = [](std::string_view text) {
    const auto at = url_credentials(text);
    return at ? std::string(text_at(text, *at)) : std::string();
  };
  EXPECT_EQ(found("https://me:s3cret@pkgs.dev.azure.com/x"), "me:s3cret");
  EXPECT_EQ(found("--index-url https://:pat123@x/simple"), ":pat123");
  EXPECT_EQ(found("git+https://ghp_0123456789abcdefghij@github.com/a/b"), "ghp_0123456789abcdefghij");
  for (const auto* text : {"https://${USER}:${TOKEN}@x/", "git+ssh://git@github.com/a", "https://x/y@z",
                           "me:pw@x", "https://me:<password>@x", "https://account@org.x/"}) {
    EXPECT_EQ(found(text), "") << text;
  }
}

}  // namespace
}  // namespace formats
