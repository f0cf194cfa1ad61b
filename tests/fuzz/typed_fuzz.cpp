#include "base/json.h"
#include "fuzz.h"
#include "richtext/document.h"

// What a person types: the document made of it, written to bytes, is accepted back unchanged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto document = richtext::from_typed(fuzz::text(bytes, size));
  if (!document) return 0;
  const auto again = richtext::from_bytes(json::to_json(*document));
  fuzz::promise(again && *again == *document);
  return 0;
}
