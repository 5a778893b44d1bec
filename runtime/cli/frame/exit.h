// How a command ends (product.md, "Conventions").
#pragma once

namespace frame {

enum class Exit : int {
  good = 0,
  findings = 1,      // the input has errors, or the job failed
  usage = 2,         // the command line is wrong
  world = 3,         // a file, the disk, the network, another program
  interrupted = 130  // Ctrl-C
};

}  // namespace frame
