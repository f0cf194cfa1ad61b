#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

/// What the directory feed of an academy (AAF 1D) says of schools and people, once read: plain values, nothing else.
/// Only what a screen uses is kept; birth dates, addresses, telephones, mailboxes, canteen choices and class types are not (rule 32).
namespace aaf {

/// The four kinds of a delivery, in the order they are read.
enum class Kind { school, pupil, guardian, staff };
BOOST_DESCRIBE_ENUM(Kind, school, pupil, guardian, staff)

/// `neutral` when the feed says nothing, or says something that must not be kept (1211, 1311, 1411).
enum class Grade { neutral, tps, ps, ms, gs, cp, ce1, ce2, cm1, cm2 };
BOOST_DESCRIBE_ENUM(Grade, neutral, tps, ps, ms, gs, cp, ce1, ce2, cm1, cm2)

/// What an adult is to a child; the number is the national code. Says nothing of who holds which right.
/// Source: table N_LIEN_ELEVE_RESPONSABLE (docs/sources.md#aaf).
enum class Relation {
  mother = 10,
  father = 20,
  sibling = 37,
  ancestor = 38,
  relative = 39,
  educator = 41,
  foster_carer = 42,
  child_minder = 43,
  tutor = 50,
  child_welfare = 51,
  pupil = 70,
  other = 90,
};
BOOST_DESCRIBE_ENUM(Relation, mother, father, sibling, ancestor, relative, educator, foster_carer, child_minder, tutor, child_welfare,
                    pupil, other)

enum class Civility { unknown, mr, mrs };
BOOST_DESCRIBE_ENUM(Civility, unknown, mr, mrs)

/// Keys below are join keys: text, unique within one academy and one kind.
struct SchoolRecord {
  std::string key;
  std::string uai;           // checked: seven digits and their letter
  std::string sigle;         // "E.E.PU"; empty when the name came as free text
  std::string kind_words;    // "École élémentaire"; "École" when nothing says more
  std::string name;          // "Les Tilleuls"
  std::string commune;       // "Valbourg"; may be empty
  std::string academy_code;  // two digits, "10"; empty when the file has none
  std::string academy_name;  // "Lyon"; may be empty
  std::string type_code;     // "151"; may be empty
  bool operator==(const SchoolRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(SchoolRecord, (), (key, uai, sigle, kind_words, name, commune, academy_code, academy_name, type_code))

/// A class or a group, as a pupil mentions it: the feed has no other list of them.
struct ClassMention {
  std::string school;  // join key
  std::string key;     // stable in the academy; "label:" and the label when the feed gives no identifier
  std::string label;   // as people read it, or a neutral one (DIR-17)
  bool operator==(const ClassMention&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClassMention, (), (school, key, label))

struct GuardianLink {
  std::string guardian;  // join key; the guardian may be missing from the delivery
  Relation relation;
  bool operator==(const GuardianLink&) const = default;
};
BOOST_DESCRIBE_STRUCT(GuardianLink, (), (guardian, relation))

struct PupilRecord {
  std::string key;
  std::string ine;  // 11 characters; empty for a newcomer
  std::string first_name;
  std::string last_name;
  Civility civility = Civility::unknown;
  Grade grade = Grade::neutral;
  std::vector<std::string> schools;   // at least one; two in the summer of a move
  std::vector<ClassMention> classes;  // the first is the main one
  std::vector<ClassMention> groups;
  std::vector<GuardianLink> guardians;
  std::optional<Date> entered_on;  // in the school
  std::optional<Date> left_on;     // out of it
  bool operator==(const PupilRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(PupilRecord, (),
                      (key, ine, first_name, last_name, civility, grade, schools, classes, groups, guardians, entered_on, left_on))

struct GuardianRecord {
  std::string key;
  std::string first_name;
  std::string last_name;
  Civility civility = Civility::unknown;
  bool operator==(const GuardianRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(GuardianRecord, (), (key, first_name, last_name, civility))

struct StaffFunction {
  std::string school;  // join key
  std::string code;    // "ENS", "DIR", "AES"…
  bool operator==(const StaffFunction&) const = default;
};
BOOST_DESCRIBE_STRUCT(StaffFunction, (), (school, code))

struct StaffRecord {
  std::string key;
  std::string first_name;
  std::string last_name;
  Civility civility = Civility::unknown;
  bool teacher = false;
  std::vector<std::string> schools;  // of assignment, of the functions and of the posts of head; may be empty
  std::vector<StaffFunction> functions;
  std::vector<std::string> heads;  // schools this person heads
  bool operator==(const StaffRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(StaffRecord, (), (key, first_name, last_name, civility, teacher, schools, functions, heads))

}  // namespace aaf
