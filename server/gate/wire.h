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
};
BOOST_DESCRIBE_STRUCT(Me, (), (name, first_name, login, contexts, own_device, now, zone, build, demo))

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
