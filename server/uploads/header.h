#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace uploads {

/// What may come in. HEIC leaves as JPEG.
enum class Incoming { jpeg, png, webp, heic, pdf };

/// What a file says of itself in its first bytes and in its structure.
struct Header {
  Incoming type;
  std::int64_t width = 0;  // pixels; 0 for a PDF
  std::int64_t height = 0;
};

/// Reads the type and the declared size of a whole file from its bytes; nothing when it is none of ours, is cut short, or has something
/// else behind its end. Pure: it allocates nothing, reads nothing outside `content`, and ends within a few passes over it.
///
/// In:     any bytes, at most 10 MiB. The name is never looked at.
/// Source: JPEG (ITU-T T.81, annex B), PNG (W3C PNG, § 5), WebP (RFC 9649), HEIF (ISO/IEC 23008-12, § 6), PDF (ISO 32000-2, § 7.5)
std::optional<Header> read_header(std::string_view content);

}  // namespace uploads
