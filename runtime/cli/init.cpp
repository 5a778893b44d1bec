// `amljob init`: a first file.
#include <fmt/format.h>

#include "runtime/cli/commands.h"
#include "runtime/cli/exits.h"
#include "runtime/cli/frame/arguments.h"
#include "runtime/cli/frame/console.h"
#include "runtime/disk_files.h"

namespace cli {

namespace {

using frame::Exit;

// What the folder has already goes into the file: a script, a workspace's config.json.
struct Around {
  std::string script;
  bool config = false;
};

constexpr std::string_view kScripts[] = {"train.py", "main.py", "src/train.py", "src/main.py"};

Around look(const base::Files& files, std::string_view folder) {
  Around out;
  out.config = files.kind(base::join_path(folder, "config.json")) == base::FileKind::file;
  for (const std::string_view script : kScripts) {
    if (out.script.empty() && files.kind(base::join_path(folder, script)) == base::FileKind::file)
      out.script = script;
  }
  return out;
}

std::string workspace_of(const Around& around) {
  if (around.config) return "workspace { config = \"config.json\" }\n\n";
  return "# Where it goes: the config.json that the Azure portal offers for download, beside this file.\n"
         "# workspace { config = \"config.json\" }\n\n";
}

std::string work_of(const Around& around) {
  if (around.script.empty()) return "  command     = \"python -c \\\"print('hello')\\\"\"\n";
  const std::string folder(base::folder_of(around.script));
  return fmt::format("  code        = \"{}\"\n  script      = \"{}\"\n", folder.empty() ? "." : folder,
                     base::name_of(around.script));
}

std::string program(const Around& around) {
  return "# amljob check      says what is wrong\n"
         "# amljob run        runs the job here\n"
         "# amljob plan       says what would be uploaded and created in Azure\n\n" +
         workspace_of(around) +
         "environment env {\n"
         "  docker {\n"
         "    base_image = \"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20250601.v1\"\n"
         "  }\n"
         "  python {\n"
         "    conda_dependencies {\n"
         "      channels = [\"conda-forge\"]\n"
         "      packages = [\"python=3.11\", \"pip=24.2\"]\n"
         "      pip      = [\"azureml-mlflow==1.60.0\"]\n"
         "    }\n"
         "  }\n"
         "}\n\n"
         "## Says hello.\n"
         "job hello {\n" +
         work_of(around) +
         "  environment = env\n"
         "  compute     = \"serverless\"\n"
         "}\n";
}

Exit run(const frame::Arguments& arguments, frame::Console& console) {
  const std::string path = arguments.operands.empty() ? "job.amljob" : arguments.operands[0];
  if (!path.ends_with(".amljob"))
    return console.usage(fmt::format("a program is called *.amljob, not `{}`", path));
  const runtime::DiskFiles files;
  if (files.kind(path) != base::FileKind::missing) {
    return console.usage(fmt::format("`{}` is there already, and is left as it is", path));
  }
  const std::string text = program(look(files, base::folder_of(path)));
  if (const auto written = console.host().write(path, text); !written) return console.world(written.error());
  console.out(fmt::format("wrote {}; next: amljob check {}\n", path, path));
  return Exit::good;
}

constexpr frame::Example kExamples[] = {
    {"init", "job.amljob in this folder"},
    {"init jobs/train.amljob", "another name and place"},
    {"-C project init", "in another folder"},
};
constexpr frame::ExitRow kExits[] = {kExitDone, {Exit::usage, "there is such a file already"}, kExitWorld};

}  // namespace

constexpr frame::Command kInit{
    .name = "init",
    .doc = "Write a first program, never over one that is there",
    .usage = "[FILE]",
    .more = "A script and a config.json that lie there are used. Nothing is asked.",
    .most = 1,
    .options = {},
    .examples = kExamples,
    .exits = kExits,
    .run = run};

}  // namespace cli
