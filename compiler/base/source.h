// A source text and places in it. Everything that can be pointed at in a message is a Span.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// Index of a Source in its SourceMap. 0 is no file: a value that no text spells (a default, a flag of the
// command line).
using FileId = std::uint32_t;

// Bytes begin…end (exclusive) of a file, counted from 0.
struct Span {
  FileId file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
  bool known() const { return file != 0; }
  std::uint32_t size() const { return end - begin; }
  bool contains(const Span& inner) const {
    return file == inner.file && begin <= inner.begin && inner.end <= end;
  }
};

// From the begin of `first` to the end of `last`, which is in the same file and not before it.
inline Span cover(Span first, Span last) { return {first.file, first.begin, last.end}; }

// A place for people: both count from 1, columns in UTF-8 bytes.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  bool operator==(const Position&) const = default;
};

// An immutable text with its path as the user named it. Line starts are found once, at construction.
class Source {
 public:
  Source(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(lines_.size()); }
  // The place of a byte offset; an offset past the end is the end.
  Position position(std::uint32_t offset) const;
  // The text of a line (from 1) without its line break.
  std::string_view line(std::uint32_t number) const;
  std::uint32_t line_begin(std::uint32_t number) const { return lines_[number - 1]; }

 private:
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> lines_;
};

// Owns the sources of one compilation; ids and references stay valid for its life.
class SourceMap {
 public:
  FileId add(std::string path, std::string text);
  const Source& operator[](FileId id) const { return sources_[id - 1]; }
  // 0 where no file of this path was added.
  FileId find(std::string_view path) const;
  std::string_view text(Span at) const;
  // The span with its line break and indentation, where nothing else stands on its lines: what a removal
  // takes.
  Span whole_lines(Span at) const;
  std::size_t size() const { return sources_.size(); }

 private:
  std::deque<Source> sources_;
};

}  // namespace base
