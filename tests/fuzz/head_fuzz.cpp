#include "edge/head.h"
#include "fuzz.h"

// The head of a request: whatever arrives, scanning in two pieces finds the same end as in one, and what is accepted has one frame.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto input = fuzz::text(bytes, size);
  const auto whole = edge::scan_head(input, 0);
  const auto half = edge::scan_head(input.substr(0, size / 2), 0);
  if (half.state == edge::Scan::more) {
    const auto rest = edge::scan_head(input, half.bytes);
    fuzz::promise(rest.state == whole.state && (rest.state != edge::Scan::whole || rest.bytes == whole.bytes));
  }
  if (whole.state != edge::Scan::whole) return 0;
  fuzz::promise(whole.bytes <= size);
  const auto head = edge::read_head(input.substr(0, whole.bytes), 100);
  if (!head) return 0;
  fuzz::promise(!(head->chunked && head->content_length));
  fuzz::promise(head->request.path.starts_with('/'));
  fuzz::promise(!head->request.host.empty());
  return 0;
}
