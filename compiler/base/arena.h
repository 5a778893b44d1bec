// Memory that lives as long as one compilation: values, texts and lists are made in it and never freed one by
// one.
#pragma once

#include <cstring>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace base {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* at = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
  }

  template <typename T>
  const T* make(const T& value) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (memory_.allocate(sizeof(T), alignof(T))) T(value);
  }

  template <typename T>
  std::span<const T> array(const std::vector<T>& values) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (values.empty()) return {};
    T* at = static_cast<T*>(memory_.allocate(sizeof(T) * values.size(), alignof(T)));
    std::uninitialized_copy(values.begin(), values.end(), at);
    return {at, values.size()};
  }

 private:
  std::pmr::monotonic_buffer_resource memory_{4096};
};

}  // namespace base
