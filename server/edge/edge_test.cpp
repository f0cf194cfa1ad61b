#include <fmt/format.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <memory>
#include <thread>

#include "base/log.h"
#include "edge/raw_client.h"
#include "edge/server.h"

using namespace edge;
using namespace std::literals;

namespace {

std::string get(std::string_view path, std::string_view fields = "") {
  return fmt::format("GET {} HTTP/1.1\r\nHost: ecole\r\n{}\r\n", path, fields);
}

/// A server on a free port whose handler tells back what it was asked.
struct Street {
  explicit Street(Limits limits = {}, Handler handler = tell_back, std::vector<std::string> proxies = {}) {
    Settings settings{.ports = {0}, .io_threads = 2, .trusted_proxies = std::move(proxies), .limits = std::move(limits)};
    settings.handler = std::move(handler);
    server = std::make_unique<Server>(std::move(settings));
    REQUIRE(server->start());
  }
  static void tell_back(Request request, Done done) {
    done({.content_type = "text/plain",
          .body =
              fmt::format("{}|{}|{}|{}|{}|{}", request.path, request.query, request.cookie, request.peer, request.secure, request.body)});
  }
  std::unique_ptr<Server> server;
};

bool has(const std::string& answer, std::string_view part) { return answer.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("edge: a page asks several things on one connection, even without waiting for the answers") {
  Street street;
  RawClient client(street.server->port());

  client.send(get("/one", "Cookie: a=1\r\nCookie: b=2\r\n"));
  CHECK(client.reply().ends_with("\r\n\r\n/one||a=1; b=2|127.0.0.1|false|"));

  client.send(get("/two?x=1") + "POST /three HTTP/1.1\r\nHost: ecole\r\nContent-Length: 5\r\n\r\nhello" +
              "POST /four HTTP/1.1\r\nHost: ecole\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nbon\r\n4\r\njour\r\n0\r\n\r\n" +
              get("/five", "Connection: close\r\n") + get("/never"));
  CHECK(client.reply().ends_with("/two|x=1||127.0.0.1|false|"));
  CHECK(client.reply().ends_with("/three|||127.0.0.1|false|hello"));
  CHECK(client.reply().ends_with("/four|||127.0.0.1|false|bonjour"));
  const std::string last = client.reply();
  CHECK(last.ends_with("/five|||127.0.0.1|false|"));
  CHECK(has(last, "\r\nConnection: close\r\n"));
  CHECK(client.rest().empty());
  CHECK(client.closed());
}

TEST_CASE("edge: a request that trickles in byte by byte is the same request") {
  Street street;
  RawClient client(street.server->port());
  for (const char c : "POST /slow HTTP/1.1\r\nHost: ecole\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"s) {
    client.send(std::string_view(&c, 1));
    std::this_thread::sleep_for(100us);
  }
  CHECK(client.reply().ends_with("/slow|||127.0.0.1|false|ok"));
}

TEST_CASE("edge: HEAD is GET without its body, and health is told without asking anybody") {
  std::atomic<bool> asked_as_get = true;
  Street street({}, [&](Request request, Done done) {
    if (request.method != Method::GET) asked_as_get = false;
    done({.content_type = "text/plain", .body = "hello"});
  });
  RawClient client(street.server->port());

  client.send("HEAD /x HTTP/1.1\r\nHost: ecole\r\n\r\n" + get("/healthz"));
  const std::string head = client.reply(true);
  CHECK(has(head, "\r\nContent-Length: 5\r\n"));
  CHECK(head.ends_with("\r\n\r\n"));
  const std::string health = client.reply();
  CHECK(health.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(health.ends_with("\r\n\r\nok"));
  CHECK(asked_as_get);
}

TEST_CASE("edge: an old client gets its answer and the connection closes") {
  Street street;
  RawClient client(street.server->port());
  client.send("GET /old HTTP/1.0\r\nHost: ecole\r\n\r\n");
  CHECK(client.rest().ends_with("/old|||127.0.0.1|false|"));
  CHECK(client.closed());
}

TEST_CASE("edge: who asks is the proxy's word only when the proxy is ours") {
  const std::string request = get("/", "X-Forwarded-For: 6.6.6.6, 192.0.2.7\r\nX-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: https\r\n");
  {
    Street street;
    RawClient client(street.server->port());
    client.send(request);
    CHECK(client.reply().ends_with("/|||127.0.0.1|false|"));
  }
  Street street({}, Street::tell_back, {"127.0.0.1"});
  RawClient client(street.server->port());
  client.send(request);
  const std::string answer = client.reply();
  CHECK(answer.ends_with("/|||192.0.2.7|true|"));
  CHECK(has(answer, "\r\nStrict-Transport-Security: max-age=31536000\r\n"));
}

TEST_CASE("edge: slow headers, slow bodies and silence each have their end") {
  Street street({.head_within = 300ms, .body_within = 300ms, .idle = 300ms, .slowest_bytes_per_s = 1'000'000});

  SECTION("a head that stops half-way") {
    RawClient client(street.server->port());
    client.send("GET / HTTP/1.1\r\nHost: ec");
    CHECK(client.rest().starts_with("HTTP/1.1 408 "));
    CHECK(client.closed());
  }
  SECTION("a head that keeps dripping") {
    RawClient client(street.server->port());
    client.send("GET / HTTP/1.1\r\n");
    for (int i = 0; i < 20; ++i) {
      client.send("X-A: b\r\n");
      std::this_thread::sleep_for(50ms);
    }
    CHECK(client.rest().starts_with("HTTP/1.1 408 "));
  }
  SECTION("a body that stops half-way") {
    RawClient client(street.server->port());
    client.send("POST / HTTP/1.1\r\nHost: ecole\r\nContent-Length: 10\r\n\r\nhello");
    CHECK(client.rest().starts_with("HTTP/1.1 408 "));
    CHECK(client.closed());
  }
  SECTION("nothing at all, and nothing more") {
    RawClient silent(street.server->port());
    RawClient client(street.server->port());
    client.send(get("/"));
    CHECK(client.reply().starts_with("HTTP/1.1 200 "));
    CHECK(silent.rest().empty());
    CHECK(silent.closed());
    CHECK(client.rest().empty());
    CHECK(client.closed());
  }
  SECTION("a client that leaves in the middle of a body") {
    RawClient client(street.server->port());
    client.send("POST / HTTP/1.1\r\nHost: ecole\r\nContent-Length: 10\r\n\r\nhello");
    client.say_no_more();
    CHECK(client.rest().empty());
    CHECK(client.closed());
  }
}

TEST_CASE("edge: what is too large is refused before it is sent, and a route may take more") {
  Limits limits;
  limits.body_bytes_of = [](std::string_view path) { return path == "/deliveries" ? 1'000'000u : 10u; };
  Street street(std::move(limits));

  RawClient asks_first(street.server->port());
  asks_first.send("POST / HTTP/1.1\r\nHost: ecole\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
  CHECK(asks_first.rest().starts_with("HTTP/1.1 413 "));

  RawClient allowed(street.server->port());
  allowed.send("POST /deliveries HTTP/1.1\r\nHost: ecole\r\nContent-Length: 300000\r\nExpect: 100-continue\r\n\r\n");
  CHECK(allowed.reply() == "HTTP/1.1 100 Continue\r\n\r\n");
  allowed.send(std::string(300'000, 'a'));
  CHECK(allowed.reply().ends_with(std::string(300'000, 'a')));

  RawClient insists(street.server->port());
  insists.send("POST / HTTP/1.1\r\nHost: ecole\r\nContent-Length: 100000\r\n\r\n" + std::string(100'000, 'a'));
  CHECK(insists.rest().starts_with("HTTP/1.1 413 "));
}

TEST_CASE("edge: stopping lets a request under way be answered, and closes those that ask nothing") {
  std::atomic<bool> asked = false;
  std::thread worker;
  Street street({}, [&](Request, Done done) {
    worker = std::thread([&, done] {
      asked = true;
      std::this_thread::sleep_for(300ms);
      done({.content_type = "text/plain", .body = "signed"});
    });
  });
  RawClient idle(street.server->port());
  RawClient client(street.server->port());
  client.send(get("/sign"));
  while (!asked) std::this_thread::sleep_for(1ms);

  const auto before = std::chrono::steady_clock::now();
  street.server->stop();
  CHECK(std::chrono::steady_clock::now() - before < 2s);
  worker.join();
  const std::string answer = client.rest();
  CHECK(answer.ends_with("\r\n\r\nsigned"));
  CHECK(has(answer, "\r\nConnection: close\r\n"));
  CHECK(client.closed());
  CHECK(idle.rest().empty());
  CHECK(idle.closed());
  CHECK_FALSE(RawClient(street.server->port()).connected());
}

TEST_CASE("edge: stopping does not wait for ever, and an answer that comes after the end harms nobody") {
  logs::Capture capture;
  std::atomic<bool> asked = false;
  Done kept;
  {
    Street street({.stop_within = 200ms}, [&](Request, Done done) {
      kept = std::move(done);
      asked = true;
    });
    RawClient client(street.server->port());
    client.send(get("/"));
    while (!asked) std::this_thread::sleep_for(1ms);
    street.server->stop();
  }
  kept({.body = "too late"});
  kept = nullptr;
}

TEST_CASE("edge: a handler that throws or forgets is answered for; a second answer is dropped") {
  logs::Capture capture;
  Street street({}, [](Request request, Done done) {
    if (request.path == "/throws") throw std::runtime_error("Mme Diallo");
    if (request.path == "/forgets") return;
    done({.content_type = "text/plain", .body = "first"});
    done({.content_type = "text/plain", .body = "second"});
  });
  RawClient client(street.server->port());
  client.send(get("/throws") + get("/forgets") + get("/twice") + get("/twice"));
  CHECK(client.reply().starts_with("HTTP/1.1 500 "));
  CHECK(client.reply().starts_with("HTTP/1.1 500 "));
  CHECK(client.reply().ends_with("first"));
  CHECK(client.reply().ends_with("first"));
  for (const auto& line : capture.lines()) CHECK_FALSE(has(line, "Diallo"));
}

TEST_CASE("edge: 512 families at once are all answered") {
  Street street;
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 512; ++i) clients.push_back(std::make_unique<RawClient>(street.server->port()));
  for (int i = 0; i < 512; ++i) clients[std::size_t(i)]->send(get(fmt::format("/{}", i)));
  int answered = 0;
  for (int i = 0; i < 512; ++i)
    if (clients[std::size_t(i)]->reply().ends_with(fmt::format("\r\n\r\n/{}|||127.0.0.1|false|", i))) ++answered;
  CHECK(answered == 512);
}

TEST_CASE("edge: a port that another program listens on is refused, and so is an address that is none") {
  Street street;
  Settings settings{.ports = {street.server->port()}, .handler = Street::tell_back};
  auto taken = Server(settings).start();
  REQUIRE_FALSE(taken);
  CHECK(taken.error().code == "edge.port_taken");
  settings.address = "ecole";
  auto unknown = Server(settings).start();
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == "edge.address_unknown");
}
