#pragma once
#include "base/crypto.h"
#include "features/liaison/wire.h"
#include "people/right.h"
#include "store/tx.h"

namespace liaison {

/// One part of an audience, as it is chosen.
struct AudiencePart {
  AudienceKind kind;
  Uuid id;
};
BOOST_DESCRIBE_STRUCT(AudiencePart, (), (kind, id))

/// Everything that one version of a note says, to whom, and who answers for it; its text apart. Ids, never names: erasing a person
/// needs not touch it.
struct Content {
  NoteId note;
  std::int64_t version;
  Kind kind;
  Ask ask;
  std::string title;
  wire::Facts facts;
  std::optional<Date> sign_before;
  PersonId author;  // of this version
  Profile author_profile;
  PartyId party;
  SchoolId school;
  std::vector<AudiencePart> audience;
  std::string audience_label;
  Millis made_at;
  // Absent from versions sealed before notes could ask questions, and from those that ask none.
  std::optional<bool> signature;  // false: the reply is answers alone
  std::optional<std::vector<wire::Question>> questions;
  std::optional<std::vector<uploads::UploadId>> files;
};
BOOST_DESCRIBE_STRUCT(Content, (),
                      (note, version, kind, ask, title, facts, sign_before, author, author_profile, party, school, audience, audience_label,
                       made_at, signature, questions, files))

/// A version as it is kept: two exact texts, and the hash that proves them.
struct Sealed {
  std::string content;
  std::string body;
  std::array<unsigned char, 32> salt;
  crypto::Hash hash;
};

/// HMAC-SHA-256, keyed with the version's salt, of the content's bytes, a line feed, and the body's bytes. Without the salt, which
/// erasure destroys, nobody can try texts against it.
/// Source: EDI-01 (docs/requirements.md)
crypto::Hash hash_of(std::span<const unsigned char> salt, std::string_view content, std::string_view body);
Sealed seal(Tx&, const Content&, const richtext::Document& body);

/// The content of a kept version. Throws when it is not one: our own row was damaged.
Content content_of(std::string_view kept);
/// What a note asks besides a signature; empty when nothing.
std::vector<wire::Question> questions_of(const Content&);
richtext::Document body_of(std::string_view kept);

}  // namespace liaison
