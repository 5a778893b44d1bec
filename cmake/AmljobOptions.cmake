# How everything of ours is compiled: one place for standard, warnings, sanitizers, linker and cache.

option(AMLJOB_TESTS "Build the tests" ON)
option(AMLJOB_FUZZ "Build the libFuzzer targets (needs clang)" OFF)
set(AMLJOB_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

find_program(CCACHE ccache)
if(CCACHE)
  # What a precompiled header defines is not looked at again, and two build folders share what they compile.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1 ${CCACHE})
endif()

find_package(nlohmann_json REQUIRED)

add_library(amljob_options INTERFACE)
target_compile_options(amljob_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
# g++ 12 reports false positives of these two inside its own library at -O2.
target_compile_options(amljob_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>)
# clang warns of libstdc++'s own use of what it deprecates.
target_compile_options(amljob_options INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
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

if(AMLJOB_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Compiled here: Debian has it as a shared object only, and the program is to stand alone.
add_library(amljob_fmt STATIC ${CMAKE_SOURCE_DIR}/cmake/fmt.cpp)

# Standard library and fmt, parsed once for all: a third of each file's time. ccache needs the preprocessor's note
# of it.
if(NOT EXISTS ${CMAKE_BINARY_DIR}/pch.cpp)
  file(WRITE ${CMAKE_BINARY_DIR}/pch.cpp "")
endif()
add_library(amljob_pch STATIC ${CMAKE_BINARY_DIR}/pch.cpp)
target_link_libraries(amljob_pch PUBLIC amljob_options amljob_fmt)
target_precompile_headers(amljob_pch PRIVATE
  <fmt/format.h> <algorithm> <array> <cstdint> <deque> <functional> <map> <memory> <optional> <set> <span> <string>
  <string_view> <unordered_map> <unordered_set> <utility> <variant> <vector>)
target_compile_options(amljob_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
