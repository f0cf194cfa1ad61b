#pragma once
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "base/crypto.h"
#include "base/source_folder.h"
#include "uploads/limits.h"
#include "uploads/uploads.h"
#include "village/village.h"

/// A file of tests/files: turned.jpg (64 × 48, lies on its side, names its author and phone), see_through.png, drawing.webp, phone.heic,
/// letter.pdf.
inline std::string sample(const std::string& name) {
  std::ifstream file(std::string(source_folder) + "/tests/files/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The same photo, longer: phones put bytes of their own behind the end.
inline std::string long_photo(std::size_t size) {
  std::string photo = sample("turned.jpg");
  while (photo.size() < size) photo += "phone";
  photo.resize(size);
  return photo;
}

inline std::string id_of(const TestReply& begun) { return std::string(begun.json.at("upload").as_string()); }

inline TestReply announce(Browser& who, const std::string& name, std::size_t size) {
  return who.post("/uploads", fmt::format(R"({{"name":"{}","size_bytes":{}}})", name, size));
}

inline TestReply send_part(Browser& who, const std::string& upload, const std::string& content, std::size_t part) {
  const auto length = std::size_t(uploads::part_bytes);
  return who.put_bytes(fmt::format("/uploads/{}/parts/{}", upload, part), content.substr(part * length, length));
}

inline TestReply finish(Browser& who, const std::string& upload, const std::string& content) {
  return who.post("/uploads/" + upload + "/finish", fmt::format(R"({{"sha256":"{}"}})", crypto::hex(crypto::sha256(content))));
}

/// All of it, from the first word to the last.
inline TestReply send_whole(Browser& who, const std::string& name, const std::string& content) {
  const auto begun = announce(who, name, content.size());
  if (begun.status != 200) return begun;
  for (std::size_t part = 0; part * std::size_t(uploads::part_bytes) < content.size(); ++part) send_part(who, id_of(begun), content, part);
  return finish(who, id_of(begun), content);
}

inline uploads::UploadId upload_id(const TestReply& reply) {
  uploads::UploadId id;
  parse_uuid(id_of(reply), id);
  return id;
}

/// A teacher of ce2, as verbs see him: rooms are not needed to hold a file on a thing.
inline Actor teacher_of_ce2(const Village& v) {
  Actor actor;
  actor.person = v.m_benali;
  actor.profile = Profile::teacher;
  actor.self = {v.m_benali};
  actor.school = v.tilleuls;
  actor.party = v.academy;
  actor.own_classes = {v.ce2};
  return actor;
}

/// Some thing of some room.
inline Uuid a_thing(unsigned char number = 1) {
  Uuid id;
  id.bytes.fill(number);
  return id;
}

/// What the disk holds of a served file.
inline std::string content_of(const gate::File& file) {
  std::ifstream stream(file.path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::size_t files_on_disk(Village& v) {
  std::size_t files = 0;
  const auto root = v.database().world().blobs->path_of({}).parent_path().parent_path();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) files += entry.is_regular_file();
  return files;
}
