#include <fmt/format.h>

#include "base/text.h"
#include "fuzz.h"
#include "gate/input.h"

// A posted form, or what stands after "?": what is accepted is text without NUL, and spelled out again it says the same.
namespace {

std::string spelled(std::string_view text) {
  std::string out;
  for (const char c : text) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::vector<std::pair<std::string, std::string>> pairs;
  if (!gate::parse_query(fuzz::text(bytes, size), pairs)) return 0;
  std::string again;
  for (const auto& [name, value] : pairs) {
    for (const std::string* text : {&name, &value}) fuzz::promise(text->find('\0') == std::string::npos && text::is_utf8(*text));
    again += (again.empty() ? "" : "&") + spelled(name) + "=" + spelled(value);
  }
  std::vector<std::pair<std::string, std::string>> same;
  fuzz::promise(gate::parse_query(again, same) && same == pairs);
  return 0;
}
