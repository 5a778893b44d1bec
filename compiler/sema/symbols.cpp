// What a name stands for: lets, params, secrets and declarations, each evaluated once.

#include <fmt/format.h>

#include <utility>

#include "sema/evaluate.h"
#include "sema/value_types.h"

namespace sema {

namespace {

Value own_cycle(Session& session, const surface::Name& name) {
  report_cycle(session, {{}, name.text, name.at});
  return poison(name.at);
}

Value evaluated(Session& session, Let& let) {
  if (let.progress == Progress::done) return let.result;
  if (let.progress == Progress::busy) {
    let.result = own_cycle(session, let.name);
    let.progress = Progress::done;
    return let.result;
  }
  let.progress = Progress::busy;
  session.path.push_back({{}, let.name.text, let.name.at});
  Mentions* const around = std::exchange(session.mentions, &let.mentions);
  const Value value = let.value != 0 ? evaluate(session, let.value, let.where) : poison(let.name.at);
  session.mentions = around;
  session.path.pop_back();
  if (let.progress != Progress::done) let.result = value;
  let.progress = Progress::done;
  return let.result;
}

Value let_value(Session& session, Let& let) {
  let.used = true;
  const Value value = evaluated(session, let);
  for (const Declaration* one : let.mentions) mention(session, *one);
  return value;
}

}  // namespace

Value parameter_value(Session& session, Parameter& parameter) {
  if (parameter.progress == Progress::done) return parameter.result;
  const surface::Item& item = *parameter.item;
  if (parameter.progress == Progress::busy) {
    parameter.result = own_cycle(session, item.name);
    parameter.progress = Progress::done;
    return parameter.result;
  }
  parameter.progress = Progress::busy;
  session.path.push_back({{}, item.name.text, item.name.at});
  Value value{Unknown{parameter.type.known}, item.name.at};
  if (item.value != 0) {
    const Span at = session.document(parameter.where)[item.value].at;
    value = fitting(session, evaluate(session, item.value, parameter.where), at, parameter);
    parameter.out->has_value = true;
  } else if (session.options.need_values) {
    session.diagnostics.report(item.name.at, param_without_value, item.name.text)
        .with_help(fmt::format("give one: `-D {}=VALUE`, a line in a `--params` file, or a default",
                               item.name.text));
    value = poison(item.name.at);
  }
  session.path.pop_back();
  if (parameter.progress != Progress::done) parameter.result = value;
  parameter.progress = Progress::done;
  return parameter.result;
}

Value value_of(Session& session, const Symbol& symbol, Span at) {
  switch (symbol.kind) {
    case Symbol::Kind::declaration: {
      const Declaration& declaration = *session.instances[symbol.index].out;
      mention(session, declaration);
      return {Ref{&declaration}, at};
    }
    case Symbol::Kind::param: {
      Parameter& parameter = session.parameters[symbol.index];
      parameter.out->used = true;
      return parameter_value(session, parameter);
    }
    case Symbol::Kind::let: return let_value(session, session.lets[symbol.index]);
    case Symbol::Kind::secret: {
      const Secret& secret = session.model.secrets[symbol.index];
      ++secret.uses;
      return {&secret, at};
    }
    case Symbol::Kind::module: break;
  }
  session.diagnostics.report(at, unknown_name, symbol.name.text)
      .with_label("this is an import")
      .with_help(fmt::format("name what is meant in it: `{}.NAME`", symbol.name.text));
  return poison(at);
}

}  // namespace sema
