// The scanner behind parse_shell; see shell.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/shell.h"

namespace formats {

// A token of the shell: a word, an operator, or the end of the text.
struct ShellToken {
  enum class Kind : std::uint8_t { word, op, newline, end } kind = Kind::end;
  ShellWord word;
  std::string op;
  Range at;
};

// Cuts bytes begin…end of a text into tokens, and collects comments, faults, and the insides of `$(…)`.
class ShellScanner {
 public:
  ShellScanner(std::string_view text, std::size_t begin, std::size_t end)
      : text_(text), at_(begin), end_(end) {}

  ShellToken next();
  // Remembers that a heredoc ending with this word follows the line.
  void expect_heredoc(std::string name) { heredocs_.push_back(std::move(name)); }

  std::vector<Range> comments;
  std::vector<ShellFault> faults;
  std::vector<Range> substitutions;  // the insides of $(…) and back quotes

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < end_ ? text_[at_ + ahead] : '\0'; }
  void skip_blanks_and_comments();
  void skip_heredocs();
  ShellToken read_operator();
  ShellWord read_word();
  void read_piece(ShellWord& word);
  void read_single_quotes(ShellWord& word);
  void read_double_quotes(ShellWord& word);
  void read_dollar(ShellWord& word, Quoting quoting);
  void read_back_quotes(ShellWord& word, Quoting quoting);
  // The end of what `open` at `from` opens, behind `close`; quotes within are skipped. end_ where it is never
  // closed.
  std::size_t closing(std::size_t from, char open, char close) const;
  void fault(ShellFault::Kind kind, std::size_t begin, std::size_t size, std::string what);
  void add_expansion(ShellWord& word, Expansion::Kind kind, std::size_t end, std::string name,
                     Quoting quoting);

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  std::vector<std::string> heredocs_;
};

}  // namespace formats
