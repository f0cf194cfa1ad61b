#include "uploads/header.h"

#include <algorithm>

#include "uploads/box.h"

namespace uploads {

namespace {

/// Big-endian number of `n` bytes at `at`; the caller has checked that they are there.
std::uint64_t big(std::string_view from, std::size_t at, int n) {
  std::uint64_t value = 0;
  for (int i = 0; i < n; ++i) value = value << 8 | static_cast<unsigned char>(from[at + std::size_t(i)]);
  return value;
}
std::uint64_t little(std::string_view from, std::size_t at, int n) {
  std::uint64_t value = 0;
  for (int i = n - 1; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(from[at + std::size_t(i)]);
  return value;
}

// ---- JPEG: segments, the frame header among them, up to the scan; the picture ends with the end marker. What some phones put behind it
// (a second picture, bytes of their own) is left to the painter, which makes nothing of it.

bool starts_frame(unsigned char marker) { return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC; }

std::optional<Header> read_jpeg(std::string_view file) {
  constexpr unsigned char scan = 0xDA;
  std::optional<Header> header;
  std::size_t at = 2;
  while (at + 4 <= file.size() && file[at] == '\xFF') {
    const auto marker = static_cast<unsigned char>(file[at + 1]);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    if (marker == scan) return file.find("\xFF\xD9", at) != file.npos ? header : std::nullopt;
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD9)) return {};
    const std::size_t length = big(file, at + 2, 2);
    if (length < 2 || length > file.size() - at - 2) return {};
    if (starts_frame(marker)) {
      if (length < 8) return {};
      header = Header{Incoming::jpeg, std::int64_t(big(file, at + 7, 2)), std::int64_t(big(file, at + 5, 2))};
    }
    at += 2 + length;
  }
  return {};
}

// ---- PNG: chunks from IHDR to IEND, and nothing behind

std::optional<Header> read_png(std::string_view file) {
  constexpr std::size_t around = 12;  // length, type, checksum
  std::optional<Header> header;
  bool pixels = false;
  for (std::size_t at = 8; at + around <= file.size();) {
    const std::size_t length = big(file, at, 4);
    const std::string_view type = file.substr(at + 4, 4);
    if (length > file.size() - at - around) return {};
    if (!header) {
      if (type != "IHDR" || length != 13) return {};
      header = Header{Incoming::png, std::int64_t(big(file, at + 8, 4)), std::int64_t(big(file, at + 12, 4))};
    }
    pixels = pixels || type == "IDAT";
    at += around + length;
    if (type == "IEND") return pixels && at == file.size() ? header : std::nullopt;
  }
  return {};
}

// ---- WebP: one RIFF chunk that fills the file, its first inner chunk saying the size

std::optional<Header> read_webp(std::string_view file) {
  if (file.size() < 30) return {};
  const std::uint64_t riff = little(file, 4, 4) + 8;
  if (riff != file.size() && riff + 1 != file.size()) return {};
  const std::string_view kind = file.substr(12, 4);
  if (kind == "VP8X") {
    if (file[20] & 0x02) return {};  // it moves
    return Header{Incoming::webp, std::int64_t(little(file, 24, 3) + 1), std::int64_t(little(file, 27, 3) + 1)};
  }
  if (kind == "VP8L") {
    if (file[20] != '\x2F') return {};
    const std::uint64_t bits = little(file, 21, 4);
    return Header{Incoming::webp, std::int64_t((bits & 0x3FFF) + 1), std::int64_t((bits >> 14 & 0x3FFF) + 1)};
  }
  if (kind != "VP8 " || file.substr(23, 3) != "\x9D\x01\x2A") return {};
  return Header{Incoming::webp, std::int64_t(little(file, 26, 2) & 0x3FFF), std::int64_t(little(file, 28, 2) & 0x3FFF)};
}

// ---- HEIC: boxes; the largest picture that the properties announce (a grid of tiles says its own size, and each tile's)

std::optional<Header> read_heic(std::string_view file) {
  std::string_view properties;
  bool has_pixels = false;
  const bool whole = boxes::each(file, [&](std::string_view type, std::string_view meta) {
    has_pixels = has_pixels || (type == "mdat" && !meta.empty());
    if (type != "meta" || meta.size() < 4) return;
    boxes::each(meta.substr(4), [&](std::string_view inner, std::string_view body) {
      if (inner != "iprp") return;
      boxes::each(body, [&](std::string_view last, std::string_view all) {
        if (last == "ipco") properties = all;
      });
    });
  });
  Header header{Incoming::heic};
  boxes::each(properties, [&](std::string_view type, std::string_view body) {
    if (type != "ispe" || body.size() < 12) return;
    const std::uint64_t width = big(body, 4, 4);
    const std::uint64_t height = big(body, 8, 4);
    if (width * height > std::uint64_t(header.width) * std::uint64_t(header.height))
      header = {Incoming::heic, std::int64_t(width), std::int64_t(height)};
  });
  if (!whole || !has_pixels) return {};
  return header;
}

bool is_heic(std::string_view file) {
  if (file.size() < 16 || file.substr(4, 4) != "ftyp") return false;
  const std::size_t length = big(file, 0, 4);
  if (length < 16 || length > file.size() || length > 256) return false;
  for (std::size_t at = 8; at + 4 <= length; at += 4) {
    const std::string_view brand = file.substr(at, 4);
    if (at != 12 && (brand == "heic" || brand == "heix" || brand == "heim" || brand == "heis" || brand == "mif1")) return true;
  }
  return false;
}

// ---- PDF: its first bytes, and its end

std::optional<Header> read_pdf(std::string_view file) {
  if (file.size() < 64 || file.substr(0, 5) != "%PDF-" || (file[5] != '1' && file[5] != '2') || file[6] != '.') return {};
  const auto end = file.rfind("%%EOF");
  if (end == file.npos || file.rfind("startxref", end) == file.npos) return {};
  const std::string_view behind = file.substr(end + 5);
  const bool blank = std::all_of(behind.begin(), behind.end(), [](char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\0'; });
  return blank ? std::optional(Header{Incoming::pdf}) : std::nullopt;
}

}  // namespace

std::optional<Header> read_header(std::string_view file) {
  std::optional<Header> header;
  if (file.starts_with("\xFF\xD8\xFF")) {
    header = read_jpeg(file);
  } else if (file.starts_with("\x89PNG\r\n\x1A\n")) {
    header = read_png(file);
  } else if (file.size() >= 16 && file.starts_with("RIFF") && file.substr(8, 4) == "WEBP") {
    header = read_webp(file);
  } else if (is_heic(file)) {
    header = read_heic(file);
  } else if (file.starts_with("%PDF-")) {
    return read_pdf(file);
  }
  if (!header || header->width <= 0 || header->height <= 0) return {};
  return header;
}

}  // namespace uploads
