#include "formats/shell.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace formats {
namespace {

// `program(words)` of each command, with what joins it to the one before.
std::string commands(std::string_view text) {
  std::string out;
  for (const ShellCommand& command : parse_shell(text).commands) {
    if (!out.empty()) out += " ";
    out += command.after == "\n" ? "\\n" : command.after;
    out += command.nested ? "(" : "[";
    for (std::size_t i = 0; i < command.words.size(); ++i) out += (i ? " " : "") + command.words[i].plain;
    for (const Redirection& r : command.redirections) out += fmt::format(" {}{}", r.op, r.target.plain);
    out += command.nested ? ")" : "]";
  }
  return out;
}

TEST(Shell, commands_words_and_joints) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"python train.py --lr 0.1", "[python train.py --lr 0.1]"},
      {"a && b || c; d | e & f", "[a] &&[b] ||[c] ;[d] |[e] &[f]"},
      {"a \\\n  b\nc", "[a b] \\n[c]"},
      {"a &&\n\n  b", "[a] &&[b]"},
      {"A=1 B=2 python x.py", "[python x.py]"},
      {"echo 'a b' \"c d\" e\\ f # not this", "[echo a b c d e f]"},
      {"a > out.txt 2>&1 < in", "[a >out.txt 2>&1 <in]"},
      {"if [ -f x ]; then a; else b; fi; c", "([ -f x ]) ;(a) ;(b) ;[c]"},
      {"for i in 1 2 3; do echo $i; done && b", "(echo $i) &&[b]"},
      {"while read x; do a; done < f", "[read x] ;(a) ;[ <f]"},
      {"case $x in a|b) c ;; *) d;; esac; e", "(c) ;;(d) ;[e]"},
      {"(cd x && make) && y", "(cd x) &&(make) &&[y]"},
      {"{ a; b; } > f", "(a) ;(b) ;[ >f]"},
      {"f() { a; }; f", "(a) ;[f]"},
      {"function f { a; }; f", "(a) ;[f]"},
      {"[[ a < b && -n c ]] && d", "[[[ a < b && -n c ]]] &&[d]"},
      {"cat <<EOF | b\nc && 'd\nEOF\ne", "[cat <<EOF] |[b] \\n[e]"},
      {"echo $(a b) `c`", "[echo $(a b) `c`] (a b) (c)"},
      {"echo $((1 + 2)) ${A:-b c}", "[echo $((1 + 2)) ${A:-b c}]"},
      {"", ""},
      {"  # only a comment", ""},
  };
  for (const auto& [text, want] : rows) {
    EXPECT_EQ(commands(text), want) << text;
    EXPECT_TRUE(parse_shell(text).faults.empty()) << text << parse_shell(text).faults[0].what;
  }
}

TEST(Shell, faults_have_a_place) {
  using K = ShellFault::Kind;
  struct Row {
    std::string_view text;
    K kind;
    std::string_view at, what;
  };
  const Row rows[] = {
      {"echo 'a", K::unclosed_quote, "'", "this `'` is never closed"},
      {"echo it's", K::unclosed_quote, "'", "this `'` is never closed"},
      {"echo \"a", K::unclosed_quote, "\"", "this `\"` is never closed"},
      {"echo $(a", K::unclosed_substitution, "$(", "this `$(` is never closed"},
      {"echo ${A", K::unclosed_substitution, "${", "this `${` is never closed"},
      {"echo `a", K::unclosed_substitution, "`", "this back quote is never closed"},
      {"a &&", K::stray_operator, "&&", "nothing follows `&&`"},
      {"a && ; b", K::stray_operator, "&&", "nothing follows `&&`"},
      {"| a", K::stray_operator, "|", "nothing stands before `|`"},
      {"a && && b", K::stray_operator, "&&", "nothing follows `&&`"},
      {"a > ; b", K::stray_operator, ">", "nothing follows `>`"},
      {"a 2>", K::stray_operator, "2>", "nothing follows `2>`"},
      {"(a", K::unclosed_group, "(", "this `(` has no `)`"},
      {"a)", K::unclosed_group, ")", "this `)` closes nothing"},
      {"if a; then b", K::unclosed_group, "if", "this `if` has no `fi`"},
      {"for i in a; do b", K::unclosed_group, "do", "this `do` has no `done`"},
      {"a; fi", K::unclosed_group, "fi", "this `fi` closes nothing"},
  };
  for (const Row& row : rows) {
    const ShellText shell = parse_shell(row.text);
    ASSERT_EQ(shell.faults.size(), 1U) << row.text;
    EXPECT_EQ(shell.faults[0].kind, row.kind) << row.text;
    EXPECT_EQ(text_at(row.text, shell.faults[0].at), row.at) << row.text;
    EXPECT_EQ(shell.faults[0].what, row.what) << row.text;
  }
}

TEST(Shell, expansions_know_their_quoting) {
  const std::string_view text =
      "a $X \"${Y:-1} ${{inputs.data}}\" '${{inputs.raw}} $no' ${{ inputs.lr }} $(b) $1 \\$Z $";
  std::string out;
  const ShellText shell = parse_shell(text);
  for (const ShellWord& word : shell.commands.at(0).words) {
    for (const Expansion& e : word.expansions) {
      EXPECT_LE(e.at.end, text.size());
      out += fmt::format("{}{}:{} ", static_cast<int>(e.kind), "-'\""[static_cast<int>(e.quoting)], e.name);
    }
  }
  EXPECT_EQ(out, "0-:X 0\":Y 3\":inputs.data 3':inputs.raw 3-:inputs.lr 1-:b 0-:1 ");
}

TEST(Shell, the_program_behind_wrappers) {
  const auto program = [](std::string_view text) {
    const ShellText shell = parse_shell(text);
    const ShellWord* word = program_of(shell.commands.at(0));
    return word == nullptr ? std::string() : word->plain;
  };
  EXPECT_EQ(program("python x"), "python");
  EXPECT_EQ(program("env -i A=1 python x"), "python");
  EXPECT_EQ(program("exec nohup /usr/bin/python x"), "/usr/bin/python");
  EXPECT_EQ(program("sudo -E -u me pip install x"), "pip");
  EXPECT_EQ(program("timeout -s KILL 10m a"), "a");
  EXPECT_EQ(program("A=1"), "");
}

TEST(Shell, words_are_quoted_so_that_they_stay_one) {
  EXPECT_EQ(shell_quoted("--lr=0.1"), "--lr=0.1");
  EXPECT_EQ(shell_quoted(""), "''");
  EXPECT_EQ(shell_quoted("a b"), "'a b'");
  EXPECT_EQ(shell_quoted("it's"), "'it'\"'\"'s'");
  EXPECT_EQ(shell_quoted("$HOME"), "'$HOME'");
  EXPECT_EQ(shell_quoted("~"), "'~'");
  EXPECT_EQ(shell_quoted("a\nb"), "'a\nb'");
  EXPECT_EQ(shell_joined({"a", "b c", ""}), "a 'b c' ''");
  for (const std::string word : {"", "a", "it's", "a b\n\t\"$`\\", "'''", "*?[", "\xc3\xa4"}) {
    const ShellText shell = parse_shell("x " + shell_quoted(word));
    ASSERT_EQ(shell.commands.at(0).words.size(), 2U) << word;
    EXPECT_EQ(shell.commands[0].words[1].plain, word);
  }
}

TEST(Shell, versions_that_the_shell_takes_for_files) {
  const auto found = [](std::string_view text) {
    std::string out;
    for (const Fault& fault : redirected_versions(parse_shell(text), text)) {
      out += fmt::format("{} -> {};", text_at(text, fault.at), fault.instead.value_or(""));
    }
    return out;
  };
  EXPECT_EQ(found("pip install numpy>=1.2"), "numpy>=1.2 -> 'numpy>=1.2';");
  EXPECT_EQ(found("pip install numpy>=1.2,<2 x && python t.py"), "numpy>=1.2,<2 -> 'numpy>=1.2,<2';");
  EXPECT_EQ(found("python3 -m pip install --upgrade torch<2"), "torch<2 -> 'torch<2';");
  EXPECT_EQ(found("conda install -y python >= 3.9"), "python >= 3.9 -> 'python>=3.9';");
  EXPECT_EQ(found("pip install 'numpy>=1.2' > log.txt 2>&1"), "");
  EXPECT_EQ(found("pip install numpy >log"), "");
  EXPECT_EQ(found("pip freeze>=x"), "");
  EXPECT_EQ(found("echo a>=1"), "");
}

}  // namespace
}  // namespace formats
