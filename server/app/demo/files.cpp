#include <fstream>

#include "app/demo/life.h"
#include "base/crypto.h"

namespace app::demo {

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) not_in_town(path.filename().string());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::string send_file(Life& life, const Seat& author, std::string_view name) {
  const std::string bytes = bytes_of(life.folder / name);
  const auto begun = life.visitors.post(author, "/uploads", {{"name", name}, {"size_bytes", bytes.size()}});
  const std::string upload(begun.at("upload").as_string());
  const auto part_bytes = std::size_t(begun.at("part_bytes").as_int64());
  for (std::size_t from = 0; from < bytes.size(); from += part_bytes) {
    life.visitors.put_bytes(author, fmt::format("/uploads/{}/parts/{}", upload, from / part_bytes), bytes.substr(from, part_bytes));
  }
  life.visitors.post(author, "/uploads/" + upload + "/finish", {{"sha256", crypto::hex(crypto::sha256(bytes))}});
  return upload;
}

int draw(std::size_t one, std::size_t other, int below) {
  std::uint64_t mixed = one * 0x9E3779B97F4A7C15U + (other + 1) * 0xD1B54A32D192ED03U;
  mixed ^= mixed >> 29;
  mixed *= 0xBF58476D1CE4E5B9U;
  mixed ^= mixed >> 32;
  return int(mixed % std::uint64_t(below));
}

}  // namespace app::demo
