#include "formats/shell.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/characters.h"
#include "formats/shell_scan.h"

namespace formats {
namespace {

using Kind = ShellToken::Kind;

constexpr int kDeepest = 16;

// Words that open something, and what closes it.
struct Opener {
  std::string_view open, close;
};
constexpr Opener kOpeners[] = {{"if", "fi"}, {"do", "done"}, {"{", "}"}, {"case", "esac"}, {"(", ")"}};
constexpr std::string_view kConnectors[] = {"if", "then", "else", "elif", "while", "until", "do", "!", "{"};

bool is_connector(std::string_view word) {
  return std::find(std::begin(kConnectors), std::end(kConnectors), word) != std::end(kConnectors);
}

bool is_assignment(const ShellWord& word) {
  const std::size_t equals = word.text.find('=');
  if (equals == 0 || equals == std::string::npos || is_digit(word.text[0])) return false;
  return all_of(std::string_view(word.text).substr(0, equals), is_word);
}

bool is_redirection(std::string_view op) { return op.find_first_of("<>") != std::string_view::npos; }

// One pass over the tokens. Commands are told apart by operators and reserved words; compound commands are
// not kept as such, since no question about a command needs them.
class Parser {
 public:
  Parser(std::string_view text, std::size_t begin, std::size_t end, int depth, ShellText& out)
      : text_(text), scanner_(text, begin, end), depth_(depth), out_(out) {}

  void run() {
    for (ShellToken token = scanner_.next(); token.kind != Kind::end; token = scanner_.next()) take(token);
    finish("");
    for (const Open& open : open_) {
      report(ShellFault::Kind::unclosed_group, open.at,
             fmt::format("this `{}` has no `{}`", open.row->open, open.row->close));
    }
    out_.comments.insert(out_.comments.end(), scanner_.comments.begin(), scanner_.comments.end());
    out_.faults.insert(out_.faults.end(), scanner_.faults.begin(), scanner_.faults.end());
    if (depth_ >= kDeepest) return;
    for (const Range& inner : scanner_.substitutions)
      Parser(text_, inner.begin, inner.end, depth_ + 1, out_).run();
  }

 private:
  struct Open {
    const Opener* row;
    Range at;
  };

  void report(ShellFault::Kind kind, Range at, std::string what) {
    out_.faults.push_back({kind, at, std::move(what)});
  }

  void dangling() {
    report(ShellFault::Kind::stray_operator, pending_at_, fmt::format("nothing follows `{}`", pending_));
  }

  void take(const ShellToken& token) {
    if (pattern_) return take_pattern(token);
    if (double_bracket_) return take_condition(token);
    if (token.kind == Kind::newline) {
      const bool joined = command_.words.empty() && command_.assignments.empty() && !pending_.empty();
      if (!joined) finish("\n");
      in_list_ = false;
      return;
    }
    if (token.kind == Kind::op) return take_operator(token);
    if (redirecting_) {
      command_.redirections.back().target = token.word;
      redirecting_ = false;
      const std::string_view op = command_.redirections.back().op;
      if (op.ends_with("<<") || op.ends_with("<<-")) scanner_.expect_heredoc(token.word.plain);
      extend(token.at);
      return;
    }
    take_word(token);
  }

  // Between `case` and the first `in`, and from `;;` to `)`.
  void take_pattern(const ShellToken& token) {
    const bool done = token.kind == Kind::word && token.word.text == "esac";
    if (done) close("esac", token.at);
    if (done || token.op == ")") pattern_ = false;
  }

  // Within [[ … ]] `<`, `&&` and parentheses are operators of a condition.
  void take_condition(const ShellToken& token) {
    ShellWord word = token.word;
    if (token.kind != Kind::word) {
      word.text = word.plain = token.op;
      word.at = token.at;
    }
    double_bracket_ = word.text != "]]";
    extend(token.at);
    command_.words.push_back(std::move(word));
  }

  // A redirection whose file does not follow.
  void end_redirection() {
    if (!redirecting_) return;
    const Redirection& open = command_.redirections.back();
    report(ShellFault::Kind::stray_operator, open.at, fmt::format("nothing follows `{}`", open.op));
    redirecting_ = false;
  }

  void take_operator(const ShellToken& token) {
    end_redirection();
    if (is_redirection(token.op) || token.op == "&>" || token.op == "&>>") {
      command_.redirections.push_back({token.op, token.at, {}});
      redirecting_ = true;
      extend(token.at);
    } else if (token.op == "(") {
      // `name()` opens a function; its body follows.
      if (!command_.words.empty()) command_ = {};
      pending_.clear();
      open_.push_back({&kOpeners[4], token.at});
    } else if (token.op == ")") {
      finish(";");
      close(")", token.at);
    } else {
      const bool needs_left = token.op != "&" && token.op != ";" && token.op != ";;";
      if (needs_left && empty() && !closed_ && pending_.empty()) {
        report(ShellFault::Kind::stray_operator, token.at,
               fmt::format("nothing stands before `{}`", token.op));
      }
      finish(token.op);
      pending_at_ = token.at;
      if (token.op == ";;") pattern_ = true;
    }
    in_list_ = in_list_ && token.op != ";";
  }

  void take_word(const ShellToken& token) {
    const std::string& word = token.word.text;
    const bool first = command_.words.empty() && command_.assignments.empty();
    if (in_list_) {
      if (word == "in" && !open_.empty() && open_.back().row->open == "case") {
        in_list_ = false;
        pattern_ = true;
      }
      return;
    }
    if (first && !closed_ && word == "[[") double_bracket_ = true;
    if (first && reserved(token)) return;
    closed_ = false;
    extend(token.at);
    if (command_.words.empty() && is_assignment(token.word)) {
      command_.assignments.push_back(token.word);
    } else {
      command_.words.push_back(token.word);
    }
    // `function NAME {`, of bash.
    if (command_.words.size() == 2 && command_.words[0].text == "function") command_ = {};
  }

  // Words that are part of the grammar where a command may start.
  bool reserved(const ShellToken& token) {
    const std::string& word = token.word.text;
    if (word == "for" || word == "case" || word == "select") {
      in_list_ = true;
      pending_.clear();
      if (word == "case") open_.push_back({&kOpeners[3], token.at});
      return true;
    }
    for (const Opener& opener : kOpeners) {
      if (word == opener.close) {
        close(word, token.at);
        return true;
      }
      if (word == opener.open) open_.push_back({&opener, token.at});
    }
    if (!is_connector(word)) return false;
    pending_.clear();
    return true;
  }

  void close(std::string_view word, Range at) {
    closed_ = true;
    pending_.clear();
    if (!open_.empty() && open_.back().row->close == word) {
      open_.pop_back();
      return;
    }
    report(ShellFault::Kind::unclosed_group, at, fmt::format("this `{}` closes nothing", word));
  }

  bool empty() const {
    return command_.words.empty() && command_.assignments.empty() && command_.redirections.empty();
  }

  void extend(Range at) {
    if (command_.at.end == 0) command_.at.begin = at.begin;
    command_.at.end = at.end;
  }

  // Ends the command that is being read; `op` joins it to the next one.
  void finish(const std::string& op) {
    end_redirection();
    if (empty() && !closed_ && !pending_.empty()) dangling();
    if (!empty()) {
      command_.after = joint_;
      command_.nested = depth_ > 0 || !open_.empty();
      out_.commands.push_back(std::move(command_));
      joint_ = op;
      closed_ = false;
    } else if (closed_) {
      joint_ = op;
    }
    command_ = {};
    redirecting_ = false;
    const bool joins = op == "&&" || op == "||" || op == "|" || op == "|&";
    pending_ = joins ? op : "";
  }

  std::string_view text_;
  ShellScanner scanner_;
  int depth_;
  ShellText& out_;
  ShellCommand command_;
  std::vector<Open> open_;
  std::string joint_;    // what stands before the command that is being read
  std::string pending_;  // an operator that a command must follow
  Range pending_at_;
  bool redirecting_ = false;     // the next word is a redirection's target
  bool in_list_ = false;         // words of `for NAME in …` or `case WORD in`
  bool pattern_ = false;         // patterns of a `case`
  bool closed_ = false;          // a compound command has just ended
  bool double_bracket_ = false;  // within [[ … ]]
};

}  // namespace

ShellText parse_shell(std::string_view text) {
  ShellText out;
  Parser(text, 0, text.size(), 0, out).run();
  std::stable_sort(out.faults.begin(), out.faults.end(),
                   [](const auto& a, const auto& b) { return a.at.begin < b.at.begin; });
  return out;
}

}  // namespace formats
