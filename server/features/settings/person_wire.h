#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "features/settings/wire.h"
#include "gate/session.h"
#include "people/custody.h"
#include "people/ids.h"

/// One person, as the head of their school sees them.
namespace settings::wire {

/// What somebody is in the school. A head who teaches is staff once.
enum class Part { pupil, guardian, staff };
BOOST_DESCRIBE_ENUM(Part, pupil, guardian, staff)

/// A search finds a person once for each part they have.
struct FoundPerson {
  PersonId id;
  Part part;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> second_name;  // tells homonyms apart (SC-24)
  std::vector<std::string> about;          // a pupil's or a teacher's classes, a guardian's children
};
BOOST_DESCRIBE_STRUCT(FoundPerson, (), (id, part, first_name, last_name, second_name, about))

struct FoundPeople {
  std::vector<FoundPerson> people;  // by name, at most 40
  bool more;                        // there were others
};
BOOST_DESCRIBE_STRUCT(FoundPeople, (), (people, more))

/// Where a person belongs, or did, or will: `kind` and `code` are the relation's (people/migrations).
struct Belonging {
  std::string kind;  // "pupil_of_class", "teacher_of_school"…
  std::optional<std::string> code;
  std::optional<std::string> label;  // of the class or group
  Date from_on;
  std::optional<Date> until_on;
  bool from_directory;
  std::optional<std::string> by_name;  // who added it, when the directory did not
  Millis made_at;
};
BOOST_DESCRIBE_STRUCT(Belonging, (), (kind, code, label, from_on, until_on, from_directory, by_name, made_at))

/// A decision that limits an adult for a child, today's or to come.
struct Limit {
  people::CustodyLevel level;
  Date from_on;
  std::optional<Date> until_on;
  std::string paper_reference;
  std::string by_name;
  Millis made_at;
};
BOOST_DESCRIBE_STRUCT(Limit, (), (level, from_on, until_on, paper_reference, by_name, made_at))

/// What an adult is to a child.
struct Bond {
  PersonId adult;
  std::string name;
  std::string relation;  // the directory's code
  Date from_on;
  std::optional<Date> until_on;
  bool from_directory;
  std::optional<std::string> by_name;
  Millis made_at;
  bool entered;
  std::vector<Limit> limits;  // for the head alone
  bool contact_protected;
  bool deceased;
};
BOOST_DESCRIBE_STRUCT(Bond, (),
                      (adult, name, relation, from_on, until_on, from_directory, by_name, made_at, entered, limits, contact_protected,
                       deceased))

/// A child with each of their guardians.
struct GuardedChild {
  PersonId id;
  std::string first_name;
  std::string last_name;
  std::string class_label;  // "" between two classes
  std::vector<Bond> bonds;  // by name
};
BOOST_DESCRIBE_STRUCT(GuardedChild, (), (id, first_name, last_name, class_label, bonds))

struct OpenSession {
  gate::SessionId id;
  std::string device;
  bool own_device;
  Millis seen_at;
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (id, device, own_device, seen_at))

struct Access {
  std::optional<std::string> login;
  bool entered;
  bool closed;
  CodeState code;
  std::optional<Date> code_until;
  std::vector<OpenSession> sessions;  // latest seen first; for whoever may end them
};
BOOST_DESCRIBE_STRUCT(Access, (), (login, entered, closed, code, code_until, sessions))

struct ContactOf {
  std::optional<std::string> email;
  std::optional<std::string> phone;
  std::optional<Millis> changed_at;  // absent: they never said anything
};
BOOST_DESCRIBE_STRUCT(ContactOf, (), (email, phone, changed_at))

struct Person {
  PersonId id;
  std::optional<std::string> civility;
  std::string first_name;
  std::string last_name;
  std::optional<std::string> second_name;
  bool from_directory;  // their names cannot be changed here
  std::vector<Part> parts;
  std::vector<Belonging> belongings;   // latest first
  std::vector<GuardedChild> children;  // a pupil: themself; a guardian: each child they guard in this school
  std::optional<Access> access;        // none of a pupil's: their doors are the class's
  std::optional<ContactOf> contact;    // absent when it is kept by the head alone and another asks
  std::optional<std::string> suspended_by;
  std::optional<Millis> suspended_at;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, civility, first_name, last_name, second_name, from_directory, parts, belongings, children, access, contact,
                       suspended_by, suspended_at))

// ---- one's own

struct OwnContact {
  std::optional<std::string> email;
  std::optional<std::string> phone;
  std::int64_t version;
  std::optional<Millis> changed_at;
  bool kept_apart;  // the head keeps it to themself: no teacher is shown it
};
BOOST_DESCRIBE_STRUCT(OwnContact, (), (email, phone, version, changed_at, kept_apart))

}  // namespace settings::wire
