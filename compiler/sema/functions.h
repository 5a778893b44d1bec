// The functions of the language: one row each.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "sema/session.h"

namespace sema {

// The arguments of one call, evaluated; none of them is Poison, Deferred or a Secret.
struct Call {
  Session& session;
  std::string_view name;
  Span at;  // all of it
  std::vector<Value> values;
  std::vector<Span> places;  // of the arguments
  Where where;

  Value failed() const { return poison(at); }
  Value made(Value::Data data) const { return {data, at}; }
  Value text(std::string_view text) const;            // copied to the arena
  Value list(const std::vector<Value>& items) const;  // bounded
  // Reports that argument `index` should have been `wanted`.
  Value wrong(std::size_t index, std::string_view wanted) const;
  // Reports what is the matter with argument `index`.
  Value refused(std::size_t index, std::string_view why) const;
};

struct Function {
  std::string_view name;
  std::string_view signature;  // `join(list, separator)`
  std::string_view doc;
  std::uint8_t least;
  std::uint8_t most;  // 255: any number
  Known result;       // where an argument is not known yet
  Value (*run)(const Call&);
};

std::span<const Function> text_functions();
std::span<const Function> list_functions();
std::span<const Function> number_functions();
std::span<const Function> file_functions();
const Function* find_function(std::string_view name);
std::vector<std::string_view> function_names();

Value call(Session& session, const surface::Expr& expr, Where where);

}  // namespace sema
