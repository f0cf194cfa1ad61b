#pragma once
#include "import/aaf/records.h"
#include "people/ids.h"
#include "store/bulk.h"

/// What an import lays down before it decides anything: one temporary table a struct, named beside it. Gone at the end.
namespace aaf {

/// Why a school is left as it is.
enum class Aside {
  none,
  not_asked,       // --school named another one
  older,           // a later export was applied to it already
  uai_of_another,  // its number belongs to a school we know by another key
  uai_changed,     // we know its key under another number
  many_leave,      // held (DIR-06)
  class_vanishes,  // held (DIR-06)
};
BOOST_DESCRIBE_ENUM(Aside, none, not_asked, older, uai_of_another, uai_changed, many_leave, class_vanishes)

/// aaf_school: the schools of the delivery.
struct StagedSchool {
  SchoolId school;  // the one we know, or a new one
  std::int64_t number = 0;
  std::string feed_key;
  std::string uai;
  std::string slug;  // empty until the plan makes or finds it
  std::string name;
  std::string commune;
  std::string kind;        // as people_school has it
  std::string kind_words;  // "École élémentaire"
  std::string academy_code;
  std::string academy_name;
  std::string file;
  bool known = false;
  Aside aside = Aside::none;
};
BOOST_DESCRIBE_STRUCT(StagedSchool, (),
                      (school, number, feed_key, uai, slug, name, commune, kind, kind_words, academy_code, academy_name, file, known,
                       aside))

enum class Fate { fresh, changed, same };
BOOST_DESCRIBE_ENUM(Fate, fresh, changed, same)

/// aaf_person: one record of a pupil, a guardian or a member of staff.
struct StagedPerson {
  PersonId person;          // the one we know, or a new one
  std::int64_t number = 0;  // of the record in the delivery
  Kind role = Kind::pupil;
  std::string feed_key;
  std::optional<std::string> ine;
  std::optional<std::string> civility;
  std::string first_name;
  std::string last_name;
  std::string sort_key;
  std::string fold;
  std::string file;
  Fate fate = Fate::fresh;
  std::optional<SchoolId> owner;  // of a pupil: the school whose transaction writes the guardians
};
BOOST_DESCRIBE_STRUCT(StagedPerson, (),
                      (person, number, role, feed_key, ine, civility, first_name, last_name, sort_key, fold, file, fate, owner))

/// aaf_link: one relation as a record says it, in keys of the feed.
struct StagedLink {
  RelationId relation;
  std::int64_t number = 0;  // of the record
  std::string kind;         // as people_relation has it
  std::string person_key;
  std::optional<std::string> child_key;
  std::optional<std::string> school_key;
  std::optional<std::string> class_key;  // or of a group
  std::optional<std::string> label;
  std::optional<std::string> code;
  std::int64_t place = 0;  // in its record: the first school of a pupil is the main one
};
BOOST_DESCRIBE_STRUCT(StagedLink, (), (relation, number, kind, person_key, child_key, school_key, class_key, label, code, place))

/// aaf_class: a class (pupil_of_class) or a group (pupil_of_group) that the links mention.
struct StagedClass {
  ClassId id;  // of a group too
  SchoolId school;
  std::string kind;
  std::string feed_key;
  std::string label;
  std::string sort_key;
  Fate fate = Fate::fresh;
  std::optional<std::string> old_label;
};
BOOST_DESCRIBE_STRUCT(StagedClass, (), (id, school, kind, feed_key, label, sort_key, fate, old_label))

/// What becomes of a relation that the delivery wants.
enum class Act { open, reopen, recode, stand };
BOOST_DESCRIBE_ENUM(Act, open, reopen, recode, stand)

/// aaf_wanted: a link once its keys are ids. `owner` is the school whose transaction writes it.
struct WantedRelation {
  RelationId relation;
  SchoolId owner;
  PersonId person;
  std::string kind;
  std::optional<PersonId> child;
  std::optional<SchoolId> school;
  std::optional<ClassId> school_class;
  std::optional<GroupId> school_group;
  std::optional<std::string> code;
  std::int64_t place = 0;
  Act act = Act::open;
  std::optional<RelationId> standing;  // the relation we have
};
BOOST_DESCRIBE_STRUCT(WantedRelation, (),
                      (relation, owner, person, kind, child, school, school_class, school_group, code, place, act, standing))

/// aaf_ending: a relation the feed made and no longer says.
struct EndingRelation {
  RelationId relation;
  SchoolId owner;
  PersonId person;
  std::string kind;
  std::optional<PersonId> child;
  std::optional<ClassId> school_class;
  std::optional<GroupId> school_group;
};
BOOST_DESCRIBE_STRUCT(EndingRelation, (), (relation, owner, person, kind, child, school_class, school_group))

enum class Weight { refused, doubt };
BOOST_DESCRIBE_ENUM(Weight, refused, doubt)

/// aaf_remark: a record that was refused, or taken with a doubt. Holds no value of the file but keys.
struct Remark {
  std::int64_t number = 0;
  Weight weight = Weight::doubt;
  std::string code;  // aaf.…
  std::string file;
  std::int64_t line = 0;  // 0: not of one line
  Kind kind = Kind::school;
  std::string key;
  std::string about;       // the name of an attribute, or another key
  std::int64_t times = 1;  // records it is about
};
BOOST_DESCRIBE_STRUCT(Remark, (), (number, weight, code, file, line, kind, key, about, times))

inline const store::Temporary<StagedSchool> schools_table{"aaf_school"};
inline const store::Temporary<StagedPerson> persons_table{"aaf_person"};
inline const store::Temporary<StagedLink> links_table{"aaf_link"};
inline const store::Temporary<StagedClass> classes_table{"aaf_class"};
inline const store::Temporary<WantedRelation> wanted_table{"aaf_wanted"};
inline const store::Temporary<EndingRelation> ending_table{"aaf_ending"};
inline const store::Temporary<Remark> remarks_table{"aaf_remark"};

/// Makes all seven, empty; drops what an earlier use of the session left.
void make_staging(Tx&);
void drop_staging(Tx&);

}  // namespace aaf
