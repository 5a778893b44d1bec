// `extends`, uses with changes, and --set: blocks and maps merge key by key, entries part by part, everything
// else is replaced.

#include <unordered_map>

#include "sema/instance.h"

namespace sema {

namespace {

const schema::Block* block_of(const schema::Block* around, std::string_view key) {
  const schema::Field* field = around ? around->find(key) : nullptr;
  return field && (field->type.shape == schema::Shape::block) ? field->type.block : nullptr;
}

// A block whose `type` changes is another block: nothing of the old one stays.
bool other_type(const Map& base, const Map& over, const schema::Block* block) {
  if (!block || block->discriminator.empty()) return false;
  const Entry* before = base.find(block->discriminator);
  const Entry* after = over.find(block->discriminator);
  if (!after || !after->has_value) return false;
  const auto* now = after->value.get<std::string_view>();
  const auto* was = before ? before->value.get<std::string_view>() : nullptr;
  return now && (!was || *was != *now);
}

}  // namespace

Entry merged(Session& session, const Entry& base, const Entry& over, const schema::Block* block) {
  Entry out = over;
  if (!out.type) out.type = base.type;
  if (!out.has_value) {
    out.value = base.value;
    out.has_value = base.has_value;
    out.value_at = base.value_at;
  } else if (const auto* inner = over.value.get<const Map*>()) {
    if (const auto* outer = base.value.get<const Map*>()) {
      out.value = {merged(session, **outer, **inner, block), over.value.at};
    } else if (base.value.is<Ref>() && !over.body) {
      // `environment = e` below `environment { … }`: changes of what is used.
      out.value = base.value;
      out.value_at = base.value_at;
      out.body = base.body ? merged(session, *base.body, **inner, nullptr) : *inner;
    }
  }
  if (base.body && over.body) {
    out.body = merged(session, *base.body, *over.body, nullptr);
  } else if (!out.body && !(over.has_value && base.value.is<Ref>())) {
    out.body = base.body;
  }
  if (out.doc.empty()) out.doc = base.doc;
  return out;
}

const Map* merged(Session& session, const Map& base, const Map& over, const schema::Block* block) {
  if (other_type(base, over, block)) return session.model.arena.make(over);
  std::vector<Entry> entries(base.entries.begin(), base.entries.end());
  std::unordered_map<std::string_view, std::size_t> at;
  for (std::size_t i = 0; i < entries.size(); ++i) at.emplace(entries[i].key, i);
  for (const Entry& entry : over.entries) {
    const auto [place, fresh] = at.emplace(entry.key, entries.size());
    if (fresh) {
      entries.push_back(entry);
    } else {
      Entry& there = entries[place->second];
      there = merged(session, there, entry, block_of(block, entry.key));
    }
  }
  return session.model.arena.make(Map{session.model.arena.array(entries), over.at});
}

}  // namespace sema
