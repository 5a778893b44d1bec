#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <map>
#include <memory>

#include "formats/yaml.h"

namespace formats {
namespace {

constexpr std::size_t kDeepest = 200;
constexpr std::size_t kMostNodes = 200'000;

// libyaml's marks count characters; ours are bytes.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {
    ascii_ =
        std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (ascii_) return;
    const std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80)
        starts_.push_back(static_cast<std::uint32_t>(i));
    }
  }
  std::size_t byte(std::size_t character) const {
    if (ascii_) return std::min(character, text_.size());
    return character < starts_.size() ? starts_[character] : text_.size();
  }
  Range between(const yaml_mark_t& begin, const yaml_mark_t& end) const {
    const std::size_t from = byte(begin.index);
    return range(from, std::max(from, byte(end.index)));
  }

 private:
  std::string_view text_;
  bool ascii_ = true;
  std::vector<std::uint32_t> starts_;
};

std::string_view bytes(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

class Reader {
 public:
  Reader(std::string_view text, YamlFile& out) : text_(text), places_(text), out_(out) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  ~Reader() { yaml_parser_delete(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  void run() {
    while (step()) {
    }
  }

 private:
  // One event; false at the end or at the first fault.
  bool step() {
    yaml_event_t event;
    if (yaml_parser_parse(&parser_, &event) == 0) return library_fault();
    const auto guard = std::unique_ptr<yaml_event_t, void (*)(yaml_event_t*)>(&event, yaml_event_delete);
    switch (event.type) {
      case YAML_STREAM_END_EVENT: return false;
      case YAML_DOCUMENT_START_EVENT:
        if (documents_++ == 0) return true;
        return refuse(places_.between(event.start_mark, event.end_mark), "a second document starts here");
      case YAML_ALIAS_EVENT: return alias(event);
      case YAML_SCALAR_EVENT: return put(scalar(event), bytes(event.data.scalar.anchor));
      case YAML_SEQUENCE_START_EVENT:
        return open(YamlNode::Kind::sequence, event, event.data.sequence_start.anchor,
                    event.data.sequence_start.tag);
      case YAML_MAPPING_START_EVENT:
        return open(YamlNode::Kind::mapping, event, event.data.mapping_start.anchor,
                    event.data.mapping_start.tag);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT: return close(event);
      default: return true;
    }
  }

  bool refuse(Range at, std::string what) {
    out_.faults.push_back({at, std::move(what)});
    while (!open_.empty()) close_top();
    return false;
  }

  bool library_fault() {
    const bool reader = parser_.error == YAML_READER_ERROR;
    std::size_t begin = reader ? parser_.problem_offset : places_.byte(parser_.problem_mark.index);
    begin = std::min(begin, text_.size());
    const std::size_t end = std::min(begin + 1, text_.size());
    std::string what(parser_.problem == nullptr ? "this is no YAML" : parser_.problem);
    if (parser_.context != nullptr) what += fmt::format(" ({})", parser_.context);
    if (what.starts_with("found character that cannot start any token") && begin < text_.size()) {
      what = text_[begin] == '\t' ? "YAML is not indented with tabs"
                                  : "no value starts with this character; put it in quotes";
    } else if (what.starts_with("mapping values are not allowed")) {
      what =
          "a `:` with a blank behind it makes a mapping, which may not stand here; put the value in quotes";
    } else if (what.starts_with("could not find expected ':'")) {
      what = "the `:` of a mapping is missing before this place";
    } else if (what.starts_with("did not find expected key")) {
      what = "a key of the mapping is expected here; look at the indentation";
    } else if (what.starts_with("did not find expected '-' indicator")) {
      what = "a `-` of the list is expected here; look at the indentation";
    }
    return refuse(range(begin, end), what);
  }

  YamlNode scalar(const yaml_event_t& event) const {
    YamlNode node;
    const auto& data = event.data.scalar;
    node.text.assign(reinterpret_cast<const char*>(data.value), data.length);
    node.plain = data.style == YAML_PLAIN_SCALAR_STYLE;
    node.tag = bytes(data.tag);
    node.at = places_.between(event.start_mark, event.end_mark);
    const bool quoted =
        data.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || data.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    // With an anchor or tag the event starts there; the value stands at the end.
    if (node.plain)
      node.at.begin = std::max(node.at.begin,
                               node.at.end - std::min(node.at.end, static_cast<std::uint32_t>(data.length)));
    if (quoted && node.at.size() >= 2) {
      const char quote = data.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ? '\'' : '"';
      const std::size_t opening = text_.find(quote, node.at.begin);
      node.at = range(opening + 1, node.at.end - 1);
    }
    node.verbatim = text_at(text_, node.at) == node.text;
    return node;
  }

  bool alias(const yaml_event_t& event) {
    const Range at = places_.between(event.start_mark, event.end_mark);
    const auto found = anchors_.find(std::string(bytes(event.data.alias.anchor)));
    if (found == anchors_.end()) return refuse(at, "no anchor of this name stands before it");
    nodes_ += found->second.size;
    if (nodes_ > kMostNodes) return refuse(at, "aliases make this file too large");
    YamlNode copy = found->second.node;
    copy.at = at;
    copy.aliased = true;
    return put(std::move(copy), {}, found->second.size);
  }

  bool open(YamlNode::Kind kind, const yaml_event_t& event, const yaml_char_t* anchor,
            const yaml_char_t* tag) {
    const Range at = places_.between(event.start_mark, event.end_mark);
    if (open_.size() >= kDeepest)
      return refuse(at, fmt::format("this is nested more than {} deep", kDeepest));
    Open open{{}, std::string(bytes(anchor)), 1};
    open.node.kind = kind;
    open.node.tag = bytes(tag);
    open.node.at = at;
    open_.push_back(std::move(open));
    return true;
  }

  bool close(const yaml_event_t& event) {
    // A block ends where the next token starts; what belongs to it ends with its last item.
    const std::uint32_t end = static_cast<std::uint32_t>(places_.byte(event.end_mark.index));
    const auto& items = open_.back().node.items;
    const bool flow = event.end_mark.index > event.start_mark.index;
    open_.back().node.at.end =
        flow || items.empty() ? std::max(end, open_.back().node.at.begin) : items.back().at.end;
    return close_top();
  }

  bool close_top() {
    Open top = std::move(open_.back());
    open_.pop_back();
    return put(std::move(top.node), top.anchor, top.size);
  }

  // `size`: how much memory the node stands for, in nodes; copies of it, for an anchor and its aliases, count
  // as much.
  bool put(YamlNode node, std::string_view anchor, std::size_t size = 1) {
    if (node.kind == YamlNode::Kind::scalar) size += node.text.size() / 32;
    nodes_ += anchor.empty() ? 1 : size;
    if (nodes_ > kMostNodes) {
      return refuse(node.at,
                    anchor.empty() ? "this file has too many values" : "aliases make this file too large");
    }
    if (!anchor.empty()) anchors_[std::string(anchor)] = {node, size};
    if (open_.empty()) {
      out_.empty = node.kind == YamlNode::Kind::scalar && node.plain && node.text.empty();
      out_.root = std::move(node);
    } else {
      open_.back().size += size;
      open_.back().node.items.push_back(std::move(node));
    }
    return true;
  }

  struct Open {
    YamlNode node;
    std::string anchor;
    std::size_t size;
  };
  struct Anchor {
    YamlNode node;
    std::size_t size;
  };
  std::string_view text_;
  Places places_;
  YamlFile& out_;
  yaml_parser_t parser_{};
  std::vector<Open> open_;
  std::map<std::string, Anchor> anchors_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

}  // namespace

YamlFile read_yaml(std::string_view text) {
  YamlFile out;
  Reader(text, out).run();
  return out;
}

}  // namespace formats
