#include "people/naming.h"

#include "base/text.h"
#include "people/queries.gen.h"
#include "people/teaching.h"
#include "store/audit.h"

namespace {

constexpr std::size_t longest_name = 80;
constexpr int furthest = 400;  // days: a school year and its summer

void tell(Tx& tx, const Actor& actor, std::string_view act, PersonId person, std::string code) {
  store::audit(tx, {.act = act,
                    .person = actor.person,
                    .profile = std::string(described::name_of(actor.profile)),
                    .school = actor.school,
                    .thing = person,
                    .code = std::move(code)});
}

bool tidy_name(const std::string& typed, std::string& out) {
  return text::tidy(typed, out) && !out.empty() && text::length(out) <= longest_name && out.find('\n') == out.npos;
}

/// The same person, spelled as kept: every wrong member is told at once.
Result<people::Newcomer> tidied(const people::Newcomer& typed) {
  people::Newcomer kept{typed.civility, {}, {}};
  std::vector<FieldError> wrong;
  if (typed.civility != "Mme" && typed.civility != "M.") wrong.push_back({"/civility", "people.civility"});
  if (!tidy_name(typed.first_name, kept.first_name)) wrong.push_back({"/first_name", "people.name"});
  if (!tidy_name(typed.last_name, kept.last_name)) wrong.push_back({"/last_name", "people.name"});
  if (!wrong.empty()) return std::unexpected(Error{Fault::invalid, wrong.front().code, std::move(wrong)});
  return kept;
}

std::string sort_key_of(const people::Newcomer& who) { return text::sort_key(who.last_name + " " + who.first_name); }
std::string fold_of(const people::Newcomer& who) { return text::fold(who.first_name + who.last_name); }

Result<PersonId> somebody(Tx& tx, const people::Naming& naming, SchoolId school) {
  if (naming.person) {
    if (!people::q::staff_of_town(tx, school, *naming.person)) return invalid_at("/person", "people.no_person");
    return *naming.person;
  }
  const auto who = TRY(tidied(naming.newcomer.value_or(people::Newcomer{})));
  const auto id = tx.new_id<PersonId>();
  people::q::add_person(tx, id, who.civility, who.first_name, who.last_name, sort_key_of(who), fold_of(who), tx.now());
  return id;
}

Result<> check_dates(Tx& tx, const people::Naming& naming) {
  if (naming.from_on < tx.today()) return invalid_at("/from_on", "people.naming_dates");
  if (naming.until_on < naming.from_on || naming.until_on > tx.today() + furthest) return invalid_at("/until_on", "people.naming_dates");
  return {};
}

}  // namespace

Result<people::Named> people::name(Tx& tx, const Actor& head, const Naming& naming) {
  TRY(check_dates(tx, naming));
  const auto schools = head.schools(names_posts);
  std::optional<ClassId> school_class;
  if (naming.post == Post::substitute) {
    const auto taught = find_taught_class(tx, schools, naming.school_class.value_or(ClassId{}));
    if (!taught) return not_found("people.no_class");
    school_class = taught->id;
  }
  const SchoolId school = schools.front();
  const PersonId person = TRY(somebody(tx, naming, school));
  if (q::holds_post(tx, school, person, school_class, naming.from_on, naming.until_on)) return conflict("people.already_named");

  const bool replaces = naming.post == Post::substitute;
  q::name_to_post(tx, school, tx.new_id<RelationId>(), person, replaces ? "teacher_of_class" : "staff_of_school", school_class,
                  described::name_of(naming.post), naming.from_on, naming.until_on, head.person, tx.now());
  store::standing_changed(tx, person);
  tell(tx, head, replaces ? "people.name_substitute" : "people.name_admin", person, school_class ? to_text(*school_class) : "");
  return Named{person, school, *q::full_name(tx, person)};
}

Result<> people::end_post(Tx& tx, const Actor& head, RelationId id, std::optional<Date> until_on) {
  const auto post = q::post_of(tx, head.schools(names_posts), id, tx.today());
  if (!post) return not_found("people.no_post");
  const Date today = tx.today();
  if (until_on && (*until_on < today || *until_on < post->from_on || *until_on > today + furthest)) {
    return invalid_at("/until_on", "people.naming_dates");
  }
  if (until_on) {
    q::end_teaching(tx, id, *until_on);
  } else if (post->from_on >= today) {
    q::undo_teaching(tx, id);  // what began today, or has not begun, has not been
  } else {
    q::end_teaching(tx, id, today - 1);
  }
  store::standing_changed(tx, post->person);
  tell(tx, head, until_on ? "people.move_end" : "people.end_post", post->person, to_text(id));
  return {};
}

Result<> people::rename(Tx& tx, const Actor& actor, const Right& right, PersonId person, const Newcomer& typed) {
  const auto found = q::named_in_school(tx, actor.schools(right), person);
  if (!found) return not_found("people.no_person");
  if (found->feed_key) return refused("people.from_directory");
  const auto who = TRY(tidied(typed));
  q::rename(tx, who.civility, who.first_name, who.last_name, sort_key_of(who), fold_of(who), person);
  tell(tx, actor, "people.rename", person, "");
  return {};
}
