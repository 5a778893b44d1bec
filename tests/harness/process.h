// Runs a program as a user would, and says what came of it.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace harness {

using Environment = std::map<std::string, std::string>;

struct Command {
  std::vector<std::string> words;   // the program (a path, or found on the PATH below) and its arguments
  std::filesystem::path folder;     // its current folder
  Environment environment;          // all of it
  std::string input;                // its standard input
  std::chrono::seconds limit{120};  // after it: killed
};

struct Outcome {
  int code = 0;  // exit code; 128 + signal where one ended it
  std::string out, err;
  long peak_kb = 0;             // resident memory at its largest
  double milliseconds = 0;      // wall time, start of the process included
  double cpu_milliseconds = 0;  // user and system time
};

// Runs it to its end. Throws std::system_error where the program cannot be started.
Outcome run(const Command& command);

// Runs a line of bash: `amljob` in it is the program under test.
Outcome run_line(const std::string& line, const std::filesystem::path& folder,
                 const Environment& environment);

// The program under test: $AMLJOB, set by ctest.
std::filesystem::path amljob();

// Home, state and cache below `root`, the program under test first on PATH, no colours, and the sanitizers'
// options.
Environment environment_in(const std::filesystem::path& root);

}  // namespace harness
