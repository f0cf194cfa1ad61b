#pragma once
#include "gate/session.h"

namespace gate::wire {

struct ContextLine {
  std::string slug;
  Profile profile;
  std::string place;  // the school's name; empty for a guardian
  std::optional<SchoolId> school;
};
BOOST_DESCRIBE_STRUCT(ContextLine, (), (slug, profile, place, school))

enum class TextSize { usual, large, larger, largest };
BOOST_DESCRIBE_ENUM(TextSize, usual, large, larger, largest)

/// Between letters, words and lines together.
enum class Spacing { usual, wide, wider };
BOOST_DESCRIBE_ENUM(Spacing, usual, wide, wider)

enum class Face { usual, andika, opendyslexic };
BOOST_DESCRIBE_ENUM(Face, usual, andika, opendyslexic)

enum class Scheme { device, light, dark };
BOOST_DESCRIBE_ENUM(Scheme, device, light, dark)

/// How a person wants to read.
struct Comfort {
  TextSize size;
  Spacing spacing;
  Face face;
  Scheme scheme;
  bool contrast;  // reinforced
  bool ruler;     // a band to read along
  bool still;     // nothing moves
  bool aloud;     // texts have a button that reads them
};
BOOST_DESCRIBE_STRUCT(Comfort, (), (size, spacing, face, scheme, contrast, ruler, still, aloud))

/// Who is signed in, for the frame of every page.
struct Me {
  std::string name;
  std::string first_name;
  std::string login;
  std::vector<ContextLine> contexts;  // guardian first, then by school
  bool own_device;
  Millis now;
  std::string zone;   // IANA name: how the browser shows instants
  std::string build;  // differs from the shell's: reload at the next navigation
  bool demo;
  std::optional<Comfort> comfort;  // absent when they never chose
};
BOOST_DESCRIBE_STRUCT(Me, (), (name, first_name, login, contexts, own_device, now, zone, build, demo, comfort))

struct SessionLine {
  SessionId id;
  Millis made_at;
  Millis seen_at;
  bool own_device;
  bool here;  // the one that asks
  std::string device;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (id, made_at, seen_at, own_device, here, device))

struct Sessions {
  std::vector<SessionLine> sessions;  // latest seen first, at most 50
};
BOOST_DESCRIBE_STRUCT(Sessions, (), (sessions))

struct AddedChild {
  std::string first_name;
  std::string school_name;
};
BOOST_DESCRIBE_STRUCT(AddedChild, (), (first_name, school_name))

struct Added {
  std::vector<AddedChild> children;
};
BOOST_DESCRIBE_STRUCT(Added, (), (children))

}  // namespace gate::wire
