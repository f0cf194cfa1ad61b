#pragma once
#include "gate/session.h"

/// Rows that gate's own queries fill.
namespace gate {

struct ActsRow {
  SessionId session;
  PersonId person;
  bool own_device;
  Millis made_at;
  Millis seen_at;
  Millis confirmed_at;
  PersonId record;
  std::optional<std::string> kind;
  std::optional<std::string> code;
  std::optional<PersonId> child;
  std::optional<ClassId> school_class;
  std::optional<SchoolId> school;
  bool ended;  // a pupil's that ended a short while ago
  std::optional<std::string> school_slug;
  std::optional<PartyId> party;
  std::optional<std::string> school_state;
  std::optional<std::int64_t> limited;  // 0 suspended, 1 informed only; absent: neither
};
BOOST_DESCRIBE_STRUCT(ActsRow, (),
                      (session, person, own_device, made_at, seen_at, confirmed_at, record, kind, code, child, school_class, school, ended,
                       school_slug, party, school_state, limited))

struct KeptKey {
  std::vector<unsigned char> body_hash;
  std::optional<std::int64_t> status;
  std::optional<std::string> reply;
};
BOOST_DESCRIBE_STRUCT(KeptKey, (), (body_hash, status, reply))

struct Seen {
  SessionId session;
  Millis seen_at;
};
BOOST_DESCRIBE_STRUCT(Seen, (), (session, seen_at))

struct SessionRow {
  SessionId id;
  Millis made_at;
  Millis seen_at;
  bool own_device;
  std::string device;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (id, made_at, seen_at, own_device, device))

struct AccountRow {
  PersonId person;
  std::string login;
  std::optional<Millis> entered_at;
  std::optional<std::string> verifier;  // absent: never activated, or renewed
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (person, login, entered_at, verifier))

struct NamesRow {
  std::string first_name;
  std::string last_name;
};
BOOST_DESCRIBE_STRUCT(NamesRow, (), (first_name, last_name))

struct CodeRow {
  Uuid id;
  PersonId person;
  std::optional<PersonId> child;  // none on a staff member's sheet
  SchoolId school;
  Millis until_at;
  std::optional<Millis> used_at;
  std::optional<Millis> revoked_at;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> child_first_name;
  std::string school_name;
  std::optional<std::string> login;
  bool has_password;
};
BOOST_DESCRIBE_STRUCT(CodeRow, (),
                      (id, person, child, school, until_at, used_at, revoked_at, first_name, last_name, child_first_name, school_name,
                       login, has_password))

struct ChildRow {
  std::string first_name;
  std::string school_name;
};
BOOST_DESCRIBE_STRUCT(ChildRow, (), (first_name, school_name))

struct ContextRow {
  std::string kind;
  std::optional<std::string> code;
  std::optional<SchoolId> school;
  std::optional<std::string> slug;
  std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(ContextRow, (), (kind, code, school, slug, name))

struct TriesRow {
  std::int64_t count;
  Millis window_until;
};
BOOST_DESCRIBE_STRUCT(TriesRow, (), (count, window_until))

struct HeadRow {
  PersonId person;
  std::string first_name;
  std::string last_name;
  SchoolId school;
  std::string school_name;
  bool has_password;
};
BOOST_DESCRIBE_STRUCT(HeadRow, (), (person, first_name, last_name, school, school_name, has_password))

}  // namespace gate
