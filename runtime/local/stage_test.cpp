#include "runtime/local/stage.h"

#include <sys/stat.h>

#include "runtime/local/run_fixture.h"

namespace local {
namespace {

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

}  // namespace
}  // namespace local
