// Names, `a.b` and `a["b"]`.
#pragma once

#include "sema/session.h"

namespace sema {

Value name_value(Session& session, const surface::Expr& expr, Where where);
Value member_value(Session& session, const surface::Expr& expr, Where where);
Value index_value(Session& session, const surface::Expr& expr, Where where);

// The symbol of a name of this file or of an import without `as`; nullptr where there is none. Marks the
// import used.
const Symbol* find_symbol(Module& module, std::string_view name);

// Reports that a name is not known, with what it may have been meant to be.
void report_unknown_name(Session& session, std::string_view name, Span at, Where where);

// Words that name no declaration: the keywords, the kinds, `inputs`, `outputs`, `run`.
bool is_reserved(std::string_view name);

}  // namespace sema
