#include "features/homework/author.h"
#include "features/homework/files.h"
#include "features/homework/giving.h"
#include "features/homework/policy.h"
#include "features/homework/queries.gen.h"
#include "features/homework/rights.h"
#include "features/homework/subjects.h"
#include "features/homework/texts.h"
#include "features/homework/trace.h"
#include "features/homework/writing.h"

namespace homework {

namespace {

/// An entry within reach, for one who may still change it, with the classes it is for.
struct Changeable {
  BookRow row;
  std::vector<ClassId> classes;
};

Result<Changeable> find_changeable(Tx& tx, const Actor& actor, EntryId id, std::int64_t version) {
  auto row = q::entry_of(tx, actor.classes(write), actor.schools(write), id);
  if (!row) return not_found("homework.no_entry");
  if (row->withdrawn_at) return gone("homework.withdrawn");
  if (!may_change(actor, row->author)) return refused("homework.may_not_change");
  std::vector<ClassId> classes;
  for (const NamedTarget& target : q::targets_of(tx, id)) {
    if (target.school_class) classes.push_back(*target.school_class);
  }
  const auto own = actor.classes(write);
  const auto is_own = [&](ClassId one) { return std::find(own.begin(), own.end(), one) != own.end(); };
  if (!std::all_of(classes.begin(), classes.end(), is_own)) return refused("homework.may_not_change");
  if (row->version != version) return stale("homework.stale");
  return Changeable{*std::move(row), std::move(classes)};
}

/// After its day, once readers had it, another text is a correction they are told of.
bool corrects(const BookRow& row, Date today, Millis now) { return row.given_on < today && row.deliver_at <= now; }

/// Its subject when it stays: one that is no longer offered may.
std::optional<wire::Subject> subject_kept(Tx& tx, const BookRow& row, const std::string& key) {
  if (key == row.subject) return subject_of(row);
  return find_subject(tx, row.school, key);
}

}  // namespace

Result<wire::Given> change_entry(gate::Call<ChangeEntry>& call) {
  Tx& tx = call.tx;
  const ChangeEntry& in = call.in;
  const auto found = TRY(find_changeable(tx, call.actor, in.entry, in.version));
  const BookRow& row = found.row;
  const Moment moment = moment_of(tx, row.school);
  std::vector<FieldError> problems;
  const Written written = read_typed({row.given_on, in.from_minute, in.done, in.work}, moment.calendar, tx.today(), problems);
  const auto subject = subject_kept(tx, row, in.subject);
  if (!subject) problems.push_back({"/subject", "homework.no_subject"});
  if (!problems.empty()) return refuse(std::move(problems));
  const bool was_written = row.kind == WorkKind::written;
  if (written.work && written.work->kind == WorkKind::written && !was_written && !written_work_of(tx, row.school).allowed) {
    return refused("homework.written_off");
  }

  if (q::change_entry(tx, row.entry, row.version, in.from_minute) == 0) return stale("homework.stale");
  const TextColumns text = columns_of(*subject, written.done, written.work);
  VersionRow version{text,
                     row.entry,
                     row.version + 1,
                     fold_of(text),
                     call.actor.person,
                     name_of_author(tx, call.actor.person),
                     tx.now(),
                     appears_at(moment.hours, tx.zone(), row.given_on, tx.now()),
                     row.corrected_at};
  if (corrects(row, tx.today(), tx.now())) version.corrected_at = tx.now();
  q::add_version(tx, std::span(&version, 1));
  if (in.files) TRY(uploads::attach(tx, call.actor, *in.files, files_thing(row.entry)));
  tell_audit(tx, call.actor, {version.corrected_at ? "homework.correct" : "homework.change", row.school, row.entry});
  wire::Given out = given(tx, call.actor, moment, row.entry, text, row.given_on, found.classes);
  out.version = version.version;
  return out;
}

Result<> withdraw_entry(gate::Call<WithdrawEntry>& call) {
  Tx& tx = call.tx;
  const auto found = TRY(find_changeable(tx, call.actor, call.in.entry, call.in.version));
  const bool struck = corrects(found.row, tx.today(), tx.now());
  if (q::withdraw_entry(tx, found.row.entry, found.row.version, struck, tx.now()) == 0) return stale("homework.stale");
  q::withdraw_short(tx, found.row.entry, struck, tx.now());
  if (!struck) uploads::detach_all(tx, files_thing(found.row.entry));
  tell_audit(tx, call.actor, {"homework.withdraw", found.row.school, found.row.entry});
  return {};
}

}  // namespace homework
