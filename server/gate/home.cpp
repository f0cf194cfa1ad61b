#include "gate/home.h"

namespace gate {

const Right home{"gate.home",
                 Does::informs,
                 {{Profile::pupil_c2, Reach::o},
                  {Profile::pupil_c3, Reach::o},
                  {Profile::guardian, Reach::o},
                  {Profile::teacher, Reach::o},
                  {Profile::substitute, Reach::o},
                  {Profile::head, Reach::o},
                  {Profile::school_admin, Reach::o}}};

namespace {

struct HomeHead {
  Date today;
  Millis now;
};
BOOST_DESCRIBE_STRUCT(HomeHead, (), (today, now))

}  // namespace

Route home_route(const std::vector<Card>& cards) {
  Route::Run run = [&cards](Tx& tx, const Actor& actor, const Session&, const Source&) -> Result<Reply> {
    std::string body = json::to_json(HomeHead{tx.today(), tx.now()});
    body.back() = ',';  // instead of the closing brace
    body += "\"cards\":{";
    bool first = true;
    for (const Card& card : cards) {
      if (!card.right->find(actor.profile)) continue;
      const std::string content = TRY(card.run(tx, actor));
      if (!first) body += ',';
      first = false;
      json::write_text(body, card.name);
      body += ':';
      body += content;
    }
    body += "}}";
    return json_reply(200, std::move(body));
  };
  return {Method::GET, "/home", &home, std::move(run), {}, &shape<NoInput>, nullptr};
}

}  // namespace gate
