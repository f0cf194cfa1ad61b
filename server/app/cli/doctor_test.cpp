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
  }
  ~Place() { std::filesystem::remove_all(config.data); }

  void install() {
    auto house = app::House::open(config, false, "test");
    REQUIRE(house);
    store::migrate((*house)->database(), app::migrations());
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
  auto found = app::cli::look_at_machine(p.config);
  for (const Finding& one : found) {
    INFO(one.seen);
    CHECK((one.weight == Weight::well || !one.to_do.empty()));
  }
  REQUIRE(p.said(found, "lire le fichier de clés"));
  CHECK(p.said(found, "lire le fichier de clés")->weight == Weight::mend);
  REQUIRE(p.said(found, "aucune sauvegarde"));

  ::chmod(p.config.key_file().c_str(), 0600);
  REQUIRE(store::backup::make(app::cli::installation_of(p.config), p.config.backups + "/one", {.now = SystemClock().now() - hours(40)}));
  found = app::cli::look_at_machine(p.config);
  REQUIRE(p.said(found, "a 40 h"));
  CHECK(p.said(found, "a 40 h")->weight == Weight::watch);
  CHECK_FALSE(p.said(found, "lire le fichier de clés"));
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
