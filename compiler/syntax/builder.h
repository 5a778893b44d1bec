// Writes the nodes of a tree while the generated parser runs. For parse() alone: it includes the ANTLR
// headers.
#pragma once

#include <vector>

#include "grammar/tree_parser.h"
#include "syntax/reporter.h"
#include "syntax/tree.h"

namespace syntax {

class Builder final : public TreeParser::Listener {
 public:
  Builder(Tree& tree, Reporter& reporter) : tree_(tree), report_(reporter) {}

  void enter(std::size_t rule, std::size_t position) override;
  void exit(std::size_t position) override;
  void token(std::size_t position) override;
  void misplaced(std::size_t position) override;

 private:
  // A rule that is being parsed. Its node is made when it is entered, or later in front of what it has by
  // then, or never: an expression of one operand is that operand.
  struct Open {
    std::size_t rule = 0;
    std::uint32_t node = 0;
    std::uint32_t first_token = 0;
    bool made = false;
    std::uint32_t question = 0;  // tokens of a `c ? a : b`; 0: none
    std::uint32_t colon = 0;
  };

  void make(Open& open, NodeKind kind);
  void leaf(NodeKind kind, std::size_t position);
  void word(Open& open, std::size_t position);
  void sign(Open& open, std::size_t position);
  void conditional(const Open& open);

  Tree& tree_;
  Reporter& report_;
  std::vector<Open> open_;
};

}  // namespace syntax
