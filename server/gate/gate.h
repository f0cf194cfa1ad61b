#pragma once
#include <mutex>
#include <unordered_map>

#include "gate/acts.h"
#include "gate/doors.h"
#include "gate/hash_pool.h"
#include "gate/plug.h"
#include "gate/traffic.h"
#include "store/database.h"

namespace gate {

struct Settings {
  std::string build;          // the id of this build: the shell carries the same
  std::string public_origin;  // "https://preau.exemple.fr": what sheets print; empty: as the browser came
  bool demo = false;
};

/// The hall: from a request of the API to a verb and back. Everything that asks for a right passes here.
class Gate {
 public:
  Gate(store::Database&, HashPool&, Settings, std::vector<Plug>);

  /// Answers /api/… once, from any thread.
  void answer(Request, Done);

  /// How many bytes a body for that path may have: more than `bytes_unless_told` for the few routes that take more.
  std::uint64_t most_body_bytes(std::string_view path) const;

  /// Runs the three parts of a door (see Hashing) and hands over its result, or the refusal of any part.
  template <class Out>
  void in_three_parts(std::function<Result<Hashing<Out>>(Tx&)> first, std::function<void(Result<Out>)> done);

  /// Writes down when sessions were last seen; called once a minute.
  void flush_seen();

  struct Listed {
    bool in_context;
    const Route* route;
  };
  /// Every route, for the contract and the rights table.
  std::vector<Listed> listed() const;
  const std::vector<Card>& cards() const { return cards_; }
  const Traffic& traffic() const { return traffic_; }
  const Settings& settings() const { return settings_; }
  store::Database& database() { return database_; }

 private:
  struct Found;
  struct Exchange;
  std::optional<Reply> find(const Request&, Found&) const;
  void run(std::shared_ptr<Exchange>);
  Result<Standing> stand(Tx&, Exchange&);
  Result<> enter(Tx&, Exchange&);
  Result<Reply> act(Tx&, Exchange&);
  void run_hashing(std::shared_ptr<Exchange>);
  Reply reply_of(const store::Outcome&, Exchange&);
  void tell_audit(const Exchange&);
  /// When it was last seen before this; a request of a hand is remembered as the latest.
  Millis seen(const Session&, Millis now, bool by_hand);
  std::optional<Reply> read_body(Exchange&) const;
  void finish(Exchange&, Reply);

  store::Database& database_;
  HashPool& hash_pool_;
  Settings settings_;
  Routes own_routes_;      // /api/…
  Routes context_routes_;  // /api/c/{context}/…
  std::vector<Card> cards_;
  std::vector<Listed> taking_bytes_;
  Traffic traffic_;
  std::mutex seen_mutex_;
  std::unordered_map<SessionId, Millis> seen_;
};

/// What became of a transaction that was not kept, as a refusal: busy, full disk, or a surprise with its incident number.
Error error_of(const store::Outcome&, store::Database&);
/// Runs the slow part of a verb; what it threw, as what became of a transaction.
std::optional<store::Outcome> run_outside(const std::function<void()>&);

template <class Out>
void Gate::in_three_parts(std::function<Result<Hashing<Out>>(Tx&)> first, std::function<void(Result<Out>)> done) {
  struct State {
    std::optional<Result<Hashing<Out>>> parts;
    std::optional<Result<Out>> out;
  };
  auto state = std::make_shared<State>();
  auto after_finish = [this, state, done](store::Outcome outcome) {
    const bool kept = outcome.end == store::End::committed || outcome.end == store::End::rolled_back;
    done(kept ? std::move(*state->out) : std::unexpected(error_of(outcome, database_)));
  };
  auto finish = [this, state, after_finish] {
    if (auto surprise = run_outside((**state->parts).hash)) return after_finish(std::move(*surprise));
    database_.write(
        [state](Tx& tx) {
          state->out = (**state->parts).finish(tx);
          return state->out->has_value();
        },
        after_finish);
  };
  database_.write(
      [state, first = std::move(first)](Tx& tx) {
        state->parts = first(tx);
        return true;  // kept even when refused: it counted the attempt
      },
      [this, state, done, finish](store::Outcome outcome) {
        if (outcome.end != store::End::committed) return done(std::unexpected(error_of(outcome, database_)));
        if (!*state->parts) return done(std::unexpected(state->parts->error()));
        const auto& post = (**state->parts).post;
        if (!(post ? post(finish) : hash_pool_.post(finish))) done(busy("gate.busy", 5));
      });
}

}  // namespace gate
