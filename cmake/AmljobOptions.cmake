# How everything of ours is compiled: one place for standard, warnings, sanitizers, linker and cache.

option(AMLJOB_TESTS "Build the tests" ON)
option(AMLJOB_BENCH "Build the benchmarks" OFF)
option(AMLJOB_FUZZ "Build the libFuzzer targets (needs clang)" OFF)
set(AMLJOB_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Compiled here: Debian has it as a shared object only, and the program is to stand alone.
add_library(amljob_fmt STATIC ${CMAKE_SOURCE_DIR}/cmake/fmt.cpp)
find_package(nlohmann_json REQUIRED)

add_library(amljob_options INTERFACE)
target_compile_options(amljob_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
# g++ 12 reports false positives of these two inside its own library at -O2.
target_compile_options(amljob_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>)
target_include_directories(amljob_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/compiler)
target_compile_definitions(amljob_options INTERFACE AMLJOB_VERSION="${PROJECT_VERSION}")
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
if(AMLJOB_SANITIZE)
  add_compile_options(-fsanitize=${AMLJOB_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${AMLJOB_SANITIZE})
endif()
