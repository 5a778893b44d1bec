// What a job logged, read from its tracking store (tracking.h).
#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "runtime/bytes.h"
#include "runtime/local/store.h"
#include "runtime/local/tracking.h"
#include "runtime/walk.h"

namespace local {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string logged_folder(const Store& store, std::string_view name, std::string_view what) {
  std::string path = run_folder(store, name) + "/mlflow/" + kExperimentId + "/";
  return path.append(name).append("/").append(what);
}

std::string_view next_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

bool read_integer(std::string_view word, std::int64_t& value) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && end == word.data() + word.size();
}

// `timestamp value step`; newer versions of mlflow write more words behind. A line that is cut off is none.
std::optional<Point> read_point(std::string_view line) {
  Point point;
  if (!read_integer(next_word(line), point.timestamp_ms)) return std::nullopt;
  const std::string value(next_word(line));
  char* end = nullptr;
  point.value = std::strtod(value.c_str(), &end);  // `nan`, `inf` and `-inf` too, as Python prints them
  if (value.empty() || *end != '\0') return std::nullopt;
  const std::string_view step = next_word(line);
  if (!step.empty() && !read_integer(step, point.step)) return std::nullopt;
  return point;
}

Pairs read_pairs(const std::string& folder) {
  Pairs pairs;
  for (const base::FileEntry& file : runtime::walk(folder).files) {
    std::string text = runtime::read_whole(folder + "/" + file.path).value_or("");
    while (text.ends_with('\n')) text.pop_back();
    pairs.emplace_back(file.path, std::move(text));
  }
  return pairs;
}

}  // namespace

std::vector<double> Metric::values() const {
  std::vector<double> all;
  for (const Point& point : points) all.push_back(point.value);
  return all;
}

std::vector<Metric> metrics(const Store& store, std::string_view name) {
  std::vector<Metric> all;
  const std::string folder = logged_folder(store, name, "metrics");
  for (const base::FileEntry& file : runtime::walk(folder).files) {
    Metric metric{file.path, {}};
    const std::string text = runtime::read_whole(folder + "/" + file.path).value_or("");
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      if (const std::optional<Point> point = read_point(rest.substr(0, end))) metric.points.push_back(*point);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    if (!metric.points.empty()) all.push_back(std::move(metric));
  }
  return all;
}

Pairs params(const Store& store, std::string_view name) {
  return read_pairs(logged_folder(store, name, "params"));
}

Pairs tags(const Store& store, std::string_view name) {
  Pairs all = read_pairs(logged_folder(store, name, "tags"));
  std::erase_if(all, [](const auto& tag) { return tag.first.starts_with("mlflow."); });
  return all;
}

}  // namespace local
