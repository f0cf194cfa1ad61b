#include <algorithm>

#include "base/date.h"
#include "import/aaf/build.h"
#include "import/aaf/codes.h"
#include "import/aaf/labels.h"

namespace aaf {
namespace {

constexpr std::string_view from_label = "label:";

void add_once(auto& list, auto value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(std::move(value));
}

/// A label that would say what must not be known is replaced; told once per class, and without the line, which would point at a child.
void neutralise(ClassMention& mention, const std::string& f3, std::string_view word, const Object& object, Building& building) {
  bool key_too = f3.empty() || reveals(f3);
  mention.label = neutral_label(word, key_too ? "" : f3);
  mention.key = key_too ? std::string(from_label) + mention.label : f3;
  if (!building.neutralised.insert(std::string(word) + "$" + mention.school + "$" + mention.key).second) return;
  building.warn(Warning{{}, 0, object.kind, mention.key, "aaf.label_neutralised", ""});
}

/// "900001$ORD$ORDINAIRE$700101$CE1 A": fields 2 and 3 say the kind of class, which nobody may keep.
std::vector<ClassMention> mentions_of(const Object& object, std::string_view attribute, std::string_view word, Building& building) {
  std::vector<ClassMention> mentions;
  for (const std::string& value : object.all(attribute)) {
    std::vector<std::string> fields = fields_of(value);
    if (fields.size() != 5 || !is_key(fields[0]) || (fields[3].empty() && fields[4].empty())) {
      building.doubt(object, "aaf.class_malformed");
      continue;
    }
    const std::string& f3 = fields[3];
    const std::string& label = fields[4];
    ClassMention mention{fields[0], f3.empty() ? std::string(from_label) + label : f3, label};
    if (reveals(label) || reveals(f3)) {
      neutralise(mention, f3, word, object, building);
    } else if (label.empty()) {
      mention.label = neutral_label(word, f3);
    }
    auto same = [&](const ClassMention& other) { return other.school == mention.school && other.key == mention.key; };
    if (std::ranges::none_of(mentions, same)) mentions.push_back(std::move(mention));
  }
  return mentions;
}

/// "600001$10"; six fields, as secondary schools write it, are read by the first two.
std::vector<GuardianLink> links_of(const Object& object, Building& building) {
  std::vector<GuardianLink> links;
  for (const std::string& value : object.all("ENTEleveAutoriteParentale")) {
    std::vector<std::string> fields = fields_of(value);
    if (!is_key(fields[0])) {
      building.doubt(object, "aaf.link_malformed");
      continue;
    }
    std::optional<Relation> relation = fields.size() > 1 ? relation_of(fields[1]) : std::nullopt;
    if (!relation) building.doubt(object, "aaf.relation_unknown");
    auto same = [&](const GuardianLink& other) { return other.guardian == fields[0]; };
    if (std::ranges::none_of(links, same)) links.push_back({fields[0], relation.value_or(Relation::other)});
  }
  return links;
}

Grade read_grade(const Object& object, Building& building) {
  std::string level = fields_of(object.first("ENTEleveNiveau"))[0];
  std::optional<Grade> grade = grade_of(level);
  if (!grade && !level.empty()) building.doubt(object, "aaf.grade_unknown");
  return grade.value_or(Grade::neutral);
}

std::string read_ine(const Object& object, Building& building) {
  std::string ine(object.first("ENTEleveINE"));
  if (ine.empty() || (ine.size() == 11 && is_key(ine))) return ine;
  building.doubt(object, "aaf.ine_malformed");
  return "";
}

std::optional<Date> read_date(const Object& object, std::string_view attribute, Building& building) {
  std::string_view written = object.first(attribute);
  if (written.empty()) return std::nullopt;
  Date date;
  if (parse_french_date(written, date)) return date;
  building.doubt(object, "aaf.date_malformed");
  return std::nullopt;
}

}  // namespace

Result<PupilRecord> pupil_of(const Object& object, Building& building) {
  PupilRecord pupil;
  pupil.key = TRY(key_of(object));
  Naming naming = TRY(naming_of(object));
  pupil.first_name = std::move(naming.first_name);
  pupil.last_name = std::move(naming.last_name);
  pupil.civility = naming.civility;
  pupil.ine = read_ine(object, building);
  pupil.grade = read_grade(object, building);
  pupil.classes = mentions_of(object, "ENTPersonClasses", "Classe", building);
  pupil.groups = mentions_of(object, "ENTPersonGroupes", "Groupe", building);
  pupil.guardians = links_of(object, building);
  pupil.schools = keys_of(object, "ENTPersonStructRattach", building);
  if (pupil.schools.empty()) {
    for (const ClassMention& mention : pupil.classes) add_once(pupil.schools, mention.school);
  }
  if (pupil.schools.empty()) return invalid("aaf.school_missing");
  pupil.entered_on = read_date(object, "ENTEleveDateEntreeStructRattach", building);
  pupil.left_on = read_date(object, "ENTEleveDateSortieStructRattach", building);
  return pupil;
}

}  // namespace aaf
