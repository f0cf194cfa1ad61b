// Life in the schools of a benchmark: each class has its teacher, each measured class fifty notes, every other a few, all sent through
// the gate as the browser would. Prints who the benchmark signs in as.
//
// usage: bench_prepare DATA        (a data folder that `preau import aaf` has filled)
#include <boost/json/serialize.hpp>
#include <iostream>

#include "app/house.h"
#include "app/migrations.h"
#include "gate/accounts.h"
#include "gate/same_origin.h"
#include "people/teaching.h"
#include "store/rows.h"

namespace {

struct ClassRow {
  ClassId id;
  SchoolId school;
  std::string slug;
  std::int64_t school_year;
};
BOOST_DESCRIBE_STRUCT(ClassRow, (), (id, school, slug, school_year))

const store::Query classes{"bench.classes",
                           "SELECT c.id, c.school, s.slug, c.school_year FROM people_class c JOIN people_school s ON s.id = c.school "
                           "ORDER BY s.feed_key, c.sort_key, c.id"};
const store::Query teachers{"bench.teachers",
                            "SELECT DISTINCT person FROM people_relation WHERE school = $1 AND kind = 'teacher_of_school' ORDER BY person"};
const store::Query two_schools{
    "bench.two_schools",
    "SELECT g.person FROM people_relation g JOIN people_relation e ON e.person = g.child AND e.kind = 'pupil_of_school' "
    "WHERE g.kind = 'guardian_of' AND EXISTS (SELECT 1 FROM people_relation x WHERE x.person = g.child AND x.school_class = $1) "
    "OR g.person IN (SELECT g2.person FROM people_relation g2 JOIN people_relation x ON x.person = g2.child AND x.school_class = $1 "
    "WHERE g2.kind = 'guardian_of') GROUP BY g.person HAVING count(DISTINCT e.school) > 1 ORDER BY g.person LIMIT 1"};

using store::param;

class Bench {
 public:
  explicit Bench(app::House& house) : house_(house) {}

  void write(const std::function<void(Tx&)>& work) {
    const auto outcome = house_.database().write_now([&](Tx& tx) {
      work(tx);
      return true;
    });
    if (outcome.end != store::End::committed) throw std::runtime_error(outcome.cause);
  }

  std::string enter(PersonId person) {
    std::string token;
    write([&](Tx& tx) {
      gate::reserve_login(tx, person);
      token = gate::open_session(tx, person, true, "mesure");
    });
    return token;
  }

  void send_note(const std::string& token, const std::string& context, const std::string& audience, int number) {
    gate::Request request;
    request.method = gate::Method::POST;
    request.path = "/api/c/" + context + "/liaison/notes";
    request.host = "localhost";
    request.origin = "http://localhost";
    request.peer = "127.0.0.1";
    request.content_type = "application/json";
    request.cookie = fmt::format("{}={}", gate::session_cookie, token);
    request.idempotency_key = fmt::format("mesure-{:010}", ++keys_);
    request.body = fmt::format(
        R"({{"kind":"authorisation","ask":"sign_one","title":"Sortie numéro {}","body":"Nous irons voir les brebis et faire du pain. Le bus part à 9 h précises devant l’école.","facts":{{"place":"la ferme"}},"audience":[{{"kind":"school_class","id":"{}"}}]}})",
        number, audience);
    int status = 0;
    std::string body;
    house_.gate().answer(std::move(request), [&](gate::Reply reply) {
      status = reply.status;
      body = std::move(reply.body);
    });
    if (status != 200) throw std::runtime_error(fmt::format("a note was answered {}: {}", status, body));
  }

 private:
  app::House& house_;
  long keys_ = 0;
};

}  // namespace

int main(int, char** argv) {
  app::Config config;
  config.data = argv[1];
  auto opened = app::House::open(config, false, "mesure");
  if (!opened) {
    std::cerr << opened.error().code << "\n";
    return 1;
  }
  app::House& house = **opened;
  Bench bench(house);

  std::vector<ClassRow> all;
  house.database().read_now([&](Tx& tx) {
    all = store::all<ClassRow>(tx, classes, {});
    return true;
  });
  boost::json::object out;
  std::size_t place = 0;
  for (const ClassRow& one : all) {
    PersonId teacher;
    bench.write([&](Tx& tx) {
      const store::Param in[] = {param(one.school)};
      const auto staff = store::all<PersonId>(tx, teachers, in);
      teacher = staff.at(place % staff.size());
      Actor head;
      head.person = teacher;
      head.profile = Profile::head;
      head.self = {teacher};
      head.school = one.school;
      people::set_teachers(tx, head, {one.id, one.school, int(one.school_year)}, {teacher});
    });
    const bool measured = place == 0;
    const std::string token = bench.enter(teacher);
    const std::string context = one.slug + "-enseignant";
    for (int i = 1; i <= (measured ? 60 : 3); ++i) bench.send_note(token, context, to_text(one.id), i);
    if (measured) {
      std::optional<PersonId> guardian;
      house.database().read_now([&](Tx& tx) {
        const store::Param in[] = {param(one.id)};
        guardian = store::find<PersonId>(tx, two_schools, in);
        return true;
      });
      if (guardian) out["guardian"] = {{"cookie", bench.enter(*guardian)}, {"context", "parent"}};
      out["teacher"] = {{"cookie", token}, {"context", context}, {"class", to_text(one.id)}};
    }
    ++place;
  }
  while (house.jobs().run_due() > 0) {
  }
  std::cout << boost::json::serialize(out) << "\n";
}
