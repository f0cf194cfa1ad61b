#include "people/teaching.h"

#include <algorithm>

#include "people/queries.gen.h"
#include "store/audit.h"

std::optional<people::TaughtClass> people::find_taught_class(Tx& tx, const std::vector<SchoolId>& schools, ClassId id) {
  const auto found = q::class_of(tx, schools, id, school_year_of(tx.today()));
  if (!found) return {};
  return TaughtClass{found->id, found->school, int(found->school_year)};
}

std::vector<PersonId> people::list_who_may_teach(Tx& tx, SchoolId school) { return q::staff_who_teach(tx, school, tx.today()); }

void people::set_teachers(Tx& tx, const Actor& author, const TaughtClass& taught, std::vector<PersonId> teachers) {
  std::sort(teachers.begin(), teachers.end());
  teachers.erase(std::unique(teachers.begin(), teachers.end()), teachers.end());
  const auto tell = [&](std::string_view act, PersonId teacher) {
    store::standing_changed(tx, teacher);
    store::audit(tx, {.act = act,
                      .person = author.person,
                      .profile = std::string(described::name_of(author.profile)),
                      .school = taught.school,
                      .thing = teacher,
                      .code = to_text(taught.id)});
  };

  for (const TeachingLink& link : q::class_teachers(tx, taught.id, tx.today())) {
    if (const auto stays = std::find(teachers.begin(), teachers.end(), link.person); stays != teachers.end()) {
      teachers.erase(stays);
      continue;
    }
    if (link.from_on == tx.today()) {
      q::undo_teaching(tx, link.id);
    } else {
      q::end_teaching(tx, link.id, tx.today() - 1);
    }
    tell("people.end_teaching", link.person);
  }
  const Date last_day = date_of(taught.school_year + 1, 7, 31);
  for (const PersonId teacher : teachers) {
    q::give_class(tx, tx.new_id<RelationId>(), teacher, taught.school, taught.id, tx.today(), last_day, author.person, tx.now());
    tell("people.give_class", teacher);
  }
}
