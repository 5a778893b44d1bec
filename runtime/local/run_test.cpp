#include "runtime/local/run.h"

#include <sys/stat.h>

#include <thread>

#include "runtime/local/run_fixture.h"

namespace local {
namespace {

using namespace std::chrono_literals;

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
