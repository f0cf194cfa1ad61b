#include "base/json.h"
#include "fuzz.h"
#include "richtext/document.h"

// A stored or sent document: accepted, it is written as bytes that are accepted too, and those bytes are stable.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto document = richtext::from_bytes(fuzz::text(bytes, size));
  if (!document) return 0;
  const std::string written = json::to_json(*document);
  const auto again = richtext::from_bytes(written);
  fuzz::promise(again && json::to_json(*again) == written);
  return 0;
}
