// A Dockerfile's lines joined at their continuations, with the way back to the bytes they came from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/range.h"

namespace formats {

// Text that was gathered from several places of a source, such as an instruction over several lines.
class DockerText {
 public:
  const std::string& text() const { return text_; }
  // Where bytes begin…end of the text came from. A range over a seam covers what lies between.
  Range source(std::size_t begin, std::size_t end) const;
  Range source() const { return source(0, text_.size()); }

  void append(std::string_view piece, std::size_t from);
  // Bytes begin…end as a text of its own.
  DockerText part(std::size_t begin, std::size_t end) const;

 private:
  struct Seam {
    std::size_t at;    // in the text
    std::size_t from;  // in the source
  };
  std::size_t offset(std::size_t at) const;
  std::string text_;
  std::vector<Seam> seams_;
};

struct DockerWord {
  std::string text;
  Range at;
};

// One instruction's line.
struct DockerLine {
  DockerText text;                 // without leading blanks, comments and continuations
  Range at;                        // in the source, to the end of its last line
  std::vector<Range> empty_lines;  // within it
  std::size_t next = 0;            // where the line after it starts
  bool continues_to_end = false;   // the file ends after a continuation
};

struct DockerDirective {
  std::string name;  // lower case
  std::string value;
  Range at;
  Range value_at;
};

// `# name=value` at the head of the file; the first other line ends them, an empty one too. `next` is where
// it starts.
std::vector<DockerDirective> docker_directives(std::string_view text, std::size_t& next);

// The next line that is neither empty nor a comment, from `begin` on; empty text at the end of the file.
DockerLine next_docker_line(std::string_view text, std::size_t begin, char escape);

// The physical line at `begin`, without its line break; `next` is the start of the line after it.
std::string_view physical_line(std::string_view text, std::size_t begin, std::size_t& next);

}  // namespace formats
