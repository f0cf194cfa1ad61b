#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "people/actor.h"
#include "store/tx.h"

namespace people {

enum class AudienceKind { school_class, school, child };
BOOST_DESCRIBE_ENUM(AudienceKind, school_class, school, child)

/// To whom something is said, as it is chosen and kept: the families of classes, of a school, of single children.
struct Audience {
  std::vector<ClassId> classes;
  std::vector<SchoolId> schools;
  std::vector<PersonId> children;
  std::size_t size() const { return classes.size() + schools.size() + children.size(); }
};

/// One part of an audience, by its name.
struct Target {
  AudienceKind kind;
  Uuid id;
  std::string label;                    // "CE1 A", "Les Tilleuls", "Lina Delmas"
  std::optional<ClassId> school_class;  // the class itself, or the child's today
};
BOOST_DESCRIBE_STRUCT(Target, (), (kind, id, label, school_class))

/// One adult to reach about one child. `human` is the record kept when two are merged: an adult is counted once by it.
struct Reached {
  PersonId child;
  std::optional<PersonId> person;  // none: the child has no guardian that may be told; only paper reaches them
  std::optional<PersonId> human;
};
BOOST_DESCRIBE_STRUCT(Reached, (), (child, person, human))

/// An audience that may be chosen, and how many it reaches today.
struct AudienceCount {
  AudienceKind kind;
  Uuid id;
  std::string label;
  std::int64_t children;
  std::int64_t adults;
  std::int64_t without_guardian;
};
BOOST_DESCRIBE_STRUCT(AudienceCount, (), (kind, id, label, children, adults, without_guardian))

/// The parts of an audience that `right` lets this actor write to, by kind and label: classes of this school year and children of
/// those classes today for a teacher, of the school for a head. Fewer than were asked: the rest is out of reach, or is not.
/// Source: docs/sources.md#rights
std::vector<Target> within_reach(Tx&, const Actor&, const Right&, const Audience&);

/// Everyone an audience reaches today: each child of its classes with each guardian whom no decision suspends (those who are informed
/// only receive too), each pair once, by child. An audience of 64 parts at most.
std::vector<Reached> unfold(Tx&, const Audience&);

/// What this actor may choose under `right`: classes by name, then the school. At most 60.
std::vector<AudienceCount> list_audiences(Tx&, const Actor&, const Right&);

}  // namespace people
