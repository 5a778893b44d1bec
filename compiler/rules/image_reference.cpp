// The name of an image that no registry can read. Source: the grammar of image references, see
// formats/image_reference.h.
#include "formats/image_reference.h"

#include "rules/rules.h"
#include "rules/text_place.h"
#include "rules/walk.h"

namespace rules {
namespace {

AMLJOB_DIAGNOSTIC_ROW(unreadable_image, error, "`{}` is not the name of an image", std::string)

void run(const Context& context, base::Diagnostics& diagnostics) {
  Seen seen;
  for (const sema::Declaration* environment : declarations_of(context, "environment")) {
    const sema::FieldValue* field = given(*environment->body, "docker.base_image");
    if (!field) continue;
    const TextPlace place(context.model.sources, field->value);
    if (!place.known()) continue;
    const auto image = formats::parse_image_reference(place.text());
    if (image || !seen.first(place.all())) continue;
    const formats::Fault& fault = image.error();
    base::Diagnostic& report = diagnostics.report(place.at(fault.at), unreadable_image, place.text());
    report.with_label(fault.what);
    if (fault.instead && place.exact(fault.at)) {
      report.fix(fault.instead->empty() ? "take it away" : "write `" + *fault.instead + "`", base::Safe::yes,
                 {{place.at(fault.at), place.spelled(*fault.instead)}});
    } else {
      report.with_help(
          "an image is `[HOST[:PORT]/]PATH[:TAG][@DIGEST]`, such as `pets.azurecr.io/train:1.4`");
    }
  }
}

constexpr const base::DiagnosticInfo* kReports[] = {&unreadable_image};

}  // namespace

const Rule kImageReference{kReports, run};

}  // namespace rules
