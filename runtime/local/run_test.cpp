#include "runtime/local/run.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "runtime/disk_files.h"
#include "runtime/posix_host.h"
#include "runtime/scratch_folder.h"

namespace local {
namespace {

using namespace std::chrono_literals;

class Asked : public runtime::Interrupts {
 public:
  explicit Asked(std::function<int()> count) : count_(std::move(count)) {}
  int count() const override { return count_(); }

 private:
  std::function<int()> count_;
};

// A store in a folder of its own, and what a job in it did.
class LocalRun : public testing::Test {
 protected:
  // A Python that answers at once: one behind shims may take seconds to say its version.
  LocalRun() {
    scratch.file("python/python", "#!/bin/sh\nprintf '%s\\n' /python 3.11.2\n");
    std::filesystem::permissions(scratch.path("python/python"), std::filesystem::perms::owner_all);
    setenv("PATH", (scratch.path("python") + ":" + former_path).c_str(), 1);
  }
  ~LocalRun() override { setenv("PATH", former_path.c_str(), 1); }

  std::expected<Record, runtime::HostError> start(const Job& job) {
    return run(job, store, host, files, options, events);
  }

  Record ran(const Job& job) {
    events.output = [this](std::string_view bytes) { output += bytes; };
    auto record = start(job);
    EXPECT_TRUE(record) << record.error().message;
    return record ? *record : Record{};
  }

  std::string error(const Job& job) {
    const auto record = start(job);
    return record ? "" : record.error().message;
  }

  std::string kept(const Record& record, const std::string& path) {
    return scratch.text("state/runs/" + record.name + "/" + path);
  }

  static Job shell(const std::string& command) { return {.name = "train", .command = {{.text = command}}}; }

  const std::string former_path = getenv("PATH");
  runtime::ScratchFolder scratch;
  Store store{scratch.path("state")};
  runtime::PosixHost host;
  runtime::DiskFiles files;
  RunOptions options;
  Events events;
  std::string output;
};

TEST_F(LocalRun, success_is_recorded_with_its_log) {
  const Record record = ran(shell("echo out; echo err >&2"));
  EXPECT_EQ(record.state, State::completed);
  EXPECT_EQ(record.exit_code, 0);
  EXPECT_EQ(output, "out\nerr\n");
  EXPECT_EQ(kept(record, "user_logs/std_log.txt"), "out\nerr\n");
  const auto found = find_run(store, record.name);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, State::completed);
  EXPECT_EQ(found->command, "echo out; echo err >&2");
  EXPECT_FALSE(std::filesystem::exists(run_folder(store, record.name) + "/work"));
}

TEST_F(LocalRun, failure_keeps_exit_code_and_working_directory) {
  const Record record = ran(shell("touch here; exit 3"));
  EXPECT_EQ(record.state, State::failed);
  EXPECT_EQ(record.exit_code, 3);
  EXPECT_EQ(record.reason, "exit code 3");
  EXPECT_TRUE(std::filesystem::exists(run_folder(store, record.name) + "/work/here"));
  EXPECT_EQ(ran(shell("kill -KILL $$")).reason, "signal SIGKILL");
}

TEST_F(LocalRun, time_limit) {
  Job job = shell("sleep 600 & sleep 600");
  job.time_limit = 200ms;
  const Record record = ran(job);
  EXPECT_EQ(record.state, State::failed);
  EXPECT_TRUE(record.timed_out);
  EXPECT_EQ(record.reason, "time limit of 0.2 s");
}

TEST_F(LocalRun, interrupt_cancels) {
  const Asked asked([&] { return output.empty() ? 0 : 1; });
  options.interrupts = &asked;
  const Record record =
      ran(shell("trap 'echo bye; exit 1' INT; echo hello; while true; do sleep 0.05; done"));
  EXPECT_EQ(record.state, State::canceled);
  EXPECT_EQ(record.reason, "cancelled");
  EXPECT_EQ(output, "hello\nbye\n");
}

TEST_F(LocalRun, interrupt_before_the_start_cancels_too) {
  const Asked asked([] { return 1; });
  options.interrupts = &asked;
  EXPECT_EQ(ran(shell("echo never")).state, State::canceled);
  EXPECT_EQ(output, "");
}

TEST_F(LocalRun, snapshot_is_copied_under_its_rules_and_the_source_left_alone) {
  scratch.file("code/.amlignore", "*.csv\n");
  scratch.file("code/train.sh", "echo trained > train.sh.out; echo changed > lib/x; ls -A . lib");
  scratch.file("code/lib/x", "lib");
  scratch.file("code/data.csv", "1,2");
  chmod(scratch.path("code/train.sh").c_str(), 0755);
  Job job = shell("./train.sh");
  job.code = scratch.path("code");
  scratch.file("code/train.sh", "#!/bin/bash\necho changed > lib/x; ls -A . lib");
  const Record record = ran(job);
  EXPECT_EQ(output, ".:\n.amlignore\nlib\nlogs\noutputs\ntrain.sh\n\nlib:\nx\n");
  EXPECT_EQ(scratch.text("code/lib/x"), "lib");
  EXPECT_EQ(record.snapshot.files, 3u);
  EXPECT_EQ(record.snapshot.ignored_files, 1u);
  EXPECT_EQ(record.snapshot.content_hash.size(), 64u);
}

TEST_F(LocalRun, single_file_as_code) {
  Job job = shell("cat train.py");
  job.code = scratch.file("code/train.py", "print()\n");
  EXPECT_EQ(ran(job).state, State::completed);
  EXPECT_EQ(output, "print()\n");
}

TEST_F(LocalRun, literal_inputs_go_in_as_they_are) {
  Job job{.name = "train",
          .command = {{.text = "printf '%s|' "},
                      {.kind = Piece::Kind::input, .text = "words"},
                      {.text = "; echo \"$AZURE_ML_INPUT_lr $AZUREML_PARAMETER_lr\""}},
          .inputs = {{.name = "words", .type = "string", .value = "a 'b c' \"d\ne\""},
                     {.name = "lr", .type = "number", .value = "0.1"}}};
  ran(job);
  EXPECT_EQ(output, "a|b c|d\ne|0.1 0.1\n");
}

TEST_F(LocalRun, data_is_mounted_where_it_lies_and_copied_for_download) {
  scratch.file("data/a.txt", "1");
  Job job{.name = "train",
          .command = {{.text = "cat $AZURE_ML_INPUT_mounted/a.txt $AZURE_ML_INPUT_copied/a.txt; echo 2 > "},
                      {.kind = Piece::Kind::input, .text = "copied"},
                      {.text = "/a.txt"}},
          .inputs = {
              {.name = "mounted", .type = "uri_folder", .value = scratch.path("data")},
              {.name = "copied", .type = "uri_folder", .value = scratch.path("data"), .mode = "download"}}};
  const Record record = ran(job);
  EXPECT_EQ(output, "11");
  EXPECT_EQ(scratch.text("data/a.txt"), "1");
  EXPECT_TRUE(record.warnings.empty());
}

TEST_F(LocalRun, change_of_a_mounted_input_is_told) {
  scratch.file("data/a.txt", "1");
  Job job = shell("echo more >> $AZURE_ML_INPUT_data/a.txt");
  job.inputs = {{.name = "data", .type = "uri_folder", .value = scratch.path("data")}};
  const Record record = ran(job);
  ASSERT_EQ(record.warnings.size(), 1u);
  EXPECT_EQ(record.warnings[0], "the job changed its input `data`, which the service would only let it read");
  EXPECT_TRUE(record.inputs[0].changed);
}

TEST_F(LocalRun, paths_with_blanks_reach_the_shell_as_one_word) {
  scratch.file("my data/a b.txt", "1");
  store = Store{scratch.path("my state")};
  Job job{.name = "train",
          .command = {{.text = "cat "},
                      {.kind = Piece::Kind::input, .text = "folder"},
                      {.text = "/*.txt "},
                      {.kind = Piece::Kind::input, .text = "file"},
                      {.text = "; echo x > "},
                      {.kind = Piece::Kind::output, .text = "out"},
                      {.text = "/y"}},
          .inputs = {{.name = "folder", .type = "uri_folder", .value = scratch.path("my data")},
                     {.name = "file", .type = "uri_file", .value = scratch.path("my data/a b.txt")}},
          .outputs = {{.name = "out"}}};
  const Record record = ran(job);
  EXPECT_EQ(record.state, State::completed) << output;
  EXPECT_EQ(output, "11");
  EXPECT_EQ(scratch.text("my state/runs/" + record.name + "/outputs/out/y"), "x\n");
}

TEST_F(LocalRun, inputs_that_cannot_be_had) {
  Job job = shell("true");
  const auto with = [&](Input input) {
    job.inputs = {std::move(input)};
    return error(job);
  };
  const std::string file = scratch.file("f", "");
  EXPECT_EQ(with({.name = "pets", .type = "uri_folder", .value = "azureml:pets@latest"}),
            "input `pets` is `azureml:pets@latest`, which is not on this machine; give a copy of it with "
            "`--input pets=PATH`");
  EXPECT_EQ(with({.name = "pets", .type = "uri_folder", .value = "nowhere"}),
            "cannot read `nowhere`, the input `pets`: no such file or folder");
  EXPECT_EQ(with({.name = "pets", .type = "uri_folder", .value = file}),
            "input `pets` takes a folder (uri_folder), and `" + file + "` is a file");
  EXPECT_EQ(with({.name = "pets", .type = "uri_folder"}),
            "input `pets` has no value; give one with `--input pets=PATH`");
  EXPECT_EQ(with({.name = "../x", .type = "uri_folder", .value = scratch.path()}),
            "input `../x` has a name that no folder can have here");
  const std::vector<Record> runs = all_runs(store);
  ASSERT_EQ(runs.size(), 5u);
  for (const Record& record : runs) EXPECT_EQ(record.state, State::failed);
}

TEST_F(LocalRun, an_address_is_passed_on_where_the_job_asks_for_it) {
  Job job = shell("echo $AZURE_ML_INPUT_x");
  job.inputs = {{.name = "x", .type = "uri_folder", .value = "https://example.org/x", .mode = "direct"}};
  ran(job);
  EXPECT_EQ(output, "https://example.org/x\n");
}

TEST_F(LocalRun, missing_code_and_missing_input_value_are_said) {
  Job job = shell("true");
  job.code = "no/such/code";
  EXPECT_EQ(error(job), "cannot read `no/such/code`: no such file or folder");
  Job other{.name = "train", .command = {{.kind = Piece::Kind::input, .text = "lr"}}};
  EXPECT_EQ(error(other), "input `lr` has no value; give one with `--input lr=VALUE`");
}

TEST_F(LocalRun, outputs_are_kept_and_measured) {
  Job job{.name = "train",
          .command = {{.text = "echo 12345 > $AZURE_ML_OUTPUT_model/weights; echo 1 > "},
                      {.kind = Piece::Kind::output, .text = "report"},
                      {.text = "; echo plot > outputs/plot.png; echo trace > logs/trace"}},
          .outputs = {{.name = "model", .type = "custom_model"}, {.name = "report", .type = "uri_file"}}};
  const Record record = ran(job);
  ASSERT_EQ(record.outputs.size(), 3u);
  EXPECT_EQ(record.outputs[0].path, "outputs/model");
  EXPECT_EQ(record.outputs[0].bytes, 6u);
  EXPECT_EQ(record.outputs[1].files, 1u);
  EXPECT_EQ(record.outputs[2].name, "default");
  EXPECT_EQ(kept(record, "outputs/default/plot.png"), "plot\n");
  EXPECT_EQ(kept(record, "logs/trace"), "trace\n");
  std::vector<std::string> paths;
  for (const OutputFile& file : output_files(store, record.name)) paths.push_back(file.path);
  EXPECT_EQ(paths,
            (std::vector<std::string>{"logs/trace", "outputs/default/plot.png", "outputs/model/weights",
                                      "outputs/report", "user_logs/std_log.txt"}));
}

TEST_F(LocalRun, variables_of_the_contract_and_of_the_job) {
  setenv("AZUREML_RUN_TOKEN", "token-of-another-run", 1);
  Job job = shell(
      "echo $AZUREML_RUN_ID $AZUREML_ROOT_RUN_ID $AZUREML_ARM_PROJECT_NAME $MLFLOW_RUN_ID; "
      "echo \"${AZUREML_RUN_TOKEN-none} $EPOCHS $AZUREML_NODE_COUNT ${AZUREML_ARM_SUBSCRIPTION-none}\"");
  job.experiment = "digits";
  job.variables = {
      {"EPOCHS", {{.text = "1"}}}, {"EPOCHS", {{.text = "2"}}}, {"AZUREML_NODE_COUNT", {{.text = "9"}}}};
  const Record record = ran(job);
  EXPECT_EQ(output, record.name + " " + record.name + " digits " + record.name + "\nnone 2 9 none\n");
}

TEST_F(LocalRun, no_secret_is_written) {
  setenv("AZURE_CLIENT_SECRET", "caller-secret-value", 1);
  const std::string token = "ghp_" + std::string("a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8");
  Job job = shell("test -n \"$AZURE_CLIENT_SECRET\" && test ${#DB_PASSWORD} = 16 && : " + token);
  job.variables = {{"DB_PASSWORD", {{.text = "job-secret-value"}}}};
  const Record record = ran(job);
  EXPECT_EQ(record.state, State::completed);
  const std::string json = kept(record, "run.json");
  for (const std::string& secret :
       {std::string("caller-secret-value"), std::string("job-secret-value"), token}) {
    EXPECT_EQ(json.find(secret), std::string::npos);
  }
  EXPECT_NE(json.find("<not recorded>"), std::string::npos);
}

TEST_F(LocalRun, metrics_params_and_tags_are_read_back) {
  const Record record = ran(shell(R"(
root=${MLFLOW_TRACKING_URI#file://}/$MLFLOW_EXPERIMENT_ID/$MLFLOW_RUN_ID
mkdir -p $root/metrics/val $root/params $root/tags
printf '1700000000000 0.5 0\n1700000001000 0.25 1 ds abc\nbroken\n1700000002000 nan 2\n' > $root/metrics/loss
printf '1700000000000 1e-3 0' > $root/metrics/val/acc
printf 64 > $root/params/width
printf x > $root/tags/mine)"));
  const std::vector<Metric> all = metrics(store, record.name);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].key, "loss");
  ASSERT_EQ(all[0].points.size(), 3u);
  EXPECT_EQ(all[0].points[1].value, 0.25);
  EXPECT_EQ(all[0].points[1].step, 1);
  EXPECT_EQ(all[1].key, "val/acc");
  EXPECT_EQ(all[1].values(), std::vector<double>{1e-3});
  const std::vector<std::pair<std::string, std::string>> width = {{"width", "64"}};
  const std::vector<std::pair<std::string, std::string>> mine = {{"mine", "x"}};
  EXPECT_EQ(params(store, record.name), width);
  EXPECT_EQ(tags(store, record.name), mine);
}

TEST_F(LocalRun, tracking_store_says_how_it_ended) {
  const Record record = ran(shell("exit 1"));
  const std::string meta = kept(record, "mlflow/0/" + record.name + "/meta.yaml");
  EXPECT_NE(meta.find("\nstatus: 4\n"), std::string::npos) << meta;
  EXPECT_EQ(meta.find("end_time: null"), std::string::npos);
}

TEST_F(LocalRun, what_it_makes_is_private) {
  const Record record = ran(shell("true"));
  struct stat info;
  ASSERT_EQ(stat(run_folder(store, record.name).c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700u);
  ASSERT_EQ(stat((run_folder(store, record.name) + "/run.json").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600u);
}

TEST_F(LocalRun, two_at_once) {
  std::expected<Record, runtime::HostError> first, second;
  std::thread one(
      [&] { first = run(shell("sleep 0.3; echo $AZUREML_RUN_ID"), store, host, files, options); });
  std::thread two(
      [&] { second = run(shell("sleep 0.3; echo $AZUREML_RUN_ID"), store, host, files, options); });
  one.join();
  two.join();
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->name, second->name);
  EXPECT_EQ(kept(*first, "user_logs/std_log.txt"), first->name + "\n");
  EXPECT_EQ(kept(*second, "user_logs/std_log.txt"), second->name + "\n");
}

TEST_F(LocalRun, python3_stands_for_python_where_there_is_no_other) {
  const std::string bin = scratch.path("bin");
  std::filesystem::create_directory(bin);
  std::filesystem::create_symlink("/bin/bash", bin + "/bash");
  std::filesystem::create_symlink(scratch.file("fake", "#!/bin/bash\nprintf '%s\\n' /fake 3.99.1\n"),
                                  bin + "/python3");
  chmod(scratch.path("fake").c_str(), 0755);
  setenv("PATH", bin.c_str(), 1);
  const Record record = ran(shell("python"));
  EXPECT_EQ(record.python, "/fake");
  EXPECT_EQ(record.python_version, "3.99.1");
  EXPECT_EQ(output, "/fake\n3.99.1\n");
}

}  // namespace
}  // namespace local
