// Programs of any size for measuring, in the language and in Jsonnet.
#pragma once

#include <string>

namespace bench {

// About `lines` lines: environments, computes and jobs of the density of examples/, without a finding.
std::string program(int lines);

// The same declarations as one Jsonnet object. Jsonnet evaluates and prints them; it checks nothing.
std::string jsonnet_program(int lines);

}  // namespace bench
