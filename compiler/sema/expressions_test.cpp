// Every operator and function: an expression, and the value (as JSON) or the diagnostic that it gives.

#include <gtest/gtest.h>

#include "base/memory_files.h"
#include "sema/analyze.h"
#include "sema/data_text.h"

namespace sema {
namespace {

struct Case {
  const char* expression;
  const char* expected;  // JSON, or `!name` of a diagnostic
};

// What the expressions may name.
constexpr const char* kProgram = R"(
param target: string
param count: integer = 3
let sizes = { dev = "small"  prod = "large" }
let n = 2
let xs = [1, 2, 3]
let again = [for x in xs: x * n]
secret key = env("KEY")
existing compute cpu { }
compute gpu { size = "Standard_DS3_v2"  max_instances = 4 }
)";

constexpr Case kCases[] = {
    {"1 + 2 * 3", "7"},
    {"(1 + 2) * 3", "9"},
    {"7 / 2", "3.5"},
    {"7 % 3", "1"},
    {"-7 % 3", "2"},
    {"7 % -3", "-2"},
    {"-(3)", "-3"},
    {"1_000 + 0.5", "1000.5"},
    {"1e-3", "0.001"},
    {"9223372036854775807 + 1", "!overflow"},
    {"1 / 0", "!division-by-zero"},
    {"1 % 0", "!division-by-zero"},
    {"1 + \"a\"", "!operator-types"},
    {"\"a\" + \"b\"", "\"ab\""},
    {"[1] + [2, 3]", "[1,2,3]"},
    {"20m + 90s", "\"21m30s\""},
    {"1h30m * 2", "\"3h\""},
    {"1h / 30m", "2.0"},
    {"1h / 4", "\"15m\""},
    {"512mb + 512mb", "\"1gb\""},
    {"1h + 1gb", "!operator-types"},
    {"1 < 2 and 2.0 >= 2", "true"},
    {"\"a\" < \"b\"", "true"},
    {"90s == 1m30s", "true"},
    {"[1, 2] == [1, 2]", "true"},
    {"1 == \"1\"", "!operator-types"},
    {"not true == false", "true"},
    {"true or 1 / 0 == 1", "true"},
    {"1 and true", "!operand-type"},
    {"1 < 2 < 3", "!chained-comparison"},
    {"if n > 1 then \"many\" else \"one\"", "\"many\""},
    {"if 1 then 2 else 3", "!condition-type"},
    {"\"${n} of ${len(xs)}: ${1h30m} ${2.0} ${true}\"", "\"2 of 3: 1h30m 2 true\""},
    {"\"${xs}\"", "!not-printable"},
    {"\"${key}\"", "!secret-in-expression"},
    {"key == key", "!secret-in-expression"},
    {"\"${inputs.x}\" + \"\"", "!deferred-expression"},
    {"sizes.dev", "\"small\""},
    {"sizes[\"prod\"]", "\"large\""},
    {"sizes.prd", "!no-key"},
    {"xs[0]", "1"},
    {"xs[3]", "!index-out-of-range"},
    {"xs[\"a\"]", "!index-type"},
    {"n.a", "!no-member"},
    {"again", "[2,4,6]"},
    {"[for x in range(5) if x % 2 == 1: x]", "[1,3]"},
    {"[for i, x in [\"a\", \"b\"]: \"${i}${x}\"]", "[\"0a\",\"1b\"]"},
    {"{ for k, v in sizes: \"${k}-x\" = v }", "{\"dev-x\":\"small\",\"prod-x\":\"large\"}"},
    {"[for x in 5: x]", "!not-a-collection"},
    {"[for n in [1]: n]", "!loop-variable-hides"},
    {"gpu.max_instances + 1", "5"},
    {"gpu.min_instances", "0"},
    {"gpu.name", "\"gpu\""},
    {"gpu.max_instance", "!unknown-field"},
    {"n-1", "!unknown-name"},
    {"nowhere", "!unknown-name"},
    {"target", "?"},
    {"count * 2", "6"},
    {"join([\"a\", 1, true], \"-\")", "\"a-1-true\""},
    {"split(\"a,b,,c\", \",\")", "[\"a\",\"b\",\"\",\"c\"]"},
    {"replace(\"aXbX\", \"X\", \"-\")", "\"a-b-\""},
    {"upper(\"aé\") + lower(\"BÉ\")", "\"AébÉ\""},
    {"trim(\"  a b \")", "\"a b\""},
    {"contains(\"abc\", \"b\") and contains(xs, 2) and not contains(xs, 9)", "true"},
    {"starts_with(\"abc\", \"ab\") and ends_with(\"abc\", \"bc\")", "true"},
    {"len(\"héé\")", "3"},
    {"range(2, 5)", "[2,3,4]"},
    {"range(3, 1)", "[]"},
    {"keys(sizes) + values(sizes)", "[\"dev\",\"prod\",\"small\",\"large\"]"},
    {"merge({ a = 1 }, { a = 2  b = 3 })", "{\"a\":2,\"b\":3}"},
    {"flatten([[1], 2, [3, 4]])", "[1,2,3,4]"},
    {"zip([1, 2], [\"a\", \"b\"])", "[[1,\"a\"],[2,\"b\"]]"},
    {"zip([1], [])", "!argument-value"},
    {"unique([1, 2, 1, 1.0])", "[1,2]"},
    {"sort([3, 1, 2])", "[1,2,3]"},
    {"sort([1, \"a\"])", "!argument-value"},
    {"min(3, 1, 2) + max([4, 5])", "6"},
    {"abs(-3) + floor(2.7) + ceil(2.1)", "8"},
    {"integer(\"42\") + integer(2.0)", "44"},
    {"integer(\"4x\")", "!argument-value"},
    {"number(\"0.5\")", "0.5"},
    {"basename(\"a/b.txt\") + dirname(\"a/b.txt\")", "\"b.txta\""},
    {"sha256(\"\")", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\""},
    {"to_json([1, { a = \"b\" }])", "\"[1,{\\\"a\\\":\\\"b\\\"}]\""},
    {"env(\"HOME_OF_TEST\", \"none\")", "\"none\""},
    {"env(\"SET\")", "\"yes\""},
    {"env(\"UNSET\")", "!argument-value"},
    {"file(\"note.txt\")", "\"hello\\n\""},
    {"file(\"gone.txt\")", "!file-not-found"},
    {"json(\"data.json\").list[1]", "2"},
    {"json(\"bad.json\")", "!unreadable-text"},
    {"yaml(\"data.yml\")", "{\"a\":[1,\"x\",true],\"b\":\"2.10\"}"},
    {"glob(\"*.json\")", "[\"bad.json\",\"data.json\"]"},
    {"upper(1)", "!argument-type"},
    {"upper()", "!argument-count"},
    {"uper(\"a\")", "!unknown-function"},
    {"range(100000000)", "!expansion-limit"},
    {"[for a in range(2000): [for b in range(2000): b]]", "!expansion-limit"},
    {"run.id", "!unknown-run-value"},
};

std::string outcome(const char* expression) {
  base::MemoryFiles files;
  files.add("main.amljob", kProgram);
  files.add("note.txt", "hello\n");
  files.add("data.json", R"({"list": [1, 2]})");
  files.add("bad.json", R"({"list": )");
  files.add("data.yml", "a: [1, x, yes]\nb: '2.10'\n");
  const std::map<std::string, std::string> environment{{"SET", "yes"}};
  Options options;
  options.environment = &environment;
  base::Diagnostics diagnostics;
  const auto out = evaluate_in("main.amljob", expression, files, options, diagnostics);
  if (!out) return "unreadable";
  if (!diagnostics.all().empty()) {
    EXPECT_EQ(diagnostics.all().size(), 1u) << expression << ": " << diagnostics.all().back().message;
    return "!" + std::string(diagnostics.all().front().info->name);
  }
  if (out->value.is<Unknown>()) return "?";
  return json_text(out->value).value_or("no JSON");
}

TEST(Expressions, each_gives_its_value_or_its_diagnostic) {
  for (const Case& one : kCases) EXPECT_EQ(outcome(one.expression), one.expected) << one.expression;
}

}  // namespace
}  // namespace sema
