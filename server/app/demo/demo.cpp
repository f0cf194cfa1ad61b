#include "app/demo/demo.h"

#include "app/demo/accounts.h"
#include "app/demo/life.h"
#include "app/queries.gen.h"
#include "import/aaf/import.h"
#include "store/audit.h"

namespace app::demo {

namespace {

constexpr int eve_minute = 9 * 60;

Date eve() { return date_of(2026, 8, 31); }

/// A loaded demo that a power cut spoils is loaded again: meanwhile nothing waits for the disk, and all of it is there at the end.
class Hurry {
 public:
  explicit Hurry(store::Database& database) : database_(database) {
    database_.script(sqlite() ? "PRAGMA synchronous=OFF" : "SET synchronous_commit TO off");
  }
  ~Hurry() { database_.script(sqlite() ? "PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE)" : "SET synchronous_commit TO on"); }
  Hurry(const Hurry&) = delete;

 private:
  bool sqlite() const { return database_.engine() == store::Engine::sqlite; }
  store::Database& database_;
};

bool was_loaded(store::Database& database, bool& has_schools) {
  bool marked = false;
  database.read_now([&](Tx& tx) {
    marked = store::was_done(tx, mark);
    has_schools = q::any_school(tx).has_value();
    return true;
  });
  return marked;
}

Result<> import_town(House& house, const std::string& folder) {
  aaf::Import import;
  import.folder = folder;
  import.apply = true;
  import.dated = house.database().world().zone.date(house.database().world().clock->now());
  import.accept_invented_uai = true;
  aaf::Listener silent;
  TRY(aaf::run(house.database(), import, silent));
  return {};
}

/// Four days a week, from the first one to that of the moment shown.
std::vector<Date> school_days_until(Date last) {
  std::vector<Date> days;
  for (Date day = eve() + 1; day <= last; day = day + 1) {
    const int weekday = weekday_of(day);
    if (weekday < 6 && weekday != 3) days.push_back(day);
  }
  return days;
}

void live(House& house, FixedClock& clock, const std::filesystem::path& story, Millis until) {
  Visitors visitors(house);
  Town town(house);
  Diary diary(house, clock);
  const Zone& zone = house.database().world().zone;
  Life life{house, visitors, town, diary, story, school_days_until(zone.date(until))};
  if (life.school_days.size() < 2) return;
  for (const Chapter& chapter : read_story(story, zone)) {
    if (chapter.contains("school")) plan_year(life, chapter);
    plan_notes(life, chapter);
    if (!chapter.contains("class")) continue;
    plan_talks(life, chapter);
    plan_homework(life, chapter);
    plan_attendance(life, chapter);
  }
  diary.live(until);
  visitors.leave();
}

}  // namespace

Result<> mark_demo(store::Database& database) {
  bool has_schools = false;
  if (was_loaded(database, has_schools)) return {};
  if (has_schools) return conflict("app.not_empty");
  database.write_now([](Tx& tx) {
    store::audit(tx, {.act = mark});
    return true;
  });
  return {};
}

Result<std::vector<SignInLine>> load(House& house, FixedClock& clock, const std::string& folder) {
  bool has_schools = false;
  if (was_loaded(house.database(), has_schools) && has_schools) return sign_ins(house);
  TRY(mark_demo(house.database()));
  const Millis until = clock.now();
  const Hurry hurry(house.database());
  clock.set(house.database().world().zone.instant(eve(), eve_minute));
  TRY(import_town(house, folder));
  set_teachers(house);
  open_accounts(house);
  join_records(house);
  live(house, clock, std::filesystem::path(folder) / "story", until);
  return sign_ins(house);
}

}  // namespace app::demo
