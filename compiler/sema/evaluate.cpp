#include "sema/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sema/comprehension.h"
#include "sema/functions.h"
#include "sema/lookup.h"
#include "sema/operators.h"

namespace sema {

using surface::Expr;
using surface::ExprKind;

namespace {

// Pieces are joined as they come, so that text without deferred parts is one string.
class TextBuilder {
 public:
  explicit TextBuilder(Session& session) : session_(session) {}

  void add(std::string_view text) { pending_ += text; }
  void add(const Deferred* deferred) {
    flush();
    pieces_.push_back({{}, deferred});
  }
  void add(const Text& text) {
    for (const Piece& piece : text.pieces) piece.deferred ? add(piece.deferred) : add(piece.text);
    unknown_ = unknown_ || text.unknown;
  }
  void add_unknown() { unknown_ = true; }

  Value finish(Span at) {
    if (!within_text(session_, pending_.size(), at)) return poison(at);
    if (pieces_.empty() && !unknown_) return {session_.model.arena.copy(pending_), at};
    if (pieces_.empty()) return {Unknown{Known::string}, at};
    flush();
    return {session_.model.arena.make(Text{session_.model.arena.array(pieces_), unknown_}), at};
  }

 private:
  void flush() {
    if (!pending_.empty()) pieces_.push_back({session_.model.arena.copy(pending_), nullptr});
    pending_.clear();
  }

  Session& session_;
  std::string pending_;
  std::vector<Piece> pieces_;
  bool unknown_ = false;
};

// Puts one interpolated value into the text; false where it cannot be.
bool interpolate(Session& session, TextBuilder& text, const Value& value, Span at) {
  if (value.poisoned()) return false;
  if (const auto* deferred = value.get<const Deferred*>()) return text.add(*deferred), true;
  if (const auto* inner = value.get<const Text*>()) return text.add(**inner), true;
  if (const auto* unknown = value.get<Unknown>();
      unknown && unknown->type != Known::list && unknown->type != Known::map) {
    return text.add_unknown(), true;
  }
  if (const auto* secret = value.get<const Secret*>()) {
    session.diagnostics.report(at, secret_in_expression, (*secret)->name)
        .with_label("text would carry its value into artifacts and logs")
        .with_help("give the secret itself to a field that takes one");
    return false;
  }
  if (const auto printable = printed(value)) return text.add(*printable), true;
  base::Diagnostic& report = session.diagnostics.report(at, not_printable, described(value));
  if (value.is<const List*>()) report.with_help("join its elements: `${join(list, \", \")}`");
  if (value.is<Ref>()) report.with_help("name what is meant: `.name`, or another of its fields");
  return false;
}

Value text(Session& session, const Expr& expr, Where where) {
  const surface::Document& document = session.document(where);
  TextBuilder builder(session);
  bool good = true;
  for (std::uint32_t i = 0; i < expr.count; ++i) {
    const surface::ExprId id = document.child(expr, i);
    const Expr& part = document[id];
    if (part.kind == ExprKind::string) {
      builder.add(part.text);
    } else {
      good = interpolate(session, builder, evaluate(session, id, where), part.at) && good;
    }
  }
  return good ? builder.finish(expr.at) : poison(expr.at);
}

Value list(Session& session, const Expr& expr, Where where) {
  if (!within_elements(session, expr.count, expr.at)) return poison(expr.at);
  std::vector<Value> items;
  items.reserve(expr.count);
  const surface::Document& document = session.document(where);
  for (std::uint32_t i = 0; i < expr.count; ++i) {
    Value value = evaluate(session, document.child(expr, i), where);
    if (!value.is<None>()) items.push_back(value);
  }
  return {session.model.arena.make(List{session.model.arena.array(items)}), expr.at};
}

Value conditional(Session& session, const Expr& expr, Where where) {
  const surface::Document& document = session.document(where);
  const Value condition = evaluate(session, document.child(expr, 0), where);
  const surface::ExprId yes = document.child(expr, 1), no = document.child(expr, 2);
  if (const auto* chosen = condition.get<bool>()) return evaluate(session, *chosen ? yes : no, where);
  if (condition.poisoned()) return poison(expr.at);
  const Span at = document[document.child(expr, 0)].at;
  if (const auto* unknown = condition.get<Unknown>();
      unknown && (unknown->type == Known::boolean || unknown->type == Known::nothing)) {
    const Value first = evaluate(session, yes, where), second = evaluate(session, no, where);
    if (first.poisoned() || second.poisoned()) return poison(expr.at);
    const Known type = known_type(first);
    return {Unknown{type == known_type(second) ? type : Known::nothing}, expr.at};
  }
  if (report_deferred(session, condition, at)) return poison(expr.at);
  session.diagnostics.report(at, condition_type, described(condition));
  return poison(expr.at);
}

Value literal(const Expr& expr) {
  return std::visit([&](const auto& one) { return Value{one, expr.at}; }, expr.number);
}

Value dispatch(Session& session, const Expr& expr, Where where) {
  switch (expr.kind) {
    case ExprKind::none: return {None{}, expr.at};
    case ExprKind::boolean: return {std::get<std::int64_t>(expr.number) != 0, expr.at};
    case ExprKind::number: return literal(expr);
    case ExprKind::string: return {expr.text, expr.at};
    case ExprKind::text: return text(session, expr, where);
    case ExprKind::name: return name_value(session, expr, where);
    case ExprKind::member: return member_value(session, expr, where);
    case ExprKind::index: return index_value(session, expr, where);
    case ExprKind::call: return call(session, expr, where);
    case ExprKind::list: return list(session, expr, where);
    case ExprKind::map: return {evaluate_body(session, expr.body, where), expr.at};
    case ExprKind::list_for: return list_for(session, expr, where);
    case ExprKind::map_for: return map_for(session, expr, where);
    case ExprKind::conditional: return conditional(session, expr, where);
    case ExprKind::unary: return unary(session, expr, where);
    case ExprKind::binary: return binary(session, expr, where);
    case ExprKind::missing: break;
  }
  return poison(expr.at);
}

}  // namespace

Value evaluate(Session& session, surface::ExprId id, Where where) {
  const Expr& expr = session.document(where)[id];
  if (session.depth >= kMaxDepth) {
    session.diagnostics.report(expr.at, expansion_limit,
                               fmt::format("{} steps, one inside the other", kMaxDepth));
    return poison(expr.at);
  }
  ++session.depth;
  const Value value = dispatch(session, expr, where);
  --session.depth;
  return value;
}

std::optional<std::string> printed(const Value& value) {
  if (const auto* text = value.get<std::string_view>()) return std::string(*text);
  if (const auto* boolean = value.get<bool>()) return *boolean ? "true" : "false";
  if (const auto* integer = value.get<std::int64_t>()) return fmt::format("{}", *integer);
  if (const auto* number = value.get<double>()) return base::spelled(*number);
  if (const auto* duration = value.get<base::Duration>()) return base::spelled(*duration);
  if (const auto* size = value.get<base::Size>()) return base::spelled(*size);
  return std::nullopt;
}

Known known_type(const Value& value) {
  if (const auto* unknown = value.get<Unknown>()) return unknown->type;
  if (value.is<std::string_view>() || value.is<const Text*>()) return Known::string;
  if (value.is<bool>()) return Known::boolean;
  if (value.is<std::int64_t>()) return Known::integer;
  if (value.is<double>()) return Known::number;
  if (value.is<base::Duration>()) return Known::duration;
  if (value.is<base::Size>()) return Known::size;
  if (value.is<const List*>()) return Known::list;
  if (value.is<const Map*>()) return Known::map;
  return Known::nothing;
}

}  // namespace sema
