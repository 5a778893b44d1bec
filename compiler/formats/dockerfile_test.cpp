#include "formats/dockerfile.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace formats {
namespace {

using Kind = DockerProblemKind;

struct Finding {
  Kind kind;
  std::string at;
  std::optional<std::string> instead = std::nullopt;
  bool operator==(const Finding&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Finding& f) {
  return out << static_cast<int>(f.kind) << " «" << f.at << "» " << f.instead.value_or("-");
}

std::vector<Finding> findings(std::string_view text) {
  std::vector<Finding> out;
  for (const DockerProblem& problem : parse_dockerfile(text).problems) {
    EXPECT_LE(problem.at.end, text.size());
    out.push_back({problem.kind, std::string(text_at(text, problem.at)), problem.instead});
  }
  return out;
}

using Findings = std::vector<Finding>;

TEST(Dockerfile, good_ones_have_no_problems) {
  for (const std::string_view text : {
           "FROM python:3.11",
           "\xEF\xBB\xBF# syntax=docker/dockerfile:1\r\nFROM x\r\nRUN a \\\r\n  b\r\n",
           "ARG V=22.04\nFROM ubuntu:${V} AS build\nRUN make\nFROM scratch\nCOPY --from=build /a /b\n",
           "FROM x\nRUN apt-get update && \\\n    # why\n    apt-get install -y \\\n    gcc  \\  \n    g++\n",
           "from x\nrun if [ -f x ]; then echo a; fi; for i in a b; do echo $i; done\n",
           "FROM x\nRUN case $x in a) b ;; *) c;; esac; [[ a < b && c > d ]] && (cd x && y)\n",
           "FROM x\nENV A=1 B=\"two words\" C='x y' D=a\\ b\nENV OLD some text with = in it\nLABEL a.b=c\n",
           "FROM x\nRUN pip install x > log.txt 2>&1 && pip install 'numpy>=1.2' \"scipy<2\" < in.txt\n",
           "FROM x\nCOPY [\"a b\", \"c\"]\nCOPY a b c/\nCOPY a b $DIR\nADD https://x/y.tar /\nCOPY . .\n",
           "FROM x\nCMD [\"python\"]\nCMD python x.py # a shell comment\nENTRYPOINT []\nRUN echo '#x' # y\n",
           "FROM x\nHEALTHCHECK --interval=5m CMD curl x || exit 1\nHEALTHCHECK NONE\nEXPOSE 80 443/tcp\n",
           "# escape=`\nFROM x\nRUN dir `\n  C:\\x\nWORKDIR C:\\\n",
           "FROM --platform=linux/amd64 x\nSHELL [\"pwsh\", \"-c\"]\nRUN if (x) { 'a }\n",
           "FROM x\nRUN a \\",
       }) {
    EXPECT_EQ(findings(text), Findings{}) << text;
  }
}

struct Row {
  std::string_view text;
  Findings found;
};

const Row kMistakes[] = {
    {"", {{Kind::no_from, ""}}},
    {"# nothing\n", {{Kind::no_from, ""}}},
    {"./Dockerfile", {{Kind::no_from, "./Dockerfile"}}},
    {"RUN x\nCOPY a b\n", {{Kind::no_from, "RUN"}}},
    {"FORM x\nRUN y\n", {{Kind::unknown_instruction, "FORM", "FROM"}}},
    {"FROM x\nRNU y\n", {{Kind::unknown_instruction, "RNU", "RUN"}}},
    {"RUN a\nFROM x\n", {{Kind::before_from, "RUN"}}},
    {"FROM x\nRUN a &&\n    apt-get install b\n", {{Kind::unknown_instruction, "apt-get"}}},
    {"# escape=x\nFROM x\n", {{Kind::bad_directive, "x"}}},
    {"# escape=`\n# escape=`\nFROM x\n", {{Kind::bad_directive, "# escape=`"}}},
    {"FROM\n", {{Kind::bad_arguments, "FROM"}}},
    {"FROM x build\n", {{Kind::bad_arguments, "build"}}},
    {"FROM Python:3.11\n", {{Kind::bad_image, "Python", "python"}}},
    {"FROM python:3.11:slim\n", {{Kind::bad_image, ":slim"}}},
    {"ARG V=a:b\nFROM x:${V}\n", {{Kind::bad_image, "x:${V}"}}},
    {"FROM x AS 1a\n", {{Kind::bad_stage, "1a"}}},
    {"FROM x AS a\nFROM y AS A\n", {{Kind::bad_stage, "A"}}},
    {"FROM x AS a\nCOPY --from=a b c\n", {{Kind::bad_stage, "--from=a"}}},
    {"FROM x\nCOPY --from=3 b c\n", {{Kind::bad_stage, "--from=3"}}},
    {"FROM x\nCOPY --from=Build b c\n", {{Kind::bad_image, "--from=Build"}}},
    {"FROM x\nCOPY --form=a b c\n", {{Kind::bad_flag, "--form=a"}}},
    {"FROM x\nCOPY a\n", {{Kind::bad_arguments, "COPY a"}}},
    {"FROM x\nCOPY a b c\n", {{Kind::bad_arguments, "c", "c/"}}},
    {"FROM x\nCOPY a /b # the file\n", {{Kind::trailing_comment, "# the file"}}},
    {"FROM x # base\n", {{Kind::trailing_comment, "# base"}}},
    {"FROM x\nENV A=1 # one\n", {{Kind::trailing_comment, "# one"}}},
    {"FROM x\nENV A=1 B\n", {{Kind::bad_arguments, "B"}}},
    {"FROM x\nENV A\n", {{Kind::bad_arguments, "A"}}},
    {"FROM x\nENV A=\"b c\n", {{Kind::unclosed, "\""}}},
    {"FROM x\nSHELL bash\n", {{Kind::bad_arguments, "SHELL bash"}}},
    {"FROM x\nWORKDIR\n", {{Kind::bad_arguments, "WORKDIR"}}},
    {"FROM x\nONBUILD RUN a\n", {{Kind::onbuild, "ONBUILD"}}},
    {"FROM x\nRUN --mount=type=cache,target=/c pip install a\n",
     {{Kind::needs_buildkit, "--mount=type=cache,target=/c"}}},
    {"FROM x\nRUN <<EOF\nFROM y\nEOF\nRUN z\n", {{Kind::needs_buildkit, "<<EOF"}}},
    {"FROM x\nRUN <<EOF\na\n", {{Kind::needs_buildkit, "<<EOF"}, {Kind::unclosed, "<<EOF"}}},
    {"FROM x\nRUN a \\\n\n  b\n", {{Kind::empty_continuation, ""}}},
    {"FROM x\nCMD ['a', 'b']\n", {{Kind::json_like, "["}}},
    {"FROM x\nRUN pip install numpy>=1.2,<2 \\\n  scipy\n",
     {{Kind::redirected_version, "numpy>=1.2,<2", "'numpy>=1.2,<2'"}}},
    {"FROM x\nRUN python -m pip install \\\n   numpy >= 1.2\n",
     {{Kind::redirected_version, "numpy >= 1.2", "'numpy>=1.2'"}}},
    {"FROM x\nRUN conda install -y python>3\n", {{Kind::redirected_version, "python>3", "'python>3'"}}},
    {"FROM x\nRUN echo 'a\n", {{Kind::bad_shell, "'"}}},
    {"FROM x\nRUN a && b &&\n", {{Kind::bad_shell, "&&"}}},
    {std::string_view("FROM a\0b", 8), {{Kind::not_text, std::string(1, '\0')}}},
    {"FROM a\nRUN \xff\n", {{Kind::not_text, "\xff"}}},
};

TEST(Dockerfile, mistakes_are_found_once_at_their_place) {
  for (const Row& row : kMistakes) EXPECT_EQ(findings(row.text), row.found) << row.text;
}

TEST(Dockerfile, instructions_have_flags_words_and_places) {
  const std::string_view text =
      "FROM x\n  copy --from=0 --chown=me:me \\\n  a b \\\n  # c\n  /d/\nRUN <<A <<-B\n1\nA\n\tB\n";
  const Dockerfile file = parse_dockerfile(text);
  ASSERT_EQ(file.instructions.size(), 3U);
  const Instruction& copy = file.instructions[1];
  EXPECT_EQ(copy.kind, DockerInstruction::copy);
  EXPECT_EQ(text_at(text, copy.keyword_at), "copy");
  ASSERT_EQ(copy.flags.size(), 2U);
  EXPECT_EQ(copy.flag("chown")->value, "me:me");
  ASSERT_EQ(copy.words.size(), 3U);
  EXPECT_EQ(copy.words[2].text, "/d/");
  EXPECT_EQ(text_at(text, copy.words[2].at), "/d/");
  const Instruction& run = file.instructions[2];
  ASSERT_EQ(run.heredocs.size(), 2U);
  EXPECT_EQ(text_at(text, run.heredocs[0].body), "1\n");
  EXPECT_TRUE(run.heredocs[1].closed);
}

TEST(Dockerfile, stages_know_what_they_are_built_on) {
  const Dockerfile file = parse_dockerfile(
      "ARG T=3.11\nARG IMAGE=python:${T}\nARG NONE\nFROM ${IMAGE} AS Base\nFROM base\nFROM x:$NONE\n"
      "FROM y:${NONE:-1}\nFROM scratch\n");
  ASSERT_EQ(file.stages.size(), 5U);
  EXPECT_EQ(file.stages[0].resolved, "python:3.11");
  EXPECT_EQ(file.stages[0].image, "${IMAGE}");
  EXPECT_EQ(file.stages[1].base, 0U);
  EXPECT_EQ(file.stages[2].resolved, std::nullopt);
  EXPECT_EQ(file.stages[3].resolved, "y:1");
  EXPECT_TRUE(file.stages[4].scratch);
}

TEST(Dockerfile, sources_in_the_context) {
  const Dockerfile file = parse_dockerfile(
      "FROM x\nCOPY a b /c/\nCOPY --from=x d e\nADD https://x/y /z\nCOPY [\"f g\", \"/h\"]\nCOPY *.py $D ./\n"
      "COPY i /j # k\nCOPY l\n");
  std::string all;
  for (const CopySource& source : copy_sources(file)) {
    all += fmt::format("{}{}{};", source.path, source.is_pattern ? "*" : "", source.has_variable ? "$" : "");
  }
  EXPECT_EQ(all, "a;b;f g;*.py*;$D$;i;");
}

TEST(Dockerfile, paths_are_told_from_texts) {
  for (const auto* text : {"./Dockerfile", "Dockerfile", "docker/gpu.dockerfile", "Dockerfile.gpu", "../x"}) {
    EXPECT_TRUE(looks_like_dockerfile_path(text)) << text;
  }
  for (const auto* text : {"FROM x", "", "FROM", "# x", "FROM x\nRUN y"}) {
    EXPECT_FALSE(looks_like_dockerfile_path(text)) << text;
  }
}

}  // namespace
}  // namespace formats
