#include "runtime/local/names.h"

#include <fmt/core.h>

#include <algorithm>
#include <random>
#include <string_view>

namespace local {
namespace {

// Words with blanks between them.
constexpr std::string_view kAdjectives =
    "able agile airy amber apt azure bold brave bright brisk calm candid cheery civil clear clever cosmic "
    "cosy crisp curious deft dapper eager early easy fair fancy fleet fond frank free fresh gentle glad "
    "golden good grand green happy hardy honest humble jolly keen kind lively loyal lucid lucky merry "
    "mild modest neat nimble noble placid plucky polite proud quick quiet rapid ready royal rosy sage "
    "serene sharp shiny silent smart snug solid spry steady sunny swift tidy tranquil trusty upbeat urban "
    "vivid warm wise witty young zesty";

constexpr std::string_view kAnimals =
    "adder alpaca ant auk badger bat bear beaver bee bison boar bobcat bream camel carp cat cicada civet "
    "cobra cod condor coot crab crane cricket crow deer dingo dove duck eagle eel egret elk emu falcon "
    "ferret finch fox frog gecko gibbon goat goose grebe gull hare hawk heron hippo hornet horse hyena "
    "ibex ibis jackal jay kestrel kiwi koala koi lark lemur leopard linnet lion lizard llama lynx magpie "
    "marten mink mole moose moth mule newt ocelot okapi oriole osprey otter owl ox panda parrot pelican "
    "perch pigeon pike plover pony puffin puma quail rabbit raven robin rook salmon seal shrew skink "
    "skunk sloth snail snipe sparrow squid stoat stork swan tapir tern tiger toad trout turtle viper vole "
    "walrus wasp weasel whale wolf wombat wren yak zebra";

// Without those that look like a digit or another letter.
constexpr std::string_view kLetters = "abcdefghkmnpqrstuvwx";

std::string_view pick(std::string_view words, std::random_device& random) {
  const auto count = static_cast<unsigned>(std::count(words.begin(), words.end(), ' ')) + 1;
  for (unsigned skip = random() % count; skip > 0; --skip) words.remove_prefix(words.find(' ') + 1);
  return words.substr(0, words.find(' '));
}

}  // namespace

std::string random_name() {
  std::random_device random;
  const std::string_view adjective = pick(kAdjectives, random);
  const std::string_view animal = pick(kAnimals, random);
  return fmt::format("{}-{}-{}{}", adjective, animal, random() % 10, kLetters[random() % kLetters.size()]);
}

}  // namespace local
