#include "features/liaison/content.h"

#include <stdexcept>

#include "base/json.h"

namespace liaison {

crypto::Hash hash_of(std::span<const unsigned char> salt, std::string_view content, std::string_view body) {
  std::string all(content);
  all += '\n';  // the writer of JSON never makes one: the two parts cannot slide into each other
  all += body;
  return crypto::hmac_sha256(salt, all);
}

Sealed seal(Tx& tx, const Content& content, const richtext::Document& body) {
  Sealed sealed{json::to_json(content), richtext::to_bytes(body), {}, {}};
  tx.random().fill(sealed.salt);
  sealed.hash = hash_of(sealed.salt, sealed.content, sealed.body);
  return sealed;
}

Content content_of(std::string_view kept) {
  auto content = json::from_json<Content>(kept);
  if (!content) throw std::runtime_error("liaison: a kept version cannot be read");
  return *std::move(content);
}

std::vector<wire::Question> questions_of(const Content& content) { return content.questions.value_or(std::vector<wire::Question>{}); }

richtext::Document body_of(std::string_view kept) {
  auto body = richtext::from_bytes(kept);
  if (!body) throw std::runtime_error("liaison: a kept text cannot be read");
  return *std::move(body);
}

}  // namespace liaison
