#include "fuzz.h"
#include "uploads/header.h"

// The first look at a file: an image has a size, a document of pages has none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto header = uploads::read_header(fuzz::text(bytes, size));
  if (!header) return 0;
  fuzz::promise(header->width >= 0 && header->height >= 0);
  if (header->type == uploads::Incoming::pdf) fuzz::promise(header->width == 0 && header->height == 0);
  return 0;
}
