#include "base/json.h"
#include "fuzz.h"

// Reading JSON by description: what is accepted is written and read back as the same thing.
namespace {

enum class Kind { note, reminder };
BOOST_DESCRIBE_ENUM(Kind, note, reminder)

struct Inner {
  std::string label;
  std::optional<std::int64_t> minutes;
  bool operator==(const Inner&) const = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (label, minutes))

struct Wish {
  std::string title;
  Kind kind{};
  std::vector<Inner> parts;
  std::optional<bool> urgent;
  bool operator==(const Wish&) const = default;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (title, kind, parts, urgent))

std::optional<Wish> read(std::string_view text) {
  json::Problems problems;
  const auto value = json::parse(text, problems);
  if (!value) {
    fuzz::promise(!problems.empty());
    return {};
  }
  Wish wish;
  json::read(*value, wish, nullptr, problems);
  if (!problems.empty()) return {};
  return wish;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto wish = read(fuzz::text(bytes, size));
  if (!wish) return 0;
  const auto again = read(json::to_json(*wish));
  fuzz::promise(again && *again == *wish);
  return 0;
}
