#include "store/backup/backup.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "base/random.h"
#include "store/backup/restore.h"
#include "store/backup/school.h"
#include "store/blobs.h"
#include "store/rows.h"

using namespace store;
namespace files = std::filesystem;

namespace {

constexpr auto tables = R"sql(CREATE TABLE trial_school (id {id} NOT NULL PRIMARY KEY, name {text} NOT NULL) {table};
CREATE TABLE trial_person (id {id} NOT NULL PRIMARY KEY, name {text} NOT NULL) {table};
CREATE TABLE trial_class (id {id} NOT NULL PRIMARY KEY, school {id} NOT NULL REFERENCES trial_school (id), label {text} NOT NULL) {table};
CREATE TABLE trial_pupil (school_class {id} NOT NULL REFERENCES trial_class (id), person {id} NOT NULL REFERENCES trial_person (id),
  born_on {date}, present {bool}, PRIMARY KEY (school_class, person)) {table};
CREATE TABLE trial_file (school {id} NOT NULL REFERENCES trial_school (id), blob {id} NOT NULL PRIMARY KEY, raw {bytes}, words {text}) {table};
CREATE TABLE trial_code (school {id} NOT NULL, word {text} NOT NULL PRIMARY KEY) {table};)sql";
const Migration steps[] = {{"20260101_0000_trial", "trial", tables}};
const Migration later[] = {steps[0], {"20260102_0000_trial_more", "trial", "ALTER TABLE trial_person ADD COLUMN nick {text}"}};

constexpr backup::Belonging belongings[] = {
    {"trial_school", "id = $1"},
    {.table = "trial_person", .back = backup::needed},
    {"trial_class", "school = $1"},
    {"trial_pupil", "school_class IN (SELECT id FROM {trial_class} WHERE school = $1)"},
    {"trial_file", "school = $1"},
    {"trial_code"},
    {"store_migration"},
};
constexpr backup::FileColumn columns[] = {{"trial_file", "blob"}};

bool on_postgres() {
  const char* engine = std::getenv("PREAU_TEST_ENGINE");
  return engine && std::string_view(engine) == "postgres";
}

Uuid id(unsigned char kind, unsigned char number) {
  Uuid one{};
  one.bytes[0] = kind;
  one.bytes[15] = number;
  return one;
}
constexpr unsigned char of_school = 1, of_person = 2, of_class = 3;

/// An installation in a folder of its own; the same number is the same place.
class Place {
 public:
  Place() {
    static int made = 0;
    folder = files::temp_directory_path() / fmt::format("backup_{}_{}", getpid(), ++made);
    files::create_directories(folder);
    installation.options.threads = false;
    installation.options.path = folder / "preau.sqlite";
    installation.files = folder / "files";
    installation.key_file = folder / "keys";
    if (!on_postgres()) return;
    const std::string server = std::getenv("PREAU_TEST_POSTGRES");
    name_ = fmt::format("backup_{}_{}", getpid(), made);
    admin_ = std::make_unique<Postgres>(server, "public");
    admin_->exec(fmt::format("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", name_).c_str());
    installation.options.engine = Engine::postgres;
    installation.options.uri = server.substr(0, server.rfind('/') + 1) + name_;
  }
  ~Place() {
    if (admin_) admin_->exec(fmt::format("DROP DATABASE {} WITH (FORCE)", name_).c_str());
    files::remove_all(folder);
  }
  Place(const Place&) = delete;

  std::unique_ptr<Database> open() { return Database::open(installation.options, world); }

  /// Two schools of two classes, a pupil each, and a file each.
  void fill() {
    const auto database = open();
    migrate(*database, steps);
    for (unsigned char school = 1; school <= 2; ++school) {
      change(*database, "INSERT INTO trial_school (id, name) VALUES ($1, 'L’école\tdes\n\\Tilleuls')", {id(of_school, school)});
      for (unsigned char n = 0; n < 2; ++n) {
        const auto number = static_cast<unsigned char>(school * 10 + n);
        change(*database, "INSERT INTO trial_class (id, school, label) VALUES ($1, $2, 'CE2')",
               {id(of_class, number), id(of_school, school)});
        change(*database, "INSERT INTO trial_person (id, name) VALUES ($1, '')", {id(of_person, number)});
        change(*database, "INSERT INTO trial_pupil (school_class, person, born_on) VALUES ($1, $2, '2018-02-28')",
               {id(of_class, number), id(of_person, number)});
      }
      const BlobId blob = Blobs(installation.files).put(fmt::format("the file of school {}", school), random, 1'789'000'000'000);
      change(*database, "INSERT INTO trial_file (school, blob, raw, words) VALUES ($1, $2, $2, NULL)", {id(of_school, school), Uuid{blob}});
    }
  }

  void change(Database& database, const std::string& sql, const std::vector<Uuid>& ids) {
    std::vector<Param> in;
    for (const Uuid& one : ids) in.push_back(param(one));
    std::string text = sql;  // an id is no bytes on PostgreSQL
    if (database.engine() == Engine::postgres) {
      const auto raw = text.find("$2, $2, NULL");
      if (raw != text.npos) text.replace(raw, 12, "$2, uuid_send($2), NULL");
    }
    const Query query{"trial", text.c_str(), true};
    const auto outcome = database.write_now([&](Tx& tx) {
      run(tx, query, in);
      return true;
    });
    INFO(outcome.cause);
    REQUIRE(outcome.end == End::committed);
  }

  /// Every row of every table as text.
  std::map<std::string, std::vector<std::string>> everything() {
    std::map<std::string, std::vector<std::string>> found;
    const auto database = open();
    const bool lite = database->engine() == Engine::sqlite;
    for (const auto& [table, what] : std::map<std::string, std::string>{
             {"trial_school", "{id} || name"},
             {"trial_person", "{id} || name"},
             {"trial_class", "{id} || {school} || label"},
             {"trial_pupil", "{school_class} || {person} || born_on || coalesce(CAST(present AS TEXT), '-')"},
             {"trial_file", lite ? "{school} || {blob} || hex(raw) || coalesce(words, '-')"
                                 : "{school} || {blob} || upper(encode(raw, 'hex')) || coalesce(words, '-')"},
             {"trial_code", "{school} || word"}}) {
      std::string text;
      for (const char c : what) text += c == '{' ? (lite ? "hex(" : "CAST(") : c == '}' ? (lite ? ")" : " AS TEXT)") : std::string(1, c);
      const std::string sql = fmt::format(R"sql(SELECT {} AS row FROM {} ORDER BY 1)sql", text, table);
      const Query query{"trial", sql.c_str(), true};
      database->read_now([&](Tx& tx) {
        found[table] = all<std::string>(tx, query, {});
        return true;
      });
    }
    return found;
  }

  std::vector<std::string> kept_files() {
    std::vector<std::string> found;
    for (const auto& entry : files::recursive_directory_iterator(installation.files)) {
      if (entry.is_regular_file()) found.push_back(entry.path().filename());
    }
    std::ranges::sort(found);
    return found;
  }

  files::path folder;
  backup::Installation installation;
  SystemRandom random;
  FixedClock clock{1'789'000'000'000};
  World world{&clock, &random, Zone::named("Europe/Paris"), nullptr};

 private:
  std::string name_;
  std::unique_ptr<Postgres> admin_;
};

const backup::Restoring restoring{.now = 1'789'000'000'000, .known = steps, .columns = columns};

}  // namespace

TEST_CASE("backup: what is restored elsewhere is what was there, rows and files") {
  Place here;
  here.fill();
  const auto folder = here.folder / "saved";
  const auto made = backup::make(here.installation, folder, {5, columns, false});
  REQUIRE(made);
  CHECK(made->made_at == 5);
  CHECK_FALSE(made->with_key);
  CHECK(backup::wrong_in(folder, columns).value().empty());

  Place there;
  const auto restored = backup::restore(there.installation, there.world, folder, restoring);
  REQUIRE(restored);
  CHECK(restored->key == backup::Key::none);
  CHECK(there.everything() == here.everything());
  CHECK(there.kept_files() == here.kept_files());
  CHECK(there.kept_files().size() == 2);
  const auto path = *files::recursive_directory_iterator(there.installation.files);
  CHECK(migrate(*there.open(), steps).empty());
  CHECK(migrate(*there.open(), later).size() == 1);
}

TEST_CASE("backup: a folder that exists is never written over, and one without manifest is no backup") {
  Place here;
  here.fill();
  CHECK(backup::make(here.installation, here.folder, {5, columns, false}).error().code == "backup.folder_exists");
  CHECK(backup::wrong_in(here.folder, columns).error().code == "backup.no_manifest");
  Place empty;
  CHECK(backup::make(empty.installation, empty.folder / "saved", {5, columns, false}).error().code == "backup.no_database");
}

TEST_CASE("backup: a byte that changed, a file that went, or a row without its file is told, and nothing is restored from it") {
  Place here;
  here.fill();
  const auto folder = here.folder / "saved";
  REQUIRE(backup::make(here.installation, folder, {5, columns, false}));
  const auto manifest = backup::read_manifest(folder).value();
  const auto& file = manifest.parts.back();
  std::fstream(folder / file.path, std::ios::in | std::ios::out | std::ios::binary).seekp(4).put('X');
  CHECK(backup::wrong_in(folder, columns).value() == std::vector<std::string>{"part." + file.path});
  files::remove(folder / file.path);
  CHECK(backup::wrong_in(folder, columns).value() == std::vector<std::string>{"part." + file.path});
  Place there;
  CHECK(backup::restore(there.installation, there.world, folder, restoring).error().code == "backup.damaged");
  CHECK_FALSE(backup::has_rows(there.installation.options));

  files::remove_all(here.installation.files);
  const auto holey = here.folder / "holey";
  REQUIRE(backup::make(here.installation, holey, {6, columns, false}));
  CHECK(backup::wrong_in(holey, columns).value().size() == 2);
}

TEST_CASE("backup: the key file goes with it when asked, and another one is told apart") {
  Place here;
  here.fill();
  CHECK(crypto::KeyFile::open_or_make(here.installation.key_file, here.random));
  const auto folder = here.folder / "saved";
  REQUIRE(backup::make(here.installation, folder, {5, columns, true}));
  Place there;
  CHECK(backup::restore(there.installation, there.world, folder, restoring).value().key == backup::Key::put_back);
  CHECK(backup::key_print_of(there.installation.key_file) == backup::key_print_of(here.installation.key_file));
  Place elsewhere;
  CHECK(crypto::KeyFile::open_or_make(elsewhere.installation.key_file, here.random));
  CHECK(backup::restore(elsewhere.installation, elsewhere.world, folder, restoring).value().key == backup::Key::other);
}

TEST_CASE("backup: what is there is put aside when asked, and never otherwise") {
  Place here;
  here.fill();
  const auto folder = here.folder / "saved";
  REQUIRE(backup::make(here.installation, folder, {5, columns, false}));
  const auto before = here.everything();
  {
    const auto database = here.open();
    here.change(*database, "DELETE FROM trial_pupil WHERE school_class = $1", {id(of_class, 10)});
  }
  CHECK(backup::restore(here.installation, here.world, folder, restoring).error().code == "backup.not_empty");
  CHECK(here.everything() != before);
  auto replacing = restoring;
  replacing.replace = true;
  const auto restored = backup::restore(here.installation, here.world, folder, replacing);
  REQUIRE(restored);
  CHECK_FALSE(restored->put_aside.empty());
  CHECK(here.everything() == before);
  CHECK(here.kept_files().size() == 2);
}

TEST_CASE("backup: one of a later release, or of the other engine, is refused") {
  Place here;
  here.fill();
  CHECK(migrate(*here.open(), later).size() == 1);
  const auto folder = here.folder / "saved";
  REQUIRE(backup::make(here.installation, folder, {5, columns, false}));
  Place there;
  CHECK(backup::restore(there.installation, there.world, folder, restoring).error().code == "backup.newer");
  auto other = there.installation;
  other.options.engine = on_postgres() ? Engine::sqlite : Engine::postgres;
  CHECK(backup::restore(other, there.world, folder, restoring).error().code == "backup.other_engine");
}

TEST_CASE("restoring one school: its rows are again what they were, and the neighbour's are what they are") {
  Place here;
  here.fill();
  const auto folder = here.folder / "saved";
  REQUIRE(backup::make(here.installation, folder, {5, columns, false}));
  auto expected = here.everything();
  {
    const auto database = here.open();
    CHECK(migrate(*database, later).size() == 1);  // the backup is older than the program
    const auto change = [&](const char* sql, const std::vector<Uuid>& ids) { here.change(*database, sql, ids); };
    change("DELETE FROM trial_pupil WHERE school_class = $1", {id(of_class, 10)});
    change("DELETE FROM trial_class WHERE id = $1", {id(of_class, 10)});
    change("DELETE FROM trial_person WHERE id = $1", {id(of_person, 10)});
    change("UPDATE trial_class SET label = 'CM2' WHERE school = $1", {id(of_school, 1)});
    change("INSERT INTO trial_class (id, school, label) VALUES ($1, $2, 'ULIS')", {id(of_class, 19), id(of_school, 1)});
    change("INSERT INTO trial_person (id, name) VALUES ($1, 'Zoé')", {id(of_person, 19)});
    change("INSERT INTO trial_pupil (school_class, person, born_on) VALUES ($1, $2, '2019-01-01')", {id(of_class, 19), id(of_person, 19)});
    change("INSERT INTO trial_code (school, word) VALUES ($1, 'today')", {id(of_school, 1)});
    change("DELETE FROM trial_file WHERE school = $1", {id(of_school, 1)});
    // next door, an ordinary day
    change("UPDATE trial_class SET label = 'CP' WHERE school = $1", {id(of_school, 2)});
    change("INSERT INTO trial_class (id, school, label) VALUES ($1, $2, 'CE1')", {id(of_class, 29), id(of_school, 2)});
    change("UPDATE trial_person SET name = 'Ana' WHERE id = $1", {id(of_person, 20)});
  }
  const auto today = here.everything();
  std::vector<backup::TableRestored> told;
  std::vector<std::string> wanted;
  {
    const auto manifest = backup::trusted(folder, here.installation.options.engine, {.known = later, .columns = columns}).value();
    backup::Beside beside(here.installation, here.world, folder, manifest, later);
    for (int again = 0; again < 2; ++again) {
      const auto outcome = beside.database().write_in_bulk([&](Tx& tx) {
        wanted = backup::files_of_school(tx, belongings, columns, id(of_school, 1));
        CHECK(backup::saved_rows(tx, belongings[0], id(of_school, 1)) == 1);
        CHECK(backup::saved_rows(tx, belongings[0], id(of_school, 9)) == 0);
        const auto done = backup::restore_rows(tx, belongings, id(of_school, 1));
        if (again == 0) told = done;
        for (const auto& one : done) CHECK((again == 0 || one.removed + one.written + one.put_back == 0));
        return true;
      });
      INFO(outcome.cause);
      REQUIRE(outcome.end == End::committed);
    }
  }
  const auto after = here.everything();
  const auto mine = [](const std::vector<std::string>& rows, const char* number) {
    std::vector<std::string> found;
    for (const auto& row : rows) {
      if (row.find(number) != row.npos) found.push_back(row);
    }
    return found;
  };
  const char* first = on_postgres() ? "01000000-0000-0000-0000-000000000001" : "01000000000000000000000000000001";
  const char* second = on_postgres() ? "01000000-0000-0000-0000-000000000002" : "01000000000000000000000000000002";
  for (const char* table : {"trial_school", "trial_class", "trial_file"}) {
    INFO(table);
    CHECK(mine(after.at(table), first) == mine(expected.at(table), first));
    CHECK(mine(after.at(table), second) == mine(today.at(table), second));
  }
  CHECK(after.at("trial_pupil") == expected.at("trial_pupil"));
  CHECK(after.at("trial_code") == today.at("trial_code"));
  CHECK(after.at("trial_person").size() == 5);  // Zoé stays, the one who was gone is back, Ana keeps her name of today
  CHECK(mine(after.at("trial_person"), "Ana").size() == 1);
  CHECK(wanted.size() == 1);
  const auto of = [&](std::string_view table) { return *std::ranges::find_if(told, [&](const auto& one) { return one.table == table; }); };
  CHECK(of("trial_class").removed == 1);
  CHECK(of("trial_class").written == 2);
  CHECK(of("trial_person").put_back == 1);
}
