#include "gate/own_routes.h"

#include "gate/comfort.h"
#include "gate/context.h"
#include "gate/queries.gen.h"
#include "gate/wire.h"
#include "store/audit.h"

namespace gate {

namespace {

// Without a context a person has no profile: they are a visitor who holds a session, and reach only themself.
constexpr Right own{"gate.own", Does::acts, {{Profile::visitor, Reach::o}}};

struct EndSession {
  SessionId session;
};
BOOST_DESCRIBE_STRUCT(EndSession, (), (session))

struct AddCode {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(AddCode, (), (code))

struct Confirm {
  std::string password;
};
BOOST_DESCRIBE_STRUCT(Confirm, (), (password))

struct ChangePassword {
  std::string current;
  std::string wanted;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (current, wanted))

Result<wire::Me> me(Call<NoInput>& call, const Settings& settings) {
  const auto names = q::names_of_account(call.tx, call.actor.person);
  const auto account = q::account_of(call.tx, call.actor.person);
  if (!names || !account) return signed_out("gate.signed_out");
  wire::Me me{names->first_name + " " + names->last_name,
              names->first_name,
              account->login,
              {},
              call.session.own_device,
              call.tx.now(),
              call.tx.zone().name(),
              settings.build,
              settings.demo,
              comfort_of(call.tx, call.actor.person)};
  for (Held& held : contexts_held(call.tx, call.actor.self)) {
    me.contexts.push_back({std::move(held.slug), held.profile, std::move(held.place), held.school});
  }
  return me;
}

Result<wire::Sessions> list_sessions(Call<NoInput>& call) {
  wire::Sessions out;
  for (SessionRow& row : q::sessions_of(call.tx, call.actor.self, call.tx.now() - days(180))) {
    out.sessions.push_back({row.id, row.made_at, row.seen_at, row.own_device, row.id == call.session.id, std::move(row.device)});
  }
  return out;
}

Result<> end_session(Call<EndSession>& call) {
  if (q::end_session(call.tx, call.actor.self, call.in.session, call.tx.now()) == 0) return not_found("gate.no_session");
  store::standing_changed(call.tx, call.actor.person);
  store::audit(call.tx, {.act = "gate.end_session", .person = call.actor.person, .thing = call.in.session});
  return {};
}

Result<> sign_out(Call<NoInput>& call) {
  q::end_session(call.tx, call.actor.self, call.session.id, call.tx.now());
  store::standing_changed(call.tx, call.actor.person);
  return {};
}

Result<wire::Added> add_code(Call<AddCode>& call) {
  wire::Added added;
  // counted by account rather than by network: the person is known
  auto children = TRY(add_record(call.tx, call.actor, call.in.code, to_text(call.actor.person)));
  for (ChildRow& row : children) {
    added.children.push_back({std::move(row.first_name), std::move(row.school_name)});
  }
  return added;
}

Result<Hashing<void>> confirm_password(Call<Confirm>& call) { return confirm(call.tx, call.session, call.in.password); }

Result<Hashing<void>> set_new_password(Call<ChangePassword>& call) {
  return change_password(call.tx, call.session, call.in.current, call.in.wanted);
}

}  // namespace

Routes own_routes(const Settings& settings) {
  // `me` tells the build and the demo: settings that a verb has no other way to know
  Route about_me = route<Method::GET>("/me", own, +[](Call<NoInput>&) -> Result<wire::Me> { return wire::Me{}; });
  about_me.run = [settings](Tx& tx, const Actor& actor, const Session& session, const Source&) -> Result<Reply> {
    Call<NoInput> call{tx, actor, session, {}};
    const wire::Me about = TRY(me(call, settings));
    return written(about);
  };
  Routes routes;
  routes.push_back(std::move(about_me));
  routes.push_back(route<Method::GET>("/sessions", own, list_sessions));
  routes.push_back(route<Method::POST>("/sessions/{session}/end", own, end_session));
  routes.push_back(route<Method::POST>("/sign-out", own, sign_out));
  routes.push_back(route<Method::POST>("/codes", own, add_code));
  routes.push_back(route<Method::POST>("/confirm", own, confirm_password));
  routes.push_back(route<Method::POST>("/password", own, set_new_password));
  routes.push_back(route<Method::PUT>("/comfort", own, keep_comfort));
  return routes;
}

}  // namespace gate
