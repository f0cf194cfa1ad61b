#include "features/settings/square.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace {

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

/// One row: "M4 0h7v1h-7z" for seven black modules from the fourth.
void write_row(std::string& path, const unsigned char* modules, int y, int width) {
  const auto black = [&](int x) { return x < width && (modules[x] & 1) != 0; };
  for (int x = 0; x < width; ++x) {
    if (!black(x)) continue;
    const int first = x;
    while (black(x)) ++x;
    fmt::format_to(std::back_inserter(path), "M{} {}h{}v1h-{}z", first, y, x - first, x - first);
  }
}

}  // namespace

settings::Square settings::square_of(std::string_view content) {
  const std::unique_ptr<QRcode, Free> code{QRcode_encodeString(std::string(content).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
  if (!code) throw std::runtime_error("no code square");
  Square square{{}, code->width};
  for (int y = 0; y < code->width; ++y) write_row(square.path, code->data + y * code->width, y, code->width);
  return square;
}
