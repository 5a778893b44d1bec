// What `run` prints while a job runs and at its end: text, or one JSON object a line.
#pragma once

#include <memory>
#include <string_view>

#include "runtime/cli/frame/console.h"
#include "runtime/local/record.h"
#include "runtime/local/store.h"

namespace cli {

class RunPrinter {
 public:
  virtual ~RunPrinter() = default;
  virtual void prepared(const local::Record& record) = 0;
  virtual void output(std::string_view bytes) = 0;
  virtual void ended(const local::Record& record) = 0;
};

std::unique_ptr<RunPrinter> run_printer(std::string_view format, const local::Store& store,
                                        frame::Console& console);

}  // namespace cli
