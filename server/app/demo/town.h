#pragma once
#include <map>

#include "app/demo/visitors.h"

namespace app::demo {

struct Adult {
  PersonId person;  // of two records of one human, the one they sign in with
  std::string name;
  bool acts;             // has entered once, and no decision limits them
  bool limited = false;  // by a decision: signs nothing, on paper neither
};

struct Pupil {
  PersonId person;
  std::string name;  // "Tom Delmas"
  std::vector<Adult> adults;

  /// The first who acts.
  const Adult* somebody() const;
};

struct SchoolClass {
  ClassId id;
  std::string label;
  SchoolId school;
  std::string slug;  // of the school
  std::vector<Pupil> pupils;

  /// By the whole name; of two homonyms the first. Throws store::Fault when nobody bears it.
  const Pupil& pupil(std::string_view name) const;
};

/// Who is who in the demonstration town.
class Town {
 public:
  explicit Town(House&);

  const std::vector<SchoolClass>& classes() const { return classes_; }
  /// Throws store::Fault when there is none of that label.
  const SchoolClass& class_of(std::string_view label) const;
  std::vector<const SchoolClass*> classes_in(std::string_view slug) const;
  /// Whoever holds the class that day, in the context they hold it from.
  Seat teacher(const SchoolClass&, Date) const;
  Seat head(std::string_view slug) const;

  /// Somebody holds the class instead of its teacher on those days.
  void replace(const SchoolClass&, PersonId substitute, Date from_on, Date until_on);
  /// A decision limits that adult: they do nothing more by themselves.
  void limit(PersonId adult);

 private:
  struct Substitute {
    ClassId school_class;
    PersonId person;
    Date from_on;
    Date until_on;
  };
  std::vector<SchoolClass> classes_;
  std::map<ClassId, PersonId> teachers_;
  std::map<std::string, PersonId, std::less<>> heads_;  // by the school's slug
  std::vector<Substitute> substitutes_;
};

/// The demonstration cannot go on: its story names what the town does not have.
[[noreturn]] void not_in_town(std::string_view what);

}  // namespace app::demo
