#include <nlohmann/json.hpp>

#include "ir/describe.h"

namespace ir {

using Json = nlohmann::ordered_json;

std::string described_as_json(const Plan& plan) {
  const Description description = describe(plan);
  Json out;
  out["version"] = 1;
  out["things"] = Json::array();
  for (const Paragraph& paragraph : description.paragraphs) {
    Json facts = Json::array();
    for (const Fact& fact : paragraph.facts) facts.push_back({{"label", fact.label}, {"text", fact.text}});
    Json one;
    one["kind"] = paragraph.kind;
    one["name"] = paragraph.name;
    if (!paragraph.aside.empty()) one["aside"] = paragraph.aside;
    one["costs"] = paragraph.costs;
    one["facts"] = std::move(facts);
    out["things"].push_back(std::move(one));
  }
  out["requests"] = Json::array();
  for (const Step& step : plan.steps()) {
    Json needs = Json::array();
    for (const std::size_t need : step.needs) needs.push_back(plan.steps()[need].id);
    out["requests"].push_back(
        {{"id", step.id}, {"kind", word(step.kind)}, {"name", step.name}, {"needs", std::move(needs)}});
  }
  out["summary"] = description.summary;
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace ir
