#include "gate/live_route.h"

namespace gate {

namespace {

constexpr Right listens{"gate.listens",
                        Does::informs,
                        {{Profile::guardian, Reach::o},
                         {Profile::pupil_c2, Reach::o},
                         {Profile::pupil_c3, Reach::o},
                         {Profile::teacher, Reach::c},
                         {Profile::substitute, Reach::c},
                         {Profile::head, Reach::s},
                         {Profile::school_admin, Reach::o}}};

Result<Reply> listen(Tx& tx, const Actor& actor, const Session& session, const Source&) {
  const Millis until = std::min(serves_until(session, actor.profile, tx.zone()), tx.zone().instant(tx.today() + 1, 0));
  Live live{{}, until - tx.now()};
  for (const PersonId& record : actor.self) live.hears.push_back(record);
  for (const ClassId& one : actor.classes(listens)) live.hears.push_back(one);
  for (const SchoolId& one : actor.schools(listens)) live.hears.push_back(one);
  Reply reply;
  reply.live = std::move(live);
  return reply;
}

}  // namespace

Route live_route() { return Route{Method::GET, "/live", &listens, listen, {}, &shape<NoInput>, nullptr}.quietly(); }

}  // namespace gate
