#include "features/homework/files.h"
#include "features/homework/giving.h"
#include "features/homework/policy.h"
#include "features/homework/rights.h"
#include "features/homework/subjects.h"
#include "features/homework/texts.h"
#include "features/homework/trace.h"
#include "features/homework/writing.h"

namespace homework {

namespace {

/// The pupils of a shorter version, each of a class the entry is for.
Result<std::vector<ChosenTarget>> choose_short(Tx& tx, const Actor& actor, const ShortVersion& wished,
                                               std::span<const ChosenTarget> whole) {
  if (wished.children.empty()) return invalid_at("/short_version/children", "homework.no_target");
  if (wished.children.size() > most_children) return invalid_at("/short_version/children", "too_long");
  std::vector<ChooseTarget> chosen;
  for (const PersonId child : wished.children) chosen.push_back({TargetKind::child, child});
  auto targets = TRY(choose_targets(tx, actor, chosen));
  const auto classes = classes_of(whole);
  for (const ChosenTarget& one : targets) {
    if (!std::binary_search(classes.begin(), classes.end(), *one.school_class)) return refused("homework.out_of_reach");
  }
  return targets;
}

}  // namespace

Result<wire::Given> give(gate::Call<NewEntry>& call) {
  Tx& tx = call.tx;
  const NewEntry& in = call.in;
  const SchoolId school = *call.actor.school;
  const Moment moment = moment_of(tx, school);
  std::vector<FieldError> problems;
  const Written written = read_typed({in.given_on, in.from_minute, in.done, in.work}, moment.calendar, tx.today(), problems);
  const auto subject = find_subject(tx, school, in.subject);
  if (!subject) problems.push_back({"/subject", "homework.no_subject"});
  if (in.short_version && !written.work) problems.push_back({"/short_version", "homework.nothing"});
  std::optional<wire::Work> shorter;
  if (in.short_version && written.work) shorter = read_short(*in.short_version, *written.work, problems);
  if (!problems.empty()) return refuse(std::move(problems));
  if (written.work && written.work->kind == WorkKind::written && !written_work_of(tx, school).allowed) {
    return refused("homework.written_off");
  }
  const auto targets = TRY(choose_targets(tx, call.actor, in.targets));
  TRY(check_days(tx, call.actor, targets, in.given_on));
  std::vector<ChosenTarget> few;
  if (shorter) few = TRY(choose_short(tx, call.actor, *in.short_version, targets));

  const TextColumns text = columns_of(*subject, written.done, written.work);
  const EntryId entry = keep_entry(tx, call.actor, moment, {in.given_on, in.from_minute, {}, text}, targets);
  std::optional<EntryId> of_few;
  if (shorter) {
    of_few = keep_entry(tx, call.actor, moment, {in.given_on, in.from_minute, entry, columns_of(*subject, written.done, shorter)}, few);
  }
  if (in.files) {
    TRY(uploads::attach(tx, call.actor, *in.files, files_thing(entry)));
    if (of_few) TRY(uploads::attach(tx, call.actor, *in.files, files_thing(*of_few)));
  }
  tell_audit(tx, call.actor, {"homework.give", school, entry});
  wire::Given out = given(tx, call.actor, moment, entry, text, in.given_on, classes_of(targets));
  out.short_version = of_few;
  return out;
}

}  // namespace homework
