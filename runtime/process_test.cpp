#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "runtime/posix_host.h"
#include "runtime/scratch_folder.h"

namespace runtime {
namespace {

using namespace std::chrono_literals;

struct Ran {
  Ended ended;
  std::string output = {};
};

Process bash(std::string command) { return {.command = {"bash", "-c", std::move(command)}}; }

Ran run(Process process, std::string& output) {
  process.output = [&](std::string_view bytes) {
    output += bytes;
    return true;
  };
  PosixHost host;
  const auto ended = host.run(process);
  EXPECT_TRUE(ended) << ended.error().message;
  return {ended.value_or(Ended{}), output};
}

Ran run(const Process& process) {
  std::string output;
  return run(process, output);
}

// Whether a process is there and no zombie.
bool alive(const std::string& pid) {
  std::ifstream file("/proc/" + pid + "/stat");
  std::string text;
  std::getline(file, text);
  const std::size_t end = text.rfind(')');
  return end != std::string::npos && text[end + 2] != 'Z';
}

class Asked : public Interrupts {
 public:
  explicit Asked(std::function<int()> count) : count_(std::move(count)) {}
  int count() const override { return count_(); }

 private:
  std::function<int()> count_;
};

TEST(Process, exit_code_and_both_outputs_in_order) {
  const Ran ran = run(bash("echo one; echo two >&2; echo three; exit 7"));
  EXPECT_EQ(ran.ended.exit_code, 7);
  EXPECT_EQ(ran.ended.signal, 0);
  EXPECT_EQ(ran.output, "one\ntwo\nthree\n");
}

TEST(Process, signal_is_reported_as_the_shell_does) {
  const Ran ran = run(bash("kill -SEGV $$"));
  EXPECT_EQ(ran.ended.signal, SIGSEGV);
  EXPECT_EQ(ran.ended.exit_code, 128 + SIGSEGV);
}

TEST(Process, what_cannot_be_started_is_an_error) {
  PosixHost host;
  const auto missing = host.run({.command = {"no-such-program-here"}});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message, "cannot run `no-such-program-here`: no such file");
  Process process = bash("true");
  process.folder = "/no/such/folder";
  const auto folder = host.run(process);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().message, "cannot enter `/no/such/folder`: no such file");
}

TEST(Process, variables_are_added_replaced_and_taken_away) {
  setenv("AMLJOB_TEST_A", "old", 1);
  setenv("AMLJOB_TEST_B", "old", 1);
  Process process = bash("echo \"$AMLJOB_TEST_A|${AMLJOB_TEST_B-none}|$AMLJOB_TEST_C\"");
  process.set = {{"AMLJOB_TEST_A", "new"}, {"AMLJOB_TEST_C", "é \"x\"\ny"}};
  process.unset = {"AMLJOB_TEST_B"};
  EXPECT_EQ(run(process).output, "new|none|é \"x\"\ny\n");
}

TEST(Process, stdin_is_empty_and_no_descriptor_leaks) {
  EXPECT_EQ(run(bash("cat; ls /proc/self/fd")).output, "0\n1\n2\n3\n");
}

TEST(Process, lines_of_megabytes_survive) {
  const Ran ran = run(bash("head -c 3000000 /dev/zero | tr '\\0' x; echo end"));
  EXPECT_EQ(ran.output.size(), 3'000'004u);
}

TEST(Process, time_limit_ends_children_of_children) {
  Process process = bash("sleep 600 & echo $!; (sleep 600 & echo $!); sleep 600");
  process.limit = 1500ms;
  const Ran ran = run(process);
  EXPECT_TRUE(ran.ended.timed_out);
  EXPECT_EQ(ran.ended.signal, SIGTERM);
  EXPECT_LT(ran.ended.elapsed, 30s);
  std::istringstream pids(ran.output);
  std::string first, second;
  pids >> first >> second;
  EXPECT_FALSE(alive(first));
  EXPECT_FALSE(alive(second));
}

TEST(Process, who_ignores_the_limit_is_killed) {
  Process process = bash("trap '' TERM; while true; do sleep 0.05; done");
  process.limit = 1000ms;
  process.grace = 200ms;
  const Ran ran = run(process);
  EXPECT_TRUE(ran.ended.timed_out);
  EXPECT_EQ(ran.ended.signal, SIGKILL);
}

TEST(Process, leftovers_are_ended_even_in_a_session_of_their_own) {
  const Ran ran = run(bash("setsid sleep 600 & echo $!; sleep 0.2"));
  EXPECT_EQ(ran.ended.exit_code, 0);
  EXPECT_LT(ran.ended.elapsed, 5s);
  EXPECT_FALSE(alive(ran.output.substr(0, ran.output.size() - 1)));
}

// Interrupts come once the command has said that it is ready for them.
TEST(Process, first_interrupt_lets_it_tidy_up) {
  std::string output;
  const Asked asked([&] { return output.empty() ? 0 : 1; });
  Process process = bash("trap 'echo tidy; exit 3' INT; echo ready; while true; do sleep 0.05; done");
  process.interrupts = &asked;
  const Ran ran = run(process, output);
  EXPECT_TRUE(ran.ended.cancelled);
  EXPECT_EQ(ran.ended.exit_code, 3);
  EXPECT_EQ(output, "ready\ntidy\n");
}

TEST(Process, second_interrupt_kills) {
  std::string output;
  int looks = 0;
  const Asked asked([&] { return output.empty() ? 0 : ++looks > 3 ? 2 : 1; });
  Process process = bash("trap '' INT; echo ready; while true; do sleep 0.05; done");
  process.interrupts = &asked;
  process.grace = 600s;
  const Ran ran = run(process, output);
  EXPECT_TRUE(ran.ended.cancelled);
  EXPECT_EQ(ran.ended.signal, SIGKILL);
}

TEST(Process, stops_when_its_output_cannot_be_kept) {
  Process process = bash("while true; do echo x; sleep 0.01; done");
  process.output = [](std::string_view) { return false; };
  PosixHost host;
  const auto ended = host.run(process);
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->signal, SIGTERM);
}

TEST(Process, everything_ends_with_the_program_that_ran_it) {
  const ScratchFolder folder;
  const pid_t program = fork();
  if (program == 0) {
    PosixHost host;
    Process process = bash("sleep 600 & echo $! > pid.new; mv pid.new pid; sleep 600");
    process.folder = folder.path();
    [[maybe_unused]] const auto ended = host.run(process);
    _exit(0);
  }
  for (int i = 0; i < 500 && !std::filesystem::exists(folder.path("pid")); ++i)
    std::this_thread::sleep_for(10ms);
  const std::string text = folder.text("pid");
  const std::string pid = text.substr(0, text.find('\n'));
  EXPECT_TRUE(alive(pid));
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  for (int i = 0; i < 500 && alive(pid); ++i) std::this_thread::sleep_for(10ms);
  EXPECT_FALSE(alive(pid));
}

TEST(Process, two_at_once_do_not_disturb_each_other) {
  Ran slow;
  std::thread other([&] { slow = run(bash("sleep 2; echo slow")); });
  const Ran quick = run(bash("echo quick"));
  other.join();
  EXPECT_LT(quick.ended.elapsed, slow.ended.elapsed);
  EXPECT_EQ(quick.output, "quick\n");
  EXPECT_EQ(slow.output, "slow\n");
}

TEST(SignalInterrupts, counts_and_puts_the_old_handlers_back) {
  const auto before = std::signal(SIGTERM, SIG_IGN);
  {
    const SignalInterrupts interrupts;
    EXPECT_EQ(interrupts.count(), 0);
    raise(SIGINT);
    raise(SIGTERM);
    EXPECT_EQ(interrupts.count(), 2);
  }
  EXPECT_EQ(std::signal(SIGTERM, before), SIG_IGN);
}

}  // namespace
}  // namespace runtime
