#include "generate.h"

#include <fmt/core.h>

#include <algorithm>

namespace bench {
namespace {

// One environment, one compute and one job.
constexpr const char* kUnit = R"(
environment env-{0} {{
  docker {{ base_image = "${{images}}/openmpi4.1.0-ubuntu22.04:20250601.v1" }}
  python {{
    conda_dependencies {{
      channels = ["conda-forge"]
      packages = ["python=3.11", "numpy=1.26.4", "pip=24.2"]
      pip      = ["azureml-mlflow==1.60.0"]
    }}
  }}
}}

compute cluster{0} {{
  size                        = "Standard_NC4as_T4_v3"
  max_instances               = if {0} % 2 == 0 then 4 else 2
  idle_time_before_scale_down = 10m
}}

## Trains number {0}.
job train-{0} {{
  experiment_name = "bench"
  code            = "src"
  command         = "python fit.py --data ${{inputs.data}} --rate ${{rate * {0}}} --model ${{outputs.model}}"
  environment     = env-{0}
  compute         = cluster{0}
  inputs {{
    data: uri_folder = "azureml:pets:1" {{ mode = "ro_mount" }}
  }}
  outputs {{ model: custom_model }}
  limits {{ timeout = 2h }}
  tags {{ team = "vision"  number = "{0}" }}
}}
)";

constexpr const char* kJsonnetUnit = R"(
  env_{0}:: {{
    docker: {{ base_image: '%s/openmpi4.1.0-ubuntu22.04:20250601.v1' % images }},
    python: {{
      conda_dependencies: {{
        channels: ['conda-forge'],
        packages: ['python=3.11', 'numpy=1.26.4', 'pip=24.2'],
        pip: ['azureml-mlflow==1.60.0'],
      }},
    }},
  }},

  cluster{0}:: {{
    size: 'Standard_NC4as_T4_v3',
    max_instances: if {0} % 2 == 0 then 4 else 2,
    idle_time_before_scale_down: 600,
  }},

  // Trains number {0}.
  train_{0}: {{
    experiment_name: 'bench',
    code: 'src',
    command: 'python fit.py --data ${{{{inputs.data}}}} --rate ' + (rate * {0}) +
             ' --model ${{{{outputs.model}}}}',
    environment: $.env_{0},
    compute: $.cluster{0},
    inputs: {{
      data: {{ type: 'uri_folder', path: 'azureml:pets:1', mode: 'ro_mount' }},
    }},
    outputs: {{ model: {{ type: 'custom_model' }} }},
    limits: {{ timeout: 7200 }},
    tags: {{ team: 'vision', number: '{0}' }},
  }},
)";

// As many units as `lines` lines of kUnit are, rounded up.
std::string repeated(const char* unit, int lines) {
  const std::string_view measure = kUnit;
  const auto unit_lines = static_cast<int>(std::count(measure.begin(), measure.end(), '\n'));
  std::string text;
  for (int i = 0; i < (lines + unit_lines - 1) / unit_lines; ++i) text += fmt::format(fmt::runtime(unit), i);
  return text;
}

}  // namespace

std::string program(int lines) {
  return "let images = \"mcr.microsoft.com/azureml\"\nlet rate   = 0.5\n" + repeated(kUnit, lines);
}

std::string jsonnet_program(int lines) {
  return "local images = 'mcr.microsoft.com/azureml';\nlocal rate = 0.5;\n{\n" +
         repeated(kJsonnetUnit, lines) + "}\n";
}

}  // namespace bench
