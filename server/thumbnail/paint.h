#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "thumbnail/protocol.h"

namespace thumbnail {

struct Made {
  Type type;
  int width;
  int height;
  std::string content;
};

/// Starts the library for JPEG, PNG, WebP and HEIC alone, on one thread, and decodes one of each so that nothing is left to be opened
/// later.
bool warm_up(const char* program);

/// Decodes one picture and makes it anew: turned upright, in sRGB, without any of its metadata, at most 4096 px; then 1280 and 320 px as
/// WebP and JPEG. Its type stays, but HEIC becomes JPEG. Nothing when it cannot be decoded to its end.
std::vector<Made> paint(std::string_view picture);

}  // namespace thumbnail
