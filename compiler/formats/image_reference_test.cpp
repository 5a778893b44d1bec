#include "formats/image_reference.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

constexpr std::string_view kHex = "1d34ffeaf190be23d3de5a8de0a436676b758f48f835c3a2d4768b798c15a7f1";

struct Good {
  std::string text, host, path, tag, digest, full;
};

class GoodReference : public testing::TestWithParam<Good> {};

TEST_P(GoodReference, is_cut_into_its_parts) {
  const Good& want = GetParam();
  const auto image = parse_image_reference(want.text);
  ASSERT_TRUE(image) << want.text << ": " << image.error().what;
  EXPECT_EQ(image->host, want.host);
  EXPECT_EQ(image->path, want.path);
  EXPECT_EQ(image->tag, want.tag);
  EXPECT_EQ(image->digest, want.digest);
  EXPECT_EQ(normalized(*image), want.full);
  EXPECT_EQ(text_at(want.text, image->path_at), want.path);
  EXPECT_EQ(text_at(want.text, image->tag_at), want.tag);
}

const std::string kDigest = "sha256:" + std::string(kHex);

INSTANTIATE_TEST_SUITE_P(
    RealImages, GoodReference,
    testing::Values(
        Good{"python", "", "python", "", "", "docker.io/library/python:latest"},
        Good{"python:3.11-slim", "", "python", "3.11-slim", "", "docker.io/library/python:3.11-slim"},
        Good{"fastdotai/fastai2:latest", "", "fastdotai/fastai2", "latest", "",
             "docker.io/fastdotai/fastai2:latest"},
        Good{"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20250601.v1", "mcr.microsoft.com",
             "azureml/openmpi4.1.0-ubuntu22.04", "20250601.v1", "",
             "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20250601.v1"},
        Good{"localhost:5000/a/b@" + kDigest, "localhost:5000", "a/b", "", kDigest,
             "localhost:5000/a/b@" + kDigest},
        Good{"localhost/amljob/base:py311", "localhost", "amljob/base", "py311", "",
             "localhost/amljob/base:py311"},
        Good{"[::1]:5000/x:1", "[::1]:5000", "x", "1", "", "[::1]:5000/x:1"},
        Good{"Registry:80/x", "Registry:80", "x", "", "", "Registry:80/x:latest"},
        Good{"a/b__c/d---e.f_g:T_1", "", "a/b__c/d---e.f_g", "T_1", "", "docker.io/a/b__c/d---e.f_g:T_1"},
        Good{"index.docker.io/library/ubuntu:22.04", "index.docker.io", "library/ubuntu", "22.04", "",
             "docker.io/library/ubuntu:22.04"},
        Good{"nvcr.io/nvidia/pytorch:24.01-py3@" + kDigest, "nvcr.io", "nvidia/pytorch", "24.01-py3", kDigest,
             "nvcr.io/nvidia/pytorch:24.01-py3@" + kDigest},
        Good{"x:5000", "", "x", "5000", "", "docker.io/library/x:5000"}));

struct Bad {
  std::string text, at, what;
  std::optional<std::string> instead = std::nullopt;
};

class BadReference : public testing::TestWithParam<Bad> {};

TEST_P(BadReference, is_refused_at_its_place) {
  const Bad& want = GetParam();
  const auto image = parse_image_reference(want.text);
  ASSERT_FALSE(image) << want.text;
  EXPECT_EQ(image.error().what, want.what) << want.text;
  ASSERT_LE(image.error().at.end, want.text.size());
  EXPECT_EQ(text_at(want.text, image.error().at), want.at) << want.text;
  EXPECT_EQ(image.error().instead, want.instead) << want.text;
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, BadReference,
    testing::Values(
        Bad{"", "", "there is no image name here"}, Bad{"  ", "  ", "there is no image name here"},
        Bad{"https://mcr.microsoft.com/azureml/base", "https://", "an image name has no scheme", ""},
        Bad{"docker://python:3", "docker://", "an image name has no scheme", ""},
        Bad{"azureml:my-env:1", "azureml:", "`azureml:` names an environment in the workspace, not an image"},
        Bad{"python:3.11 ", "python:3.11 ", "an image name has no blanks around it", "python:3.11"},
        Bad{"my image:1", " ", "an image name has no blanks"},
        Bad{"FastAI/fastai2:latest", "FastAI",
            "with upper case this is taken for a host, not for a part of the path", "fastai"},
        Bad{"fastdotai/FastAI2", "fastdotai/FastAI2", "the path of an image is lower case, not `F`",
            "fastdotai/fastai2"},
        Bad{"python:", ":", "the tag is missing after `:`"},
        Bad{"python:-x", "-", "a tag starts with a letter, a digit or `_`"},
        Bad{"python:3.11:slim", ":slim", "an image has one tag, and here is a second"},
        Bad{"python:3+cu1", "+", "a tag has letters, digits, `_`, `.` and `-` only"},
        Bad{"python@", "@", "the digest is missing after `@`"},
        Bad{"python@latest", "@latest", "a tag follows `:`; `@` is for a digest", ":latest"},
        Bad{"python@sha256:9f2c", "9f2c", "a sha256 digest has 64 hex digits, this one 4"},
        Bad{"python@sha256:9f2g", "g", "a digest has hex digits only"},
        Bad{"python@md5:00", "md5", "a digest is one of `sha256`, `sha384`, `sha512`"},
        Bad{"python@" + std::string(kHex), std::string(kHex), "a digest names its algorithm", kDigest},
        Bad{std::string(kHex), std::string(kHex), "64 hex digits are the id of an image, not its name"},
        Bad{"my_registry.azurecr.io/x", "_", "a host name has no `_`"},
        Bad{"-a.azurecr.io/x", "-", "a part of a host name does not start with `-`"},
        Bad{"host:/x", ":", "the port is missing after `:`"},
        Bad{"host:port/x", "port", "a port is a number"},
        Bad{"mcr.microsoft.com/", "mcr.microsoft.com/", "the name of the image is missing"},
        Bad{"a//b", "/", "a part of the path is empty here"},
        Bad{"a/b/", "/", "a part of the path is empty here"},
        Bad{"/a/b", "/a/b", "this is the path of a file, not the name of an image"},
        Bad{"./Dockerfile", "./Dockerfile", "this is the path of a file, not the name of an image"},
        Bad{"a/-b", "-", "a part of the path does not start with `-`"},
        Bad{"a/b_", "_", "a part of the path does not end with `_`"},
        Bad{"a/b..c", "..", "`..` does not stand within a path"},
        Bad{"a/${IMAGE}", "$", "a variable is not filled in here"},
        Bad{"a/<image>", "<image>", "a placeholder stands here"},
        Bad{"a/b\xc3\xa4", "\xc3", "the path of an image has no letters beyond ASCII"},
        Bad{"x:" + std::string(129, 'a'), std::string(129, 'a'),
            "a tag has at most 128 characters, this one 129"}));

TEST(ImagePinTest, tags_that_move_are_floating) {
  const auto pin = [](std::string_view text) { return image_pin(*parse_image_reference(text)); };
  EXPECT_EQ(pin("python"), ImagePin::none);
  EXPECT_EQ(pin("python:latest"), ImagePin::moving);
  EXPECT_EQ(pin("python:lts-alpine"), ImagePin::moving);
  EXPECT_EQ(pin("x:1.2-nightly"), ImagePin::moving);
  EXPECT_EQ(pin("x:main"), ImagePin::moving);
  EXPECT_EQ(pin("x:domain"), ImagePin::tag);
  EXPECT_EQ(pin("x:development"), ImagePin::tag);
  EXPECT_EQ(pin("python:3.11"), ImagePin::tag);
  EXPECT_EQ(pin("mcr.microsoft.com/azureml/base:20250601.v1"), ImagePin::dated);
  EXPECT_EQ(pin("x:20259901"), ImagePin::tag);
  EXPECT_EQ(pin("python:latest@" + kDigest), ImagePin::digest);
  EXPECT_TRUE(is_floating(*parse_image_reference("python")));
  EXPECT_FALSE(is_floating(*parse_image_reference("python:3.11")));
}

}  // namespace
}  // namespace formats
