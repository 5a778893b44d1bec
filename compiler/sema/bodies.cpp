// Members of braces to entries.

#include <algorithm>
#include <unordered_map>

#include "sema/evaluate.h"
#include "sema/operators.h"

namespace sema {

Entry evaluate_member(Session& session, const surface::Member& member, Where where) {
  Entry out{.key = member.name.text, .key_at = member.name.at, .at = member.at, .type = member.type};
  out.doc = member.doc;
  if (member.bare) {
    session.diagnostics.report(member.name.at, bare_member, member.name.text)
        .with_help("write `NAME = value`, or `NAME { … }` for a block");
    out.value = poison(member.at);
    out.has_value = true;
    out.value_at = member.at;
  }
  if (member.value != 0) {
    out.value = evaluate(session, member.value, where);
    out.has_value = true;
    out.value_at = session.document(where)[member.value].at;
  }
  if (member.body != 0) {
    const Map* body = evaluate_body(session, member.body, where);
    if (member.value == 0 && !member.type) {
      out.value = {body, body->at};
      out.has_value = true;
      out.value_at = body->at;
    } else {
      out.body = body;
    }
  }
  return out;
}

namespace {

void report_odd_member(Session& session, const surface::Member& member) {
  switch (member.kind) {
    case surface::MemberKind::loop: session.diagnostics.report(member.at, loop_member, "for"); break;
    case surface::MemberKind::condition: session.diagnostics.report(member.at, loop_member, "if"); break;
    case surface::MemberKind::step: session.diagnostics.report(member.at, loop_member, "step"); break;
    case surface::MemberKind::entry: break;
  }
}

// Nothing where there is no name, or none that is a string: reported.
std::optional<std::string_view> key_of(Session& session, const surface::Member& member, Where where) {
  if (member.computed_name == 0) {
    return member.name.empty() && !member.name.at.size() ? std::nullopt : std::optional(member.name.text);
  }
  const Value computed = evaluate(session, member.computed_name, where);
  if (const auto* text = computed.get<std::string_view>()) return *text;
  if (!computed.poisoned()) report_deferred(session, computed, member.name.at);
  return std::nullopt;
}

}  // namespace

std::vector<NamedMember> named_members(Session& session, surface::BodyId id, Where where) {
  const std::vector<surface::Member>& members = session.document(where).bodies[id].members;
  std::vector<NamedMember> out;
  out.reserve(members.size());
  std::unordered_map<std::string_view, const surface::Member*> seen;
  const auto first_of = [&](std::string_view key, const surface::Member& member) -> const surface::Member* {
    if (members.size() > kIndexedFrom) {
      const auto [at, fresh] = seen.emplace(key, &member);
      return fresh ? nullptr : at->second;
    }
    const auto at =
        std::find_if(out.begin(), out.end(), [&](const NamedMember& one) { return one.key == key; });
    return at == out.end() ? nullptr : at->member;
  };
  for (const surface::Member& member : members) {
    if (member.kind != surface::MemberKind::entry) {
      report_odd_member(session, member);
      continue;
    }
    const std::optional<std::string_view> name = key_of(session, member, where);
    if (!name) continue;
    const std::string_view key = *name;
    if (const surface::Member* first = first_of(key, member)) {
      session.diagnostics.report(member.name.at, duplicate_member, key)
          .with_label("given again here")
          .note(first->name.at, "first given here")
          .with_help("keep one of the two");
    } else {
      out.push_back({key, &member});
    }
  }
  return out;
}

const Map* evaluate_body(Session& session, surface::BodyId id, Where where) {
  std::vector<Entry> entries;
  for (const NamedMember& named : named_members(session, id, where)) {
    entries.push_back(evaluate_member(session, *named.member, where));
    entries.back().key = named.key;
  }
  const Span at = session.document(where).bodies[id].at;
  return session.model.arena.make(Map{session.model.arena.array(entries), at});
}

}  // namespace sema
