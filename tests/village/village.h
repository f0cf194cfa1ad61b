#pragma once
#include <boost/json/value.hpp>
#include <memory>
#include <string>
#include <vector>

#include "gate/gate.h"
#include "store/jobs.h"
#include "village/beginning.h"
#include "village/cast.h"

/// What a request got: its status, and its body as JSON.
struct TestReply {
  int status = 0;
  std::string error;  // the code of a refusal
  std::string body;
  boost::json::value json;
  int statements = 0;
  std::vector<std::pair<std::string, std::string>> headers;
  std::optional<gate::File> file;
  /// The code at that path of a 400, or "".
  std::string field(std::string_view path) const;
};

/// The village as everyone knows it, built once a run.
const Beginning& usual_beginning();

class Village;

/// A person signed in, in one context.
class Browser {
 public:
  Browser(Village& village, std::string cookie, std::string context)
      : village_(village), cookie_(std::move(cookie)), context_(std::move(context)) {}
  TestReply get(const std::string& path) { return send(gate::Method::GET, path, {}, {}); }
  /// Each call is a new intention; give a key to send the same one again.
  TestReply post(const std::string& path, const std::string& body = "{}", const std::string& key = {}) {
    return send(gate::Method::POST, path, body, key);
  }
  TestReply put(const std::string& path, const std::string& body, const std::string& key = {}) {
    return send(gate::Method::PUT, path, body, key);
  }
  /// Bytes as they are, to a route that takes them.
  TestReply put_bytes(const std::string& path, const std::string& content, const std::string& key = {}) {
    return send(gate::Method::PUT, path, content, key, "application/octet-stream");
  }
  TestReply del(const std::string& path, const std::string& key = {}) { return send(gate::Method::DELETE, path, {}, key); }
  /// The same person without context: /api/me and the like.
  Browser without_context() const { return {village_, cookie_, ""}; }
  Browser in(const std::string& context) const { return {village_, cookie_, context}; }
  const std::string& cookie() const { return cookie_; }

 private:
  TestReply send(gate::Method, const std::string& path, const std::string& body, const std::string& key,
                 const std::string& type = "application/json");
  Village& village_;
  std::string cookie_;
  std::string context_;
};

/// The village of every test: École des Tilleuls and Les Oliviers, the same families and teachers, and a clock that stands still on
/// Monday 14 September 2026, 8:30 in Paris. Each is a copy of its beginning, which it leaves as it was.
class Village : public Cast {
 public:
  Village();
  explicit Village(const Beginning&);
  ~Village();
  Village(const Village&) = delete;

  /// Signed in without typing a password, on their own device, with the password freshly confirmed. The context is the person's
  /// only one unless it is named.
  Browser as(PersonId person, const std::string& context = {});
  /// Somebody without session.
  Browser stranger(const std::string& context) { return {*this, "", context}; }

  gate::Gate& gate();
  store::Database& database();
  FixedClock& clock();
  Millis now();
  /// Runs a write transaction, which must be kept.
  void write(const std::function<void(Tx&)>&);
  void read(const std::function<void(Tx&)>&);
  /// Somebody who was not of the cast: a pupil who arrives or has left, and their mother.
  PersonId add_pupil(const Arrival&);
  PersonId add_guardian(PersonId child, const std::string& first_name, const std::string& last_name);
  /// How many rows a table holds (of those a condition picks).
  std::int64_t count(const std::string& table, const std::string& where = {});
  /// Kinds of the jobs that wait.
  std::vector<std::string> jobs();
  int run_jobs();

 protected:
  /// No copy: what happens here is there for whoever begins from it later.
  struct GoOn {};
  Village(Beginning&, GoOn);

 private:
  struct Built;
  explicit Village(std::unique_ptr<Built>);
  unsigned added_ = 0;
  std::unique_ptr<Built> built_;
};
