#include "formats/conda.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "formats/conda_file.h"

namespace formats {
namespace {

using Kind = CondaProblemKind;

const std::string& item_text(const CondaEnvironment& e, CondaItem item) {
  static const std::string none;
  if (item.part == CondaPart::channels) return e.channels[item.index];
  if (item.part == CondaPart::packages && item.index < e.packages.size()) return e.packages[item.index];
  return item.part == CondaPart::pip ? e.pip[item.index] : none;
}

// `kind:text at the place` of each problem.
std::vector<std::string> problems(const CondaEnvironment& e) {
  std::vector<std::string> out;
  for (const CondaProblem& p : check_conda(e)) {
    out.push_back(fmt::format("{}:{}", static_cast<int>(p.kind), text_at(item_text(e, p.item), p.at)));
  }
  return out;
}

std::string problem(Kind kind, std::string_view at) {
  return fmt::format("{}:{}", static_cast<int>(kind), at);
}

CondaEnvironment environment(std::vector<std::string> packages, std::vector<std::string> pip = {}) {
  CondaEnvironment out;
  out.channels = {"conda-forge"};
  out.packages = std::move(packages);
  out.pip = std::move(pip);
  return out;
}

using Problems = std::vector<std::string>;

TEST(Conda, a_good_environment_has_no_problems) {
  EXPECT_EQ(problems(environment({"python=3.11", "numpy=1.26", "pip=24"}, {"fastai==2.7.14", "-r more.txt"})),
            Problems{});
}

TEST(Conda, each_problem_is_found_at_its_text) {
  EXPECT_EQ(problems(environment({"python=3.11", "numpy=>1.2"})),
            Problems{problem(Kind::malformed_package, "=>")});
  EXPECT_EQ(problems(environment({"python=3.11", "pip=24"}, {"numpy=1.2"})),
            Problems{problem(Kind::malformed_pip, "=")});
  EXPECT_EQ(problems(environment({"numpy=1.2"})), Problems{problem(Kind::no_python, "")});
  EXPECT_EQ(problems(environment({"python==>3.9"})), Problems{problem(Kind::malformed_package, "==>")});
  EXPECT_EQ(problems(environment({"python=3.11"}, {"x==1"})), Problems{problem(Kind::no_pip, "")});
  EXPECT_EQ(problems(environment({"python", "pip=24"}, {"x"})),
            (Problems{problem(Kind::unpinned_package, "python"), problem(Kind::unpinned_pip, "x")}));
  EXPECT_EQ(problems(environment({"python==3.11"})), Problems{problem(Kind::exact_short_version, "==3.11")});
  EXPECT_EQ(problems(environment({"python=3.11", "numpy==1.2", "numpy==1.3"})),
            Problems{problem(Kind::pinned_differently, "==1.3")});
  EXPECT_EQ(problems(environment({"python=3.11", "pip=24", "pytorch==2.1"}, {"torch==2.2"})),
            Problems{problem(Kind::pinned_differently, "==2.2")});
  EXPECT_EQ(problems(environment({"python=3.11", "pip=24", "scikit-learn==1.2"}, {"Scikit_Learn==1.2.0"})),
            Problems{problem(Kind::given_twice, "Scikit_Learn")});
  EXPECT_EQ(problems(environment({"python=3.11", "pip=24"}, {"x==1; os_name=='nt'", "x==2; os_name!='nt'"})),
            Problems{});
  CondaEnvironment channels = environment({"python=3.11"});
  channels.channels = {"https://conda.anaconda.org/t/tk-1/x", "https://me:pw@x/y", "a, b", "conda-forge::x"};
  EXPECT_EQ(problems(channels),
            (Problems{problem(Kind::credentials, "me:pw"), problem(Kind::malformed_channel, ","),
                      problem(Kind::malformed_channel, "::x")}));
  channels.channels.clear();
  EXPECT_EQ(problems(channels), Problems{problem(Kind::no_channels, "")});
}

TEST(Conda, the_other_place_of_a_contradiction_is_known) {
  const auto found = check_conda(environment({"python=3.11", "pip=24", "numpy==1.2"}, {"numpy==1.3"}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].item, (CondaItem{CondaPart::pip, 0}));
  EXPECT_EQ(found[0].other, (CondaItem{CondaPart::packages, 2}));
  EXPECT_EQ(found[0].what, "1.3 here, 1.2 there");
}

TEST(Conda, which_python) {
  EXPECT_EQ(python_of(environment({"numpy", "python=3.10"}))->version, "3.10");
  EXPECT_EQ(python_of(environment({"numpy", "python=3.10"}))->index, 1U);
  EXPECT_EQ(python_of(environment({"conda-forge::python=3.9.18=h1"}))->version, "3.9.18");
  EXPECT_EQ(python_of(environment({"python>=3.9"}))->version, "");
  EXPECT_EQ(python_of(environment({"numpy"})), std::nullopt);
}

TEST(CondaFileTest, is_read_with_places) {
  const std::string_view text =
      "name: e\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.10\n  - 'numpy=>1'\n  - pip\n  - "
      "pip:\n"
      "      - \"x=1\"\n      - \"a\\x62=1\"\nvariables:\n  A: 1\nprefix: /opt\n";
  const CondaFile file = read_conda_file(text);
  EXPECT_TRUE(file.problems.empty());
  EXPECT_EQ(file.environment.name, "e");
  EXPECT_EQ(file.environment.packages, (std::vector<std::string>{"python=3.10", "numpy=>1", "pip"}));
  EXPECT_EQ(file.environment.pip, (std::vector<std::string>{"x=1", "ab=1"}));
  EXPECT_EQ(file.environment.variables[0], (std::pair<std::string, std::string>{"A", "1"}));
  const auto at = [&](CondaItem item, Range inner) {
    return text_at(text, place_in_file(file, item, inner));
  };
  EXPECT_EQ(at({CondaPart::packages, 1}, {5, 7}), "=>");
  EXPECT_EQ(at({CondaPart::pip, 0}, {1, 2}), "=");
  EXPECT_EQ(at({CondaPart::pip, 1}, {2, 3}), "a\\x62=1");
  EXPECT_EQ(at({}, {}), "dependencies");
}

struct FileRow {
  std::string_view text;
  CondaFileProblemKind kind;
  std::string_view at;
  std::optional<std::string> instead = std::nullopt;
};

TEST(CondaFileTest, mistakes_are_found_once) {
  using F = CondaFileProblemKind;
  const FileRow rows[] = {
      {"", F::not_a_mapping, ""},
      {"- python\n", F::not_a_mapping, "- python"},
      {"dependencies: [\n", F::no_yaml, ""},
      {"name: x\n", F::no_dependencies, "name"},
      {"dependencies: python\n", F::wrong_shape, "python"},
      {"dependencies: [a]\nchannels: conda-forge\n", F::wrong_shape, "conda-forge", "[conda-forge]"},
      {"dependencies: [a]\nchannel: [x]\n", F::unknown_key, "channel", "channels"},
      {"dependancies: [a]\n", F::unknown_key, "dependancies", "dependencies"},
      {"dependencies: [a]\nimage: x\n", F::unknown_key, "image"},
      {"dependencies: [a]\npip: [x]\n", F::unknown_key, "pip"},
      {"dependencies: [a]\ndependencies: [b]\n", F::key_given_twice, "dependencies"},
      {"dependencies:\n- python: 3.10\n", F::unknown_key, "python: 3.10", "python=3.10"},
      {"dependencies:\n- 3.10\n", F::not_a_string, "3.10", "'3.10'"},
      {"dependencies:\n-\n", F::wrong_shape, ""},
      {"dependencies:\n- [a]\n", F::wrong_shape, "[a]"},
      {"dependencies:\n- pip: [a]\n- pip: [b]\n", F::second_pip, "pip"},
      {"dependencies:\n- pip: x\n", F::wrong_shape, "x"},
      {"dependencies: [a]\nvariables: [x]\n", F::wrong_shape, "[x]"},
      {"dependencies: [a]\nname: [x]\n", F::wrong_shape, "[x]"},
  };
  for (const FileRow& row : rows) {
    const CondaFile file = read_conda_file(row.text);
    ASSERT_EQ(file.problems.size(), 1U) << row.text;
    EXPECT_EQ(file.problems[0].kind, row.kind) << row.text;
    EXPECT_EQ(text_at(row.text, file.problems[0].at), row.at) << row.text;
    EXPECT_EQ(file.problems[0].instead, row.instead) << row.text;
  }
}

TEST(CondaFileTest, is_written_as_the_client_does) {
  CondaEnvironment e =
      environment({"python=3.10", "pip=24"}, {"numpy==1.26.4", "x; python_version<'3.8'", "# a"});
  e.name = "on";
  e.variables = {{"B", "1"}, {"A", "yes"}};
  EXPECT_EQ(write_conda_file(e),
            "channels:\n- conda-forge\ndependencies:\n- python=3.10\n- pip=24\n- pip:\n  - numpy==1.26.4\n"
            "  - x; python_version<'3.8'\n  - '# a'\nname: 'on'\nvariables:\n  A: 'yes'\n  B: '1'\n");
}

}  // namespace
}  // namespace formats
