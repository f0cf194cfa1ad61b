#include "import/aaf/links.h"

#include <algorithm>

#include "base/text.h"

namespace aaf {

namespace {

std::optional<std::string> if_any(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

/// As people_person has it, and as a letter says it.
std::optional<std::string> title_of(Civility civility) {
  switch (civility) {
    case Civility::mr:
      return "M.";
    case Civility::mrs:
      return "Mme";
    case Civility::unknown:
      return std::nullopt;
  }
  return std::nullopt;
}

template <class Record>
StagedPerson person_of(const Record& record, Kind role) {
  StagedPerson person{.role = role, .feed_key = record.key, .civility = title_of(record.civility)};
  person.first_name = record.first_name;
  person.last_name = record.last_name;
  person.sort_key = text::sort_key(record.last_name + " " + record.first_name);
  person.fold = text::fold(record.first_name + record.last_name);
  return person;
}

/// A person's place in a school.
StagedLink place_in(const std::string& school_key, std::string kind, const std::string& person_key, std::size_t place) {
  return {.kind = std::move(kind), .person_key = person_key, .school_key = school_key, .place = std::int64_t(place)};
}

/// Codes kept with a doubt: the feed counts these adults among those who decide, and a school may know better.
/// Source: docs/sources.md#aaf
bool is_doubtful(Relation relation) {
  return relation == Relation::sibling || relation == Relation::educator || relation == Relation::foster_carer ||
         relation == Relation::child_minder;
}

void lay_classes(Laid& laid, const PupilRecord& pupil, const std::vector<ClassMention>& mentions, const char* kind) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const ClassMention& mention = mentions[i];
    if (std::ranges::find(pupil.schools, mention.school) == pupil.schools.end()) {
      laid.remarks.push_back({.code = "aaf.class_elsewhere", .kind = Kind::pupil, .key = pupil.key});
      continue;
    }
    StagedLink link = place_in(mention.school, kind, pupil.key, i);
    link.class_key = mention.key;
    link.label = mention.label;
    if (link.kind == "pupil_of_class") link.code = described::name_of(pupil.grade);
    laid.links.push_back(std::move(link));
  }
}

bool teaches_in(const StaffRecord& staff, const std::string& school) {
  return staff.teacher || std::ranges::any_of(staff.functions, [&](const StaffFunction& function) {
           return function.school == school && (function.code == "ENS" || function.code == "DOC");
         });
}

}  // namespace

std::optional<Laid> laid_by(const PupilRecord& pupil, Date dated) {
  if (pupil.left_on && *pupil.left_on < dated) return std::nullopt;
  Laid laid{.person = person_of(pupil, Kind::pupil)};
  laid.person.ine = if_any(pupil.ine);
  for (std::size_t i = 0; i < pupil.schools.size(); ++i) {
    laid.links.push_back(place_in(pupil.schools[i], "pupil_of_school", pupil.key, i));
  }
  lay_classes(laid, pupil, pupil.classes, "pupil_of_class");
  lay_classes(laid, pupil, pupil.groups, "pupil_of_group");
  for (std::size_t i = 0; i < pupil.guardians.size(); ++i) {
    const GuardianLink& guardian = pupil.guardians[i];
    laid.links.push_back({.kind = "guardian_of",
                          .person_key = guardian.guardian,
                          .child_key = pupil.key,
                          .code = std::to_string(int(guardian.relation)),
                          .place = std::int64_t(i)});
    if (is_doubtful(guardian.relation)) {
      laid.remarks.push_back({.code = "aaf.relation_doubtful", .kind = Kind::pupil, .key = pupil.key, .about = guardian.guardian});
    }
  }
  if (pupil.guardians.empty()) laid.remarks.push_back({.code = "aaf.no_guardian", .kind = Kind::pupil, .key = pupil.key});
  return laid;
}

Laid laid_by(const GuardianRecord& guardian) { return {.person = person_of(guardian, Kind::guardian)}; }

Laid laid_by(const StaffRecord& staff) {
  Laid laid{.person = person_of(staff, Kind::staff)};
  for (std::size_t i = 0; i < staff.schools.size(); ++i) {
    const std::string& school = staff.schools[i];
    const bool heads = std::ranges::find(staff.heads, school) != staff.heads.end();
    const bool teaches = teaches_in(staff, school);
    if (heads) laid.links.push_back(place_in(school, "head_of_school", staff.key, i));
    if (teaches) laid.links.push_back(place_in(school, "teacher_of_school", staff.key, i));
    if (!heads && !teaches) laid.links.push_back(place_in(school, "staff_of_school", staff.key, i));
  }
  return laid;
}

StagedSchool laid_by(const SchoolRecord& record) {
  StagedSchool school{.feed_key = record.key, .uai = record.uai, .name = record.name, .commune = record.commune};
  school.kind_words = record.kind_words;
  school.kind = record.kind_words.starts_with("École maternelle")    ? "nursery_school"
                : record.kind_words.starts_with("École élémentaire") ? "elementary_school"
                                                                     : "primary_school";
  school.academy_code = record.academy_code;
  school.academy_name = record.academy_name;
  return school;
}

}  // namespace aaf
