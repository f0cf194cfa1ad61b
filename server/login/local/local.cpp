#include "login/local/local.h"

#include "gate/reply.h"
#include "gate/same_origin.h"
#include "login/local/visit.h"
#include "login/local/way_back.h"

namespace login::local {

namespace {

constexpr long own_device_lives = 180L * 24 * 3600;    // seconds: the longest of rule 14; the gate holds each profile to its own
constexpr long known_device_lives = 365L * 24 * 3600;  // a family that comes back in September is still known

}  // namespace

bool Local::answers(std::string_view path) const {
  return path == "/" || path == "/entrer/parent" || path == "/entrer/ecole" || path == "/entrer/eleve" || path == "/feuille" ||
         path == "/aide";
}

void Local::answer(gate::Request request, gate::Done done) {
  auto visit = std::make_shared<Visit>();
  visit->request = std::move(request);
  visit->done = std::move(done);
  const gate::Request& r = visit->request;
  visit->posts = r.method == gate::Method::POST;
  const bool reads = r.method == gate::Method::GET || r.method == gate::Method::HEAD;
  const bool has_form = r.path == "/feuille" || r.path.starts_with("/entrer/");
  if (!answers(r.path) || (!reads && !(visit->posts && has_form))) return send(*visit, nowhere());

  const store::World& world = gate_.database().world();
  auto posted = visit->posts ? Fields::posted(r) : Fields::asked(r);
  visit->ours = visit->posts && posted && came_from_our_form(r, *posted, world);
  if (posted) visit->fields = std::move(*posted);
  if (r.path == "/aide") return send(*visit, help());
  if (r.path == "/") return threshold(std::move(visit));
  if (!gate::cookies_can_live(r)) return send(*visit, unsafe_address("http://" + r.host, gate_.settings().public_origin));
  visit->mark = form_mark(r, world);
  if (r.path == "/entrer/parent") return sign_in(std::move(visit), Door::parent);
  if (r.path == "/entrer/ecole") return sign_in(std::move(visit), Door::school);
  if (r.path == "/entrer/eleve") return sign_in(std::move(visit), Door::pupil);
  if (visit->posts) return sheet(std::move(visit));
  sheet_form(std::move(visit));
}

void Local::threshold(Shared visit) {
  struct Seen {
    bool nobody;
    std::vector<gate::Place> places;
  };
  const std::string token(gate::cookie_named(visit->request, gate::session_cookie));
  in_transaction<Seen>(
      gate_.database(), false,
      [token](Tx& tx) -> Result<Seen> {
        Seen seen;
        seen.nobody = gate::nobody_yet(tx);
        seen.places = gate::open_places(tx, token);
        return seen;
      },
      [this, visit](Result<Seen> seen) {
        if (!seen) {
          if (!sent_trouble(*visit, seen.error())) send(*visit, nowhere());
          return;
        }
        const store::World& world = gate_.database().world();
        const std::string wanted = page_wanted(visit->fields["retour"]);
        if (seen->nobody) return send(*visit, first_start(gate_.database().engine() == store::Engine::sqlite));
        if (!gate::cookies_can_live(visit->request)) {
          return send(*visit, unsafe_address("http://" + visit->request.host, gate_.settings().public_origin));
        }
        // a page that was refused sends here with its address: showing the doors, not the page again, ends the circle
        if (wanted.empty() && !seen->places.empty()) return visit->done(gate::redirect(way_in(seen->places, {}, true)));
        send(*visit, who_are_you(world.zone.date(world.clock->now()), wanted));
      });
}

void Local::enter(Shared visit, Opening open, std::function<void(Result<Entered>)> then) {
  const std::string former(gate::cookie_named(visit->request, gate::session_cookie));
  gate_.in_three_parts<Entered>(
      [open = std::move(open), former](Tx& tx) -> Result<gate::Hashing<Entered>> {
        auto parts = TRY(open(tx));
        gate::Hashing<Entered> entering;
        entering.hash = std::move(parts.hash);
        entering.finish = [finish = std::move(parts.finish), former](Tx& later) -> Result<Entered> {
          Entered entered;
          entered.in = TRY(finish(later));
          gate::leave(later, former);
          entered.places = gate::places_of(later, entered.in.person);
          if (entered.places.empty()) gate::leave(later, entered.in.token);
          return entered;
        };
        return entering;
      },
      std::move(then));
}

gate::Reply Local::welcome(const Visit& visit, const Entered& entered, bool by_parents_door) const {
  const bool own_device = !entered.in.device_token.empty();
  auto reply = gate::redirect(way_in(entered.places, page_wanted(visit.fields["retour"]), by_parents_door));
  const auto keep = [&](std::string_view name, std::string_view value, long seconds) {
    reply.headers.emplace_back("Set-Cookie", gate::set_cookie(name, value, seconds));
  };
  keep(gate::session_cookie, entered.in.token, own_device ? own_device_lives : 0);
  if (own_device) keep(gate::device_cookie, entered.in.device_token, known_device_lives);
  keep(gate::form_cookie, "", -1);  // what was before anyone had entered ends here
  return reply;
}

void Local::send(const Visit& visit, const Page& page, int retry_after_s) const {
  auto reply = gate::html(page.status, shell_.written(page, gate_.settings().demo));
  if (retry_after_s > 0) reply.headers.emplace_back("Retry-After", std::to_string(retry_after_s));
  if (visit.mark.fresh) reply.headers.emplace_back("Set-Cookie", gate::set_cookie(gate::form_cookie, visit.mark.cookie, 0));
  visit.done(std::move(reply));
}

bool Local::sent_trouble(const Visit& visit, const Error& error) const {
  const auto page = trouble(error, visit.request.path);
  if (page) send(visit, *page, error.retry_after_s);
  return page.has_value();
}

}  // namespace login::local
