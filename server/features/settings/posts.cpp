#include "features/settings/posts.h"

#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "features/settings/search.h"
#include "features/settings/sheets.h"
#include "people/naming.h"

namespace settings {

namespace {

constexpr int days_after_the_end = 30;  // how long a post that is over is still listed

wire::Posts posts_of(Tx& tx, const Actor& actor, std::string_view kind, people::Post post) {
  const auto seen = tx.today() - days_after_the_end;
  return {q::posts_of(tx, actor.schools(people::names_posts), kind, described::name_of(post), seen)};
}

template <class In>
people::Naming naming_of(people::Post post, const In& in) {
  people::Naming naming{post, {}, in.person, {}, in.from_on, in.until_on};
  if (!in.person) naming.newcomer = people::Newcomer{in.civility.value_or(""), in.first_name.value_or(""), in.last_name.value_or("")};
  return naming;
}

/// The sheet of whoever was just named, if they do not come in yet.
Result<wire::Sheets> named(Tx& tx, const Actor& actor, const people::Naming& naming, const std::string& origin) {
  const auto who = TRY(people::name(tx, actor, naming));
  return sheet_of_staff(tx, actor, actor.schools(people::names_posts), who.person, origin);
}

}  // namespace

Result<wire::Posts> list_substitutes(gate::Call<gate::NoInput>& call) {
  return posts_of(call.tx, call.actor, "teacher_of_class", people::Post::substitute);
}

Result<wire::Posts> list_administrators(gate::Call<gate::NoInput>& call) {
  return posts_of(call.tx, call.actor, "staff_of_school", people::Post::admin);
}

Result<wire::TownTeachers> search_town(gate::Call<SearchTown>& call) {
  auto words = folded_words(call.in.text);
  if (words.empty() || words[0].size() < 2) return wire::TownTeachers{};
  words.resize(2);
  return wire::TownTeachers{q::town_teachers(call.tx, call.actor.schools(people::names_posts), words[0], words[1], call.tx.today())};
}

Result<wire::Sheets> name_substitute(gate::Call<NameSubstitute>& call, const std::string& origin) {
  auto naming = naming_of(people::Post::substitute, call.in);
  naming.school_class = call.in.school_class;
  return named(call.tx, call.actor, naming, origin);
}

Result<wire::Sheets> name_administrator(gate::Call<NameAdministrator>& call, const std::string& origin) {
  return named(call.tx, call.actor, naming_of(people::Post::admin, call.in), origin);
}

Result<> end_post(gate::Call<EndPost>& call) { return people::end_post(call.tx, call.actor, call.in.post, call.in.until_on); }

Result<wire::Substituted> substituted_card(Tx& tx, const Actor& actor) {
  return wire::Substituted{q::substituted_today(tx, actor.schools(people::names_posts), tx.today())};
}

}  // namespace settings
