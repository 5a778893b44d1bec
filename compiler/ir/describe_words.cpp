#include "ir/describe_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ir/walk.h"

namespace ir {

namespace {

// Columns of UTF-8 text, as far as each character has one.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string size_words(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 4> kUnits = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return counted(bytes, "byte");
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  while (value >= 999.5 && unit + 1 < kUnits.size()) value /= 1000, ++unit;
  return value < 9.95 ? fmt::format("{:.1f} {}", value, kUnits[unit])
                      : fmt::format("{:.0f} {}", value, kUnits[unit]);
}

std::string upload_words(const Upload& upload) {
  std::string out =
      fmt::format("{}: {}, {}", upload.name, counted(upload.files.size(), "file"), size_words(upload.bytes));
  if (upload.ignored_files > 0) {
    out += fmt::format("; {} left out by {} ({})", upload.ignored_files, upload.ignore_file,
                       size_words(upload.ignored_bytes));
  }
  return out;
}

std::string source_words(const sema::Secret& secret) {
  switch (secret.source) {
    case sema::Secret::Source::env: return fmt::format("${}", secret.first);
    case sema::Secret::Source::file: return fmt::format("the file `{}`", secret.first);
    case sema::Secret::Source::keyvault:
      return fmt::format("`{}` of the key vault `{}`", secret.second, secret.first);
    case sema::Secret::Source::broken: break;
  }
  return {};
}

std::vector<const sema::Secret*> secrets_of(const sema::Body& body) {
  std::vector<const sema::Secret*> out;
  Visitor visitor;
  visitor.field = [&](const sema::FieldValue& field) {
    const auto* secret = field.value.get<const sema::Secret*>();
    if (secret && std::find(out.begin(), out.end(), *secret) == out.end()) out.push_back(*secret);
  };
  walk(body, visitor);
  return out;
}

std::string duration_words(base::Duration duration) {
  struct Unit {
    std::int64_t seconds;
    std::string_view one, more;
  };
  constexpr std::array<Unit, 4> kUnits = {
      {{86400, "day", "days"}, {3600, "h", "h"}, {60, "min", "min"}, {1, "s", "s"}}};
  std::int64_t rest = duration.milliseconds / 1000;
  std::string out;
  for (const Unit& unit : kUnits) {
    const std::int64_t count = rest / unit.seconds;
    rest %= unit.seconds;
    if (count > 0)
      out += fmt::format("{}{} {}", out.empty() ? "" : " ", count, count == 1 ? unit.one : unit.more);
  }
  return out.empty() ? "0 s" : out;
}

std::string wrapped(const std::string& head, std::string_view text) {
  constexpr std::size_t kWidth = 100;
  const std::size_t indent = columns(head);
  std::string out = head;
  std::size_t at = indent;
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    const bool breaks = end < text.size() && text[end] == '\n';
    if (!first && at > indent && at + 1 + columns(word) > kWidth) {
      out += "\n" + std::string(indent, ' ');
      at = indent;
    } else if (!first && at > indent) {
      out += ' ', ++at;
    }
    out += word, at += columns(word);
    if (breaks && end + 1 < text.size()) out += "\n" + std::string(indent, ' '), at = indent;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + "\n";
}

}  // namespace ir
