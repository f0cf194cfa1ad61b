#pragma once
#include "gate/call.h"
#include "gate/http.h"
#include "gate/input.h"
#include "gate/reply.h"
#include "gate/shape.h"

namespace gate {

/// One line of a room's table of contents: a verb behind a path and a Right. `gate` adds /api/c/{context} in front.
struct Route {
  using Run = std::function<Result<Reply>(Tx&, const Actor&, const Session&, const Source&)>;
  /// The three parts of a verb that hashes (see Hashing), its reply written.
  using RunHashing = std::function<Result<Hashing<Reply>>(Tx&, const Actor&, const Session&, const Source&)>;

  Method method;
  std::string_view pattern;
  const Right* right;
  Run run;
  RunHashing run_hashing;  // instead of run
  const Shape& (*in)();
  const Shape& (*out)();  // nullptr: no body
  bool asks_password = false;
  bool keeps_reply = true;
  bool quiet = false;
  std::int64_t most_bytes = 0;  // of the body of a route that takes bytes; 0: it takes JSON

  /// The password must have been typed within the last minutes: codes, accesses.
  Route asking_password() && {
    asks_password = true;
    return std::move(*this);
  }
  /// The reply holds a secret: it is not kept, and the same key again answers 409.
  Route with_secret() && {
    keeps_reply = false;
    return std::move(*this);
  }
  /// Asked by the page, not by a hand: it does not make the session last longer.
  Route quietly() && {
    quiet = true;
    return std::move(*this);
  }
  /// A verb with a Bytes member takes up to `most` bytes (at most `gate::most_bytes`).
  Route taking(std::int64_t most) && {
    most_bytes = std::min(most, gate::most_bytes);
    return std::move(*this);
  }
};
using Routes = std::vector<Route>;

template <class In>
Result<In> input_of(const Source& source) {
  In in{};
  json::Problems problems;
  read_input(source, in, problems);
  if (!problems.empty()) return std::unexpected(Error{Fault::invalid, "request.invalid", problems.take()});
  return in;
}

/// What a verb answers: JSON, or a File (gate/reply.h).
template <class Out>
Reply written(const Out& out) {
  return json_reply(200, json::to_json(out));
}

/// A verb that knows more than its call (where the house stands, how much a school may hold): route<GET, In, Out>(path, right, lambda).
template <Method M, class In, class Out>
Route route(std::type_identity_t<Pattern<In>> pattern, const Right& right, std::function<Result<Out>(Call<In>&)> verb) {
  Route::Run run = [verb](Tx& tx, const Actor& actor, const Session& session, const Source& source) -> Result<Reply> {
    Call<In> call{tx, actor, session, {}};
    Result<In> in = input_of<In>(source);
    if (!in) return std::unexpected(std::move(in).error());
    call.in = *std::move(in);
    Result<Out> out = verb(call);
    if (!out) return std::unexpected(std::move(out).error());
    if constexpr (std::is_void_v<Out>) {
      return no_content();
    } else {
      return written(*std::move(out));
    }
  };
  const Shape& (*out_shape)() = nullptr;
  if constexpr (!std::is_void_v<Out>) out_shape = &shape<Out>;
  Route made{M, pattern.text, &right, std::move(run), {}, &shape<In>, out_shape};
  if constexpr (takes_bytes<In>) {
    static_assert(M == Method::POST || M == Method::PUT, "only a POST or a PUT brings bytes");
    made.most_bytes = bytes_unless_told;
  }
  return made;
}

/// The same for a verb in three parts (see Hashing).
template <Method M, class In, class Out>
Route route(std::type_identity_t<Pattern<In>> pattern, const Right& right, std::function<Result<Hashing<Out>>(Call<In>&)> verb) {
  Route::RunHashing run = [verb](Tx& tx, const Actor& actor, const Session& session, const Source& source) -> Result<Hashing<Reply>> {
    Call<In> call{tx, actor, session, {}};
    Result<In> in = input_of<In>(source);
    if (!in) return std::unexpected(std::move(in).error());
    call.in = *std::move(in);
    Result<Hashing<Out>> parts = verb(call);
    if (!parts) return std::unexpected(std::move(parts).error());
    Hashing<Reply> with_reply;
    with_reply.hash = std::move(parts->hash);
    with_reply.post = std::move(parts->post);
    with_reply.finish = [finish = std::move(parts->finish)](Tx& later) -> Result<Reply> {
      Result<Out> out = finish(later);
      if (!out) return std::unexpected(std::move(out).error());
      if constexpr (std::is_void_v<Out>) {
        return no_content();
      } else {
        return written(*std::move(out));
      }
    };
    return with_reply;
  };
  const Shape& (*out_shape)() = nullptr;
  if constexpr (!std::is_void_v<Out>) out_shape = &shape<Out>;
  Route made{M, pattern.text, &right, {}, std::move(run), &shape<In>, out_shape};
  if constexpr (takes_bytes<In>) made.most_bytes = bytes_unless_told;
  return made;
}

/// The usual verb, a plain function: its types are deduced.
template <Method M, class In, class Out>
Route route(std::type_identity_t<Pattern<In>> pattern, const Right& right, Result<Out> (*verb)(Call<In>&)) {
  return route<M, In, Out>(pattern, right, std::function<Result<Out>(Call<In>&)>(verb));
}
template <Method M, class In, class Out>
Route route(std::type_identity_t<Pattern<In>> pattern, const Right& right, Result<Hashing<Out>> (*verb)(Call<In>&)) {
  return route<M, In, Out>(pattern, right, std::function<Result<Hashing<Out>>(Call<In>&)>(verb));
}

/// Says what is missing, instead of a page of candidates.
template <Method M, class In, class Out>
Route route(const char*, Result<Out> (*)(Call<In>&)) {
  static_assert(M != M, "a route needs a Right: route<GET>(\"/…\", right, verb)");
  std::unreachable();
}

/// A part of the home: one read verb, one statement (two at most), shown to those its Right names.
struct Card {
  std::string_view name;  // "liaison_family"
  const Right* right;
  std::function<Result<std::string>(Tx&, const Actor&)> run;  // JSON
  const Shape& (*out)();
};

template <class Out>
Card card(std::string_view name, const Right& right, Result<Out> (*verb)(Tx&, const Actor&)) {
  auto run = [verb](Tx& tx, const Actor& actor) -> Result<std::string> {
    Result<Out> out = verb(tx, actor);
    if (!out) return std::unexpected(std::move(out).error());
    return json::to_json(*out);
  };
  return {name, &right, run, &shape<Out>};
}

}  // namespace gate
