// Which Python a job would get.
#pragma once

#include <optional>
#include <string>

#include "runtime/host.h"

namespace local {

struct Python {
  std::string command;     // `python`
  std::string path;        // where PATH has it: /usr/bin/python
  std::string executable;  // what it says it is, links and shims resolved
  std::string version;     // 3.11.2; empty: it could not be run
};

// Looks for `command` on PATH as bash does, and asks it. Nothing where there is none.
std::optional<Python> find_python(runtime::Host& host, const std::string& command = "python");

// Where PATH has a program; nothing where it has none. A name with `/` is a path.
std::optional<std::string> find_program(runtime::Host& host, const std::string& name);

}  // namespace local
