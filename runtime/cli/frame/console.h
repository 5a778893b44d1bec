// Standard input, output and error. Output is collected and written in order; that it could not be written is
// known at the end.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "render/paint.h"
#include "runtime/cli/frame/exit.h"
#include "runtime/host.h"

namespace frame {

enum class Color : std::uint8_t { automatic, always, never };

class Console {
 public:
  explicit Console(runtime::Host& host) : host_(host) {}
  ~Console() { flush(); }
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  runtime::Host& host() { return host_; }
  void set_color(Color color) { color_ = color; }

  void out(std::string_view text);
  void err(std::string_view text);
  // Writes what was collected.
  void flush();

  // `amljob: MESSAGE` on standard error, and the exit code to return.
  Exit usage(std::string_view message);
  Exit world(const runtime::HostError& error);

  bool out_is_terminal() const;
  bool err_is_terminal() const;
  render::Paint out_paint() const { return {colored(1)}; }
  render::Paint err_paint() const { return {colored(2)}; }
  // Columns of the terminal behind standard output (or error); 0 where there is none.
  std::uint32_t out_width() const;
  std::uint32_t err_width() const;

  // All of standard input.
  std::expected<std::string, runtime::HostError> read_input();

  // Ends the output: `exit`, or that standard output could not be written. A reader that went away is no
  // failure.
  Exit finish(Exit exit);

 private:
  bool colored(int descriptor) const;

  runtime::Host& host_;
  Color color_ = Color::automatic;
  std::string pending_;
  int error_ = 0;  // errno of the first write to standard output that failed
};

// Makes sure that descriptors 0 to 2 are open, so that no file is opened in their place: a closed one is then
// one that cannot be read or written.
void hold_standard_descriptors();

}  // namespace frame
