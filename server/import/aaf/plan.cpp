#include "import/aaf/plan.h"

#include <algorithm>

#include "base/text.h"
#include "import/aaf/codes.h"
#include "import/aaf/queries.gen.h"
#include "import/aaf/slugs.h"

namespace aaf {

namespace {

constexpr std::int64_t page = 200;

/// A key given twice would be two persons in one: the first record counts, the others are refused.
void drop_repeated(Tx& tx) {
  q::remark_repeated_schools(tx);
  q::drop_repeated_schools(tx);
  q::remark_repeated_persons(tx);
  q::drop_repeated_links(tx);
  q::drop_repeated_persons(tx);
}

Result<AcademyRow> find_academy(Tx& tx, const std::optional<std::string>& asked) {
  const auto said = q::academies(tx);
  if (said.size() > 1) return invalid("aaf.academies_differ");
  if (!asked) {
    if (!said.empty()) return said[0];
    if (q::schools_planned(tx, 0, 1).empty()) return AcademyRow{};  // every school was refused: the remarks say why
    return invalid("aaf.academy_missing");
  }
  const std::string code = academy_code(*asked);
  if (code.empty()) return invalid_at(*asked, "aaf.academy_unknown");
  if (!said.empty() && said[0].academy_code != code) return invalid_at(said[0].academy_code, "aaf.academies_differ");
  return AcademyRow{code, said.empty() ? std::string(academy_name(code)) : said[0].academy_name};
}

Result<void> find_named(Tx& tx, const Asked& asked) {
  if (asked.school && !q::school_of_uai(tx, *asked.school)) return invalid_at(*asked.school, "aaf.school_absent");
  for (const std::string& uai : asked.confirmed) {
    if (!q::school_of_uai(tx, uai)) return invalid_at(uai, "aaf.confirm_absent");
  }
  return {};
}

void stage_classes(Tx& tx, int school_year) {
  std::vector<StagedClass> classes;
  for_each_school(tx, [&](const StagedSchool& school) {
    if (school.aside != Aside::none) return;
    for (Mentioned& said : q::classes_mentioned(tx, school.feed_key)) {
      StagedClass one{.id = tx.new_id<ClassId>(), .school = school.school, .kind = std::move(said.kind)};
      one.feed_key = std::move(said.class_key);
      one.sort_key = text::sort_key(said.label);
      one.label = std::move(said.label);
      classes.push_back(std::move(one));
    }
    if (classes.size() < 2000) return;
    classes_table.load(tx, classes);
    classes.clear();
  });
  classes_table.load(tx, classes);
  classes_table.index(tx, "school, kind, feed_key");
  classes_table.gather_statistics(tx);
  q::match_classes(tx, school_year);
  q::match_groups(tx, school_year);
  classes_table.index(tx, "id");
}

void stage_wanted(Tx& tx, const Frame& frame) {
  q::want_places(tx);
  wanted_table.index(tx, "person, kind");
  q::name_owners(tx);
  q::want_classes(tx);
  q::want_groups(tx);
  q::want_guardians(tx);
  q::want_known_guardians(tx, frame.academy);
  wanted_table.index(tx, "owner, kind");
  wanted_table.gather_statistics(tx);
  q::find_standing(tx, frame.dated);
  q::judge_standing(tx);
  q::find_interrupted(tx, frame.dated - 1);
  q::judge_interrupted(tx);
  wanted_table.index(tx, "standing");
  wanted_table.gather_statistics(tx);
}

void stage_ending(Tx& tx, const Frame& frame) {
  q::end_places(tx);
  ending_table.index(tx, "person");
  ending_table.index(tx, "relation");
  ending_table.gather_statistics(tx);
  q::end_guardians(tx);
  q::end_guardians_of_gone(tx, frame.dated);
  ending_table.index(tx, "owner");
  ending_table.index(tx, "school_class");
  ending_table.gather_statistics(tx);
}

/// The schools that a named person has to confirm (DIR-06).
void hold_schools(Tx& tx, const Frame& frame, const std::vector<std::string>& confirmed) {
  for_each_school(tx, [&](const StagedSchool& school) {
    const bool may_hold = school.known && school.aside == Aside::none && std::ranges::find(confirmed, school.uai) == confirmed.end();
    if (!may_hold) return;
    if (too_many_leave(q::turnover(tx, school.school).value_or(Turnover{}))) {
      q::hold_school(tx, school.school, Aside::many_leave);
    } else if (!q::vanishing_classes(tx, school.school, frame.school_year).empty()) {
      q::hold_school(tx, school.school, Aside::class_vanishes);
    }
  });
}

}  // namespace

std::string party_name(std::string_view academy) {
  const std::string first = text::fold(academy.substr(0, academy.find_first_of(" -")));
  const bool vowel = !first.empty() && std::string_view("aeiou").find(first[0]) != std::string_view::npos;
  return std::string(vowel ? "Académie d’" : "Académie de ") + std::string(academy);
}

void for_each_school(Tx& tx, const std::function<void(const StagedSchool&)>& each) {
  std::int64_t after = 0;
  for (;;) {
    const auto schools = q::schools_planned(tx, after, page);
    if (schools.empty()) return;
    for (const StagedSchool& school : schools) each(school);
    after = schools.back().number;
  }
}

Result<Frame> make_plan(Tx& tx, const Asked& asked) {
  for (const char* table : {"people_school", "people_person", "people_class", "people_relation"}) store::gather_statistics(tx, table);
  drop_repeated(tx);
  AcademyRow academy = TRY(find_academy(tx, asked.academy));
  TRY(find_named(tx, asked));
  Frame frame{.dated = asked.dated, .school_year = school_year_of(asked.dated), .academy = academy.academy_code};
  frame.party_name = party_name(academy.academy_name.empty() ? academy.academy_code : academy.academy_name);
  frame.party = q::party_named(tx, frame.party_name).value_or(tx.new_id<PartyId>());

  q::match_schools(tx, frame.academy);
  q::set_aside(tx, asked.school, frame.dated);
  give_slugs(tx);
  q::match_persons(tx, frame.academy);
  schools_table.gather_statistics(tx);
  persons_table.gather_statistics(tx);
  q::remark_known_ine(tx);
  q::remark_repeated_ine(tx);
  q::remark_unknown_schools(tx);
  q::remark_missing_guardians(tx, frame.academy);
  q::remark_missing_schools(tx, frame.academy);
  stage_classes(tx, frame.school_year);
  stage_wanted(tx, frame);
  stage_ending(tx, frame);
  hold_schools(tx, frame, asked.confirmed);
  return frame;
}

}  // namespace aaf
