#pragma once
#include <optional>
#include <string>
#include <vector>

#include "people/ids.h"
#include "people/right.h"

/// One person in one profile and one context, with what their relations of today reach. The same adult as teacher and as
/// guardian is two actors, never their sum. Built by `gate` at each request, from the present.
class Actor {
 public:
  struct Child {
    PersonId id;
    bool informed_only;  // a documented decision leaves the right to be informed and takes the right to act
  };

  PersonId person;  // whose account it is
  Profile profile = Profile::visitor;
  std::vector<PersonId> self;  // the person and the records merged into it
  std::vector<Child> children_of_guardian;
  std::vector<ClassId> own_classes;  // taught, or held as a substitute
  std::optional<SchoolId> school;    // of the context; none for a guardian, whose one context holds all their children
  std::optional<PartyId> party;      // of that school
  bool left = false;                 // a pupil who has left the school reads for a while, and writes nothing (SC-12)

  /// The ids that `right` reaches for this actor today. Empty reaches nothing: every query binds them.
  std::vector<PersonId> children(const Right&) const;
  /// Whose school day: a guardian's children, a pupil's own records. What they see of a class goes by the dates they were in it.
  std::vector<PersonId> pupils(const Right&) const;
  std::vector<ClassId> classes(const Right&) const;
  std::vector<SchoolId> schools(const Right&) const;
  bool reaches_child(const Right&, PersonId) const;
};
