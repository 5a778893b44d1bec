// A plan in plain words: what will run, with which Python, what is uploaded, created, and costs.
#pragma once

#include <string>
#include <vector>

#include "ir/plan.h"

namespace ir {

// One fact of a thing: "python" and "a new conda environment over the image: …".
struct Fact {
  std::string label;
  std::string text;
};

struct Paragraph {
  std::string kind;  // `environment`
  std::string name;
  std::string aside;   // "experiment pets"; may be empty
  bool costs = false;  // whether money is spent because of it
  std::vector<Fact> facts;
};

struct Description {
  std::vector<Paragraph> paragraphs;  // where it goes first, then in the order of sending
  std::string summary;                // "5 requests: 1 connection, 1 code, …"
};

Description describe(const Plan& plan);
// As `amljob plan` prints it, within 100 columns.
std::string in_plain_words(const Plan& plan);
// The same as one JSON object, for `plan --format json`, with a newline at its end.
std::string described_as_json(const Plan& plan);

}  // namespace ir
