#include "import/aaf/import.h"

#include <algorithm>

#include "import/aaf/queries.gen.h"

namespace aaf {

namespace {

constexpr std::string_view lock_name = "import.aaf";
constexpr int days_trusted = 7;  // between the date of the names and today

Result<void> kept(const store::Outcome& outcome) {
  switch (outcome.end) {
    case store::End::committed:
      return {};
    case store::End::busy:
      return refusal(Fault::busy, "aaf.database_busy");
    case store::End::full:
      return refusal(Fault::out_of_space, "aaf.disk_full");
    default:
      return std::unexpected(Error{Fault::surprise, "aaf.database_failed", {{outcome.cause, "aaf.database_failed"}}});
  }
}

using Attempted = std::function<Result<void>(Tx&)>;

Result<void> result_of(store::Outcome (store::Database::*run)(const store::Work&), store::Database& database, const Attempted& work) {
  Result<void> result;
  const store::Outcome outcome = (database.*run)([&](Tx& tx) {
    result = work(tx);
    return result.has_value();
  });
  if (outcome.end == store::End::rolled_back) return result;
  return kept(outcome);
}

/// Runs work that may refuse; a refusal rolls back.
Result<void> attempt(store::Database& database, const Attempted& work) {
  return result_of(&store::Database::write_in_bulk, database, work);
}

/// The same for what touches temporary tables only: a server that runs goes on writing meanwhile.
Result<void> staged(store::Database& database, const Attempted& work) { return result_of(&store::Database::stage, database, work); }

/// Whatever way the import ends, what it laid down goes.
class Cleared {
 public:
  explicit Cleared(store::Database& database) : database_(database) {}
  ~Cleared() {
    database_.stage([](Tx& tx) {
      drop_staging(tx);
      store::let_go(tx, lock_name);
      return true;
    });
  }
  Cleared(const Cleared&) = delete;

 private:
  store::Database& database_;
};

Result<Date> day_of(const store::Database& database, const Import& import, const Delivery& delivery) {
  if (import.dated) return *import.dated;
  if (!delivery.dated) return invalid("aaf.date_missing");
  const Date today = database.world().zone.date(database.world().clock->now());
  if (std::abs(delivery.dated->days - today.days) > days_trusted) return invalid_at(to_text(*delivery.dated), "aaf.date_far");
  return *delivery.dated;
}

Result<Read> stage(store::Database& database, const Import& import, const Delivery& delivery, Date dated, Listener& listener) {
  Read read{.parts = delivery.parts.size()};
  TRY(staged(database, [&](Tx& tx) -> Result<void> {
    Staging staging(tx, dated, import.accept_invented_uai);
    TRY(staging.read(delivery, [&](const Reading& reading) { listener.reading(reading); }));
    read.schools = staging.count(Kind::school);
    read.pupils = staging.count(Kind::pupil);
    read.guardians = staging.count(Kind::guardian);
    read.staff = staging.count(Kind::staff);
    read.comments = staging.comments();
    return {};
  }));
  TRY(staged(database, [&](Tx& tx) -> Result<void> {
    read.frame = TRY(make_plan(tx, {dated, import.school, import.academy, import.confirmed}));
    return {};
  }));
  return read;
}

/// A page of schools at a time, each page read in a transaction of its own, so that what is done to one may be another.
Result<void> each_school(store::Database& database, const std::function<Result<void>(const StagedSchool&)>& each) {
  for (std::int64_t after = 0;;) {
    std::vector<StagedSchool> page;
    TRY(staged(database, [&](Tx& tx) -> Result<void> {
      page = q::schools_planned(tx, after, 200);
      return {};
    }));
    if (page.empty()) return {};
    for (const StagedSchool& school : page) {
      if (school.aside != Aside::not_asked) TRY(each(school));
    }
    after = page.back().number;
  }
}

Result<void> tell_remarks(store::Database& database, Listener& listener) {
  std::vector<RemarkGroup> groups;
  TRY(staged(database, [&](Tx& tx) -> Result<void> {
    groups = q::remark_groups(tx);
    return {};
  }));
  for (const RemarkGroup& group : groups) {
    listener.group(group);
    for (std::int64_t told = 0; told < listener.most_remarks();) {
      std::vector<Remark> page;
      TRY(staged(database, [&](Tx& tx) -> Result<void> {
        page = q::remarks_of(tx, group.weight, group.code, told, std::min<std::int64_t>(1000, listener.most_remarks() - told));
        return {};
      }));
      if (page.empty()) break;
      for (const Remark& remark : page) listener.remark(remark);
      told += std::int64_t(page.size());
    }
  }
  return {};
}

Result<Totals> tell_plan(store::Database& database, const Frame& frame, Listener& listener) {
  Totals totals;
  TRY(each_school(database, [&](const StagedSchool& school) -> Result<void> {
    Difference difference;
    TRY(staged(database, [&](Tx& tx) -> Result<void> {
      difference = difference_of(tx, frame, school);
      return {};
    }));
    ++totals.schools;
    if (is_held(school.aside)) ++totals.held;
    if (school.aside != Aside::none && !is_held(school.aside)) ++totals.aside;
    listener.school(difference);
    return {};
  }));
  TRY(tell_remarks(database, listener));
  return totals;
}

Result<void> apply(store::Database& database, const Import& import, const Frame& frame, Totals& totals, Listener& listener) {
  std::int64_t done = 0;
  return each_school(database, [&](const StagedSchool& school) -> Result<void> {
    if (school.aside != Aside::none) return {};
    const bool confirmed = std::ranges::find(import.confirmed, school.uai) != import.confirmed.end();
    Written written;
    TRY(attempt(database, [&](Tx& tx) -> Result<void> {
      written = apply_school(tx, frame, school, confirmed, import.by);
      return {};
    }));
    totals.changed += written.rows() > 0;
    totals.persons += written.persons;
    totals.rows += written.rows();
    listener.applying(++done, totals.schools - totals.held - totals.aside, totals.persons);
    return {};
  });
}

}  // namespace

Result<Totals> run(store::Database& database, const Import& import, Listener& listener) {
  if (!import.confirmed.empty() && import.by.value_or("").empty()) return invalid("aaf.confirm_without_name");
  Delivery delivery = TRY(find_delivery(import.folder));
  const Date dated = TRY(day_of(database, import, delivery));
  TRY(attempt(database, [](Tx& tx) -> Result<void> {
    if (!store::hold_alone(tx, lock_name)) return refusal(Fault::busy, "aaf.import_running");
    return {};
  }));
  const Cleared cleared(database);
  Read read = TRY(stage(database, import, delivery, dated, listener));
  listener.read(read);
  Totals totals = TRY(tell_plan(database, read.frame, listener));
  if (import.apply) TRY(apply(database, import, read.frame, totals, listener));
  listener.done(totals, import.apply);
  return totals;
}

}  // namespace aaf
