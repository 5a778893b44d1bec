// `amljob logs`: what a run has printed.
#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"
#include "runtime/cli/options.h"
#include "runtime/disk_files.h"
#include "runtime/local/store.h"

namespace cli {

namespace {

using frame::Exit;

Exit run(const frame::Arguments& arguments, frame::Console& console) {
  const auto store = local::open_store(console.host(), arguments.value(option::kState));
  if (!store) return console.world(store.error());
  const auto record = local::find_run(*store, arguments.operands.empty() ? "latest" : arguments.operands[0]);
  if (!record) return console.usage(record.error().message);
  const std::string path = local::log_path(*store, record->name);
  const runtime::DiskFiles files;
  if (files.kind(path) == base::FileKind::missing) return Exit::good;  // it has printed nothing yet
  const bool read = files.stream(path, [&](std::string_view bytes) { console.out(bytes); });
  return read ? Exit::good : console.world({"cannot read `" + path + "`"});
}

constexpr const frame::Option* kOptions[] = {&option::kState};
constexpr frame::Example kExamples[] = {
    {"logs", "of the newest run"},
    {"logs brave-otter-7k", "of one run; the first letters are enough"},
    {"logs | tail -n 20", "its last lines"},
};
constexpr frame::ExitRow kExits[] = {
    kExitDone, {Exit::usage, "there is no such run, or there are several"}, kExitWorld};

}  // namespace

constexpr frame::Command kLogs{.name = "logs",
                               .doc = "Print what a run has printed",
                               .usage = "[RUN] [OPTION]…",
                               .most = 1,
                               .operands = frame::Operands::runs,
                               .options = kOptions,
                               .examples = kExamples,
                               .exits = kExits,
                               .run = run};

}  // namespace cli
