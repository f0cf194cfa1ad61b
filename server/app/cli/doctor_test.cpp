#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "app/cli/backup.h"
#include "app/cli/finding.h"
#include "app/house.h"
#include "app/migrations.h"
#include "store/jobs.h"

using app::cli::Finding;
using app::cli::Weight;

namespace {

/// An installation on SQLite in a folder of its own.
struct Place {
  app::Config config;
  Place() {
    static int made = 0;
    config.data = (std::filesystem::temp_directory_path() / fmt::format("doctor_{}_{}", getpid(), ++made)).string();
    config.backups = config.data + "/backups";
    std::filesystem::create_directories(config.backups);
    ::chmod(config.data.c_str(), 0700);
  }
  ~Place() { std::filesystem::remove_all(config.data); }

  void install() {
    auto house = app::House::open(config, false, "test");
    REQUIRE(house);
    store::migrate((*house)->database(), app::migrations());
  }
  void back_up(Millis ago) {
    const std::string folder = fmt::format("{}/{}", config.backups, ago);
    REQUIRE(store::backup::make(app::cli::installation_of(config), folder, {.now = SystemClock().now() - ago}));
  }
  bool to_mend(std::string_view words) {
    const auto found = app::cli::look_at_data(config);
    const Finding* one = said(found, words);
    return one && one->weight == Weight::mend;
  }
  const Finding* said(const std::vector<Finding>& findings, std::string_view words) {
    const auto found = std::ranges::find_if(findings, [&](const Finding& one) { return one.seen.find(words) != std::string::npos; });
    return found == findings.end() ? nullptr : &*found;
  }
};

}  // namespace

TEST_CASE("doctor: an installation without a database is told how to begin") {
  Place p;
  const auto found = app::cli::look_at_database(p.config);
  REQUIRE(found.size() == 1);
  CHECK(found[0].weight == Weight::mend);
  CHECK_THAT(found[0].to_do, Catch::Contains("preau migrate"));
}

TEST_CASE("doctor: a sound installation is well, and a server that runs is not disturbed") {
  Place p;
  p.install();
  auto running = app::House::open(p.config, true, "test");
  REQUIRE(running);
  for (const Finding& one : app::cli::look_at_database(p.config)) {
    INFO(one.seen);
    CHECK(one.weight == Weight::well);
  }
}

TEST_CASE("doctor: each finding that is not well says what to do") {
  Place p;
  p.install();
  ::chmod(p.config.key_file().c_str(), 0644);
  for (const auto look : {app::cli::look_at_data, app::cli::look_at_machine}) {
    for (const Finding& one : look(p.config)) {
      INFO(one.seen);
      CHECK((one.weight == Weight::well || !one.to_do.empty()));
    }
  }
}

TEST_CASE("doctor: data and keys are for the account of Préau alone") {
  Place p;
  p.install();
  CHECK_FALSE(p.to_mend("lire le fichier de clés"));
  ::chmod(p.config.key_file().c_str(), 0640);
  CHECK(p.to_mend("lire le fichier de clés"));
  CHECK_FALSE(p.to_mend("D’autres comptes"));
  ::chmod(p.config.data.c_str(), 0755);
  CHECK(p.to_mend("D’autres comptes"));
  p.config.data += "/elsewhere";
  CHECK(p.to_mend("n’existe pas"));
  p.install();
  CHECK_FALSE(p.to_mend("D’autres comptes"));  // a folder that Préau made is its own
}

TEST_CASE("doctor: a key file that is lost or not the right one is to be put back, once the house has served") {
  Place p;
  REQUIRE(p.said(app::cli::look_at_data(p.config), "pas encore de fichier de clés"));
  p.install();
  p.back_up(hours(1));
  CHECK_FALSE(p.to_mend("fichier de clés"));
  std::filesystem::remove(p.config.key_file());
  CHECK(p.to_mend("a déjà servi"));
  p.install();  // as if Préau had been opened without it
  CHECK(p.to_mend("n’est pas celui qui servait"));
}

TEST_CASE("doctor: backups that are missing or too old are told, with their age") {
  Place p;
  p.install();
  CHECK(p.to_mend("aucune sauvegarde"));
  p.back_up(hours(24 * 10));
  CHECK(p.to_mend("a 10 jours"));
  p.back_up(hours(40));
  const auto found = app::cli::look_at_data(p.config);
  REQUIRE(p.said(found, "a 40 h"));
  CHECK(p.said(found, "a 40 h")->weight == Weight::watch);
  p.config.backups += "/elsewhere";
  CHECK(p.to_mend("dossier des sauvegardes"));
}

TEST_CASE("doctor: work that failed for good is told") {
  Place p;
  p.install();
  {
    auto house = app::House::open(p.config, false, "test");
    REQUIRE(house);
    (*house)->database().script(
        "INSERT INTO store_job (id, kind, payload, made_at, due_at, tries, dead_at) VALUES (x'00112233445566778899aabbccddeeff', "
        "'trial.job', '{}', 0, 0, 8, 1)");
  }
  const auto found = app::cli::look_at_database(p.config);
  REQUIRE(p.said(found, "échoué pour de bon : 1"));
  CHECK(p.said(found, "échoué pour de bon : 1")->weight == Weight::watch);
}
