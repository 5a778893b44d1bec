#include <algorithm>

#include "formats/yaml.h"
#include "formats/yaml_scalar.h"

namespace formats {
namespace {

// Writes block style, with lists of a mapping at the mapping's own indentation.
class Writer {
 public:
  std::string run(const YamlNode& root) {
    if (root.kind == YamlNode::Kind::scalar) {
      scalar(root, 2, false);
      out_ += "\n";
      // An open-ended plain scalar at the root is closed by PyYAML.
      if (is_plain(root)) out_ += "...\n";
    } else if (root.items.empty()) {
      out_ += root.kind == YamlNode::Kind::mapping ? "{}\n" : "[]\n";
    } else {
      block(root, 0, true);
    }
    return std::move(out_);
  }

 private:
  static bool is_plain(const YamlNode& node) { return yaml_scalar_text(node, 0, 2, false).plain; }

  void scalar(const YamlNode& node, std::size_t indent, bool key) {
    const std::size_t newline = out_.find_last_of('\n');
    const std::size_t column = newline == std::string::npos ? out_.size() : out_.size() - newline - 1;
    out_ += yaml_scalar_text(node, column, indent, key).text;
  }

  // The items of a list or mapping at `indent`; `here`: the first of them continues the present line.
  void block(const YamlNode& node, std::size_t indent, bool here) {
    const bool list = node.kind == YamlNode::Kind::sequence;
    const std::vector<std::size_t> order = list ? in_order(node) : sorted(node);
    for (const std::size_t i : order) {
      if (!here) out_ += std::string(indent, ' ');
      here = false;
      if (list) {
        out_ += '-';
      } else {
        scalar(node.items[i], indent + 2, true);
        out_ += ':';
      }
      value(list ? node.items[i] : node.items[i + 1], indent, list);
    }
  }

  void value(const YamlNode& node, std::size_t indent, bool in_list) {
    if (node.kind == YamlNode::Kind::scalar) {
      const std::size_t before = out_.size();
      out_ += ' ';
      scalar(node, indent + 2, false);
      if (out_.size() == before + 1) out_.pop_back();
      out_ += '\n';
    } else if (node.items.empty()) {
      out_ += node.kind == YamlNode::Kind::mapping ? " {}\n" : " []\n";
    } else if (in_list) {
      out_ += ' ';
      block(node, indent + 2, true);
    } else {
      out_ += '\n';
      block(node, node.kind == YamlNode::Kind::sequence ? indent : indent + 2, false);
    }
  }

  static std::vector<std::size_t> in_order(const YamlNode& node) {
    std::vector<std::size_t> out(node.items.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
    return out;
  }

  // Places of the keys, sorted as Python sorts strings: by code points, which UTF-8 keeps. The last of equal
  // ones wins.
  static std::vector<std::size_t> sorted(const YamlNode& node) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
      std::erase_if(out, [&](std::size_t k) { return node.items[k].text == node.items[i].text; });
      out.push_back(i);
    }
    std::sort(out.begin(), out.end(),
              [&](auto a, auto b) { return node.items[a].text < node.items[b].text; });
    return out;
  }

  std::string out_;
};

}  // namespace

std::string write_yaml(const YamlNode& root) { return Writer().run(root); }

}  // namespace formats
