// The whole compiler on any bytes: no crash, no hang, and the same findings when asked again.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/memory_files.h"
#include "driver/compile.h"

namespace {

std::string findings(const base::MemoryFiles& files) {
  driver::Options options;
  options.today = {2026, 1, 1};
  const auto out = driver::compile("main.amljob", files, options);
  if (!out) std::abort();
  std::string text;
  for (const base::Diagnostic& one : out->diagnostics.all()) {
    text += one.message;
    text += std::to_string(one.at.begin);
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::MemoryFiles files;
  files.add("main.amljob", std::string(reinterpret_cast<const char*>(data), size));
  files.add("src/train.py", "print('hi')\n");
  files.add("Dockerfile", "FROM ubuntu:22.04\n");
  files.add("conda.yml", "dependencies:\n- python=3.11\n");
  files.add("data.json", R"({"a": [1, 2, {"b": null}]})");
  files.add("lib.amljob", "let shared = 1\nparam size: string\n");
  if (findings(files) != findings(files)) std::abort();
  return 0;
}
