// What the image of a Dockerfile will be like: its last stage's instructions, with those of the stages it is
// built on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/dockerfile.h"

namespace formats {

// What an ENTRYPOINT does with the command that a job runs.
enum class EntrypointEffect : std::uint8_t {
  none,       // there is none
  passes_on,  // it runs what follows it: `tini --`, `conda run -n x`, `sh -c 'exec "$@"'`
  swallows,   // it runs something else: the shell form, or a program such as `python`
  unknown,    // a script: look into it
};

struct DockerImage {
  std::string base;      // the image at the bottom of the stages; empty where a variable hides it
  Range base_at;         // in its FROM
  bool scratch = false;  // nothing is at the bottom
  std::string user;      // empty: the base image's
  Range user_at;
  std::string workdir;  // empty: the base image's
  // ENV in effect, in order of the first setting; known variables are filled in.
  std::vector<std::pair<std::string, std::string>> environment;
  // Folders that ENV PATH puts before those of the base image, first one first; all of PATH where it keeps
  // nothing of it.
  std::vector<std::string> path;
  bool path_is_whole = false;
  Range path_at;  // the last ENV that sets PATH
  EntrypointEffect entrypoint = EntrypointEffect::none;
  Range entrypoint_at;
  std::string entrypoint_text;
};

// Of a file without stages: nothing is known.
DockerImage final_image(const Dockerfile& file);

// The first folder of `path` that by its name holds a Python: `/opt/conda/bin`, `/opt/venv/bin`. Empty: none
// does, so it is the base image's Python that runs.
std::string python_folder(const DockerImage& image);

}  // namespace formats
