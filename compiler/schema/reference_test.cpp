#include "schema/reference.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace schema {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// AMLJOB_UPDATE=1 writes them anew, and fails where they differed.
TEST(Reference, docs_are_what_the_rows_say) {
  const fs::path folder = "docs/reference";
  const bool update = std::getenv("AMLJOB_UPDATE") != nullptr;
  std::set<std::string> names;
  for (const auto& [name, text] : reference_files()) {
    names.insert(name);
    const bool same = content_of(folder / name) == text;
    EXPECT_TRUE(same) << folder / name
                      << (update ? " was written anew" : " is not what the rows say; AMLJOB_UPDATE=1");
    if (same || !update) continue;
    fs::create_directories(folder);
    std::ofstream{folder / name, std::ios::binary} << text;
  }
  for (const auto& entry : fs::directory_iterator{folder})
    EXPECT_TRUE(names.contains(entry.path().filename().string())) << entry.path() << " is of no kind";
}

std::size_t columns(const std::string& line) {
  std::size_t count = 0;
  for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

TEST(Reference, fits_a_terminal) {
  for (const auto& [name, text] : reference_files()) {
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);)
      EXPECT_TRUE(columns(line) <= 100 || line.find('`') != line.npos) << name << ": " << line;
  }
}

TEST(Reference, of_a_field) {
  EXPECT_EQ(reference_of("compute.min_instances"),
            "# compute.min_instances\n"
            "\n"
            "Nodes kept even when idle. Default 0.\n"
            "\n"
            "- Takes: integer, at least 0.\n"
            "- With `type` `amlcompute`.\n"
            "- Formerly `min_nodes`, `min_node_count` and `minNodeCount`.\n"
            "- REST: `properties.properties.scaleSettings.minNodeCount`.\n");
}

TEST(Reference, of_a_field_in_a_block_or_in_an_entry_of_a_map) {
  EXPECT_NE(reference_of("job.resources.shm_size").value_or("").find("Default `2gb`"), std::string::npos);
  EXPECT_NE(reference_of("job.services.log_dir").value_or("").find("tensor_board"), std::string::npos);
  EXPECT_NE(
      reference_of("job.services.log_dir").value_or("").find("properties.services.NAME.properties.logDir"),
      std::string::npos);
  EXPECT_EQ(reference_of("environment.docker.base_image").value_or("").find("REST"), std::string::npos);
  EXPECT_NE(reference_of("job.inputs.mode").value_or("").find("ro_mount"), std::string::npos);
}

TEST(Reference, of_a_field_with_several_rows_shows_all) {
  const auto page = reference_of("compute.ssh_settings").value_or("");
  for (const auto* word : {"`type` `amlcompute`", "`type` `computeinstance`", "`type` `virtualmachine`"})
    EXPECT_NE(page.find(word), std::string::npos) << word;
}

TEST(Reference, of_a_field_with_many_words_lists_them) {
  const auto page = reference_of("connection.type").value_or("");
  EXPECT_NE(page.find("one of 120 words"), std::string::npos);
  EXPECT_NE(page.find("`zoho`"), std::string::npos);
}

TEST(Reference, of_nothing) {
  for (const auto* what : {"pipeline", "compute.", "compute.x", "compute.size.x", "job.resources.", "."})
    EXPECT_FALSE(reference_of(what).has_value()) << what;
}

TEST(Reference, names_for_suggestions) {
  EXPECT_EQ(reference_names("comput").front(), "workspace");
  EXPECT_EQ(reference_names("job.limits.timeuot"), std::vector<std::string_view>{"timeout"});
  EXPECT_TRUE(reference_names("job.x.y").empty());
}

}  // namespace
}  // namespace schema
