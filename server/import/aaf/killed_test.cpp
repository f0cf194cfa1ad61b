#include <signal.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>

#include "aaf/territory.h"

using namespace aaf;
using namespace aaf::trial;

namespace {

/// Kills this process at the next number drawn once armed: while a school is applied, that is its audit line, the last thing it writes.
struct DeadlyRandom : Random {
  SeededRandom inner{7};
  bool armed = false;
  void fill(std::span<unsigned char> out) override {
    if (armed) kill(getpid(), SIGKILL);
    inner.fill(out);
  }
};

}  // namespace

TEST_CASE("import: killed in the middle of a school, it leaves the others whole and nothing of that one") {
  DeadlyRandom random;
  Territory t(&random);
  Export e;
  e.ground().school("900002", "0999991X", "LES OLIVIERS").school("900003", "0999992Y", "LES PINS");
  e.crowd(20, 810001, {.guardians = {"600001$10"}});
  e.crowd(20, 820001, {.school = "900002", .class_ = "700901$CP", .guardians = {"600001$10"}});
  e.crowd(20, 830001, {.school = "900003", .class_ = "700902$CP"});
  e.folder();
  t.close();  // a connection does not survive a fork

  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    t.reopen();
    t.heard.after_school = [&] { random.armed = true; };
    (void)t.load(e);
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));

  t.reopen();
  t.clock.advance(minutes(5));  // this process would draw the same ids again
  CHECK(t.ask("SELECT uai FROM people_school") == std::vector<std::string>{"0999990W"});
  CHECK(t.count("people_class") == 1);
  CHECK(t.count("people_person") == 22);
  CHECK(t.count("people_relation", "kind = 'pupil_of_school'") == 20);
  CHECK(t.count("people_relation", "kind = 'pupil_of_class'") == 20);
  CHECK(t.count("people_relation", "kind = 'guardian_of'") == 20);

  auto totals = t.load(e);  // and the rest comes with the next run
  REQUIRE(totals);
  CHECK(totals->changed == 2);
  CHECK(t.count("people_relation", "kind = 'pupil_of_school'") == 60);
  CHECK(t.count("people_relation", "kind = 'guardian_of'") == 40);
}
