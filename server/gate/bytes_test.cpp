#include <catch2/catch.hpp>

#include "gate/openapi.h"
#include "gate/same_origin.h"
#include "village/village.h"

namespace {

struct Part {
  std::int64_t number;
  gate::Bytes content;
};
BOOST_DESCRIBE_STRUCT(Part, (), (number, content))

struct Kept {
  std::int64_t number;
  std::int64_t size;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (number, size))

constexpr Right keeps{"tests.keeps", Does::acts, {{Profile::guardian, Reach::o}}};
int times = 0;
std::string kept;

Result<Kept> keep(gate::Call<Part>& call) {
  ++times;
  kept = call.in.content.content;
  return Kept{call.in.number, std::int64_t(kept.size())};
}

struct WhichFile {
  std::int64_t number;
};
BOOST_DESCRIBE_STRUCT(WhichFile, (), (number))

Result<gate::File> photograph(gate::Call<WhichFile>& call) {
  if (call.in.number != 7) return not_found("tests.no_file");
  return gate::File{"/somewhere", 12, "image/webp", "forêt.webp", true};
}

/// A gate with a route that takes bytes and one that hands out a file, before the village's people.
struct Hall {
  Village v;
  gate::HashPool pool{0, 1};
  gate::Gate gate{v.database(), pool, {}, {plug()}};
  std::string cookie = v.as(v.sarah, "parent").cookie();

  Hall() { times = 0; }
  static gate::Plug plug() {
    gate::Plug made;
    made.name = "tests";
    made.routes.push_back(gate::route<gate::Method::PUT>("/parts", keeps, keep).taking(100'000));
    made.routes.push_back(gate::route<gate::Method::GET>("/files/{number}", keeps, photograph));
    return made;
  }
  gate::Request request(std::string query, std::string body, std::string key) const {
    gate::Request request;
    request.method = gate::Method::PUT;
    request.path = "/api/c/parent/parts";
    request.query = std::move(query);
    request.host = "ecole";
    request.origin = "http://ecole";
    request.content_type = "application/octet-stream";
    request.idempotency_key = std::move(key);
    request.cookie = fmt::format("{}={}", gate::session_cookie, cookie);
    request.body = std::move(body);
    return request;
  }
  gate::Reply ask(gate::Request request) {
    gate::Reply got;
    gate.answer(std::move(request), [&](gate::Reply reply) { got = std::move(reply); });
    return got;
  }
  gate::Reply put(std::string query, std::string body, std::string key = "key-0000-0000-0001") {
    return ask(request(std::move(query), std::move(body), std::move(key)));
  }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("gate: bytes reach a verb as they are, its other members come from the query") {
  Hall hall;
  std::string all;
  for (int i = 0; i < 256; ++i) all += char(i);
  const auto reply = hall.put("number=3", all + all);
  CHECK(reply.status == 200);
  CHECK(reply.body == R"({"number":3,"size":512})");
  CHECK(kept == all + all);
  CHECK(hall.put("number=4", "", "key-0000-0000-0002").body == R"({"number":4,"size":0})");
}

TEST_CASE("gate: bytes sent twice under one key are kept once; other bytes, or another place for them, are refused") {
  Hall hall;
  CHECK(hall.put("number=1", "abc").status == 200);
  const auto again = hall.put("number=1", "abc");
  CHECK(again.status == 200);
  CHECK(again.body == R"({"number":1,"size":3})");
  CHECK(times == 1);
  CHECK(has(hall.put("number=1", "abd").body, "gate.key_reused"));
  CHECK(has(hall.put("number=2", "abc").body, "gate.key_reused"));
  CHECK(times == 1);
}

TEST_CASE("gate: bytes that are too many, called something else, or of nobody, are refused") {
  Hall hall;
  CHECK(hall.put("number=1", std::string(100'000, 'a')).status == 200);
  CHECK(hall.put("number=1", std::string(100'001, 'a'), "key-0000-0000-0002").status == 413);
  auto called_json = hall.request("number=1", "{}", "key-0000-0000-0003");
  called_json.content_type = "application/json";
  CHECK(hall.ask(called_json).status == 415);
  auto from_elsewhere = hall.request("number=1", "a", "key-0000-0000-0004");
  from_elsewhere.origin = "http://autre";
  CHECK(hall.ask(from_elsewhere).status == 403);
  auto of_nobody = hall.request("number=1", "a", "key-0000-0000-0005");
  of_nobody.cookie.clear();
  CHECK(hall.ask(of_nobody).status == 401);
  CHECK(hall.put("", "a", "key-0000-0000-0006").status == 400);
  CHECK(hall.put("number=1&content=b", "a", "key-0000-0000-0007").status == 400);
  CHECK(times == 1);
}

TEST_CASE("gate: the street learns how much each path may take") {
  Hall hall;
  CHECK(hall.gate.most_body_bytes("/api/c/parent/parts") == 100'000);
  CHECK(hall.gate.most_body_bytes("/api/parts") == 64 * 1024);
  CHECK(hall.gate.most_body_bytes("/api/c/parent/live") == 64 * 1024);
  CHECK(hall.gate.most_body_bytes("/") == 64 * 1024);
}

TEST_CASE("gate: a file is a reply like another: rights first, then where it lies, for the street alone") {
  Hall hall;
  auto request = hall.request("", "", "");
  request.method = gate::Method::GET;
  request.path = "/api/c/parent/files/7";
  const auto reply = hall.ask(request);
  CHECK(reply.status == 200);
  REQUIRE(reply.file);
  CHECK(reply.file->name == "forêt.webp");
  CHECK(reply.body.empty());
  request.path = "/api/c/parent/files/8";
  CHECK(hall.ask(request).status == 404);
  CHECK_FALSE(hall.ask(request).file);
  request.cookie.clear();
  CHECK(hall.ask(request).status == 401);
}

TEST_CASE("gate: the contract tells bytes, files and the socket") {
  Hall hall;
  const std::string contract = gate::openapi(hall.gate);
  CHECK(has(contract, "application/octet-stream"));
  CHECK(has(contract, R"("maxLength": 100000)"));
  CHECK(has(contract, "\"206\""));
  CHECK(has(contract, "\"101\""));
}

TEST_CASE("gate: requests are counted by the pattern of their route, never by what stood in the path") {
  Hall hall;
  hall.put("number=1", "abc");
  hall.put("number=1", "abd");
  auto lost = hall.request("", "", "");
  lost.method = gate::Method::GET;
  lost.path = "/api/c/parent/nowhere";
  hall.ask(lost);
  for (const auto& line : hall.gate.traffic().lines()) {
    if (!line.route) {
      REQUIRE(line.statuses.size() == 1);
      CHECK(line.statuses[0].status == 404);
      continue;
    }
    CHECK(line.route->pattern == "/parts");
    REQUIRE(line.statuses.size() == 2);
    CHECK(line.statuses[0].status == 200);
    CHECK(line.statuses[0].count == 1);
    CHECK(line.statuses[1].status == 409);
    std::uint64_t all = 0;
    for (const auto n : line.durations.of_step) all += n;
    CHECK(all == 2);
  }
}
