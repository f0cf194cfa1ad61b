#include <atomic>
#include <catch2/catch.hpp>
#include <cstring>
#include <fstream>
#include <iostream>
#include <thread>

#include "edge/leave.h"
#include "edge/raw_page.h"
#include "edge/server.h"

using namespace edge;
using namespace std::literals;

namespace {

Uuid number(unsigned char n) {
  Uuid id;
  id.bytes[15] = n;
  return id;
}

/// A street whose handler lets /live/7 hear for person 7, and knows nobody else.
struct Street {
  explicit Street(LiveLimits limits = {}, Millis serves_for = 60'000) {
    Settings settings{.ports = {0}, .io_threads = 2};
    settings.limits.live = limits;
    settings.handler = [serves_for](const Request& request, const Done& done) {
      if (!request.path.starts_with("/live/")) return done({.status = 401});
      Reply reply;
      reply.live = gate::Live{{number(static_cast<unsigned char>(std::stoi(request.path.substr(6))))}, serves_for};
      done(std::move(reply));
    };
    server = std::make_unique<Server>(std::move(settings));
    REQUIRE(server->start());
  }
  void tell(store::Hint hint) const { server->tell({std::move(hint)}); }
  bool has_listeners(std::size_t n) const {
    for (int i = 0; i < 200 && server->counts().listeners != n; ++i) std::this_thread::sleep_for(10ms);
    return server->counts().listeners == n;
  }
  std::unique_ptr<Server> server;
};

/// A page of that person, which the street let in.
struct Listening : RawPage {
  Listening(const Street& street, int person) : RawPage(street.server->port()) {
    REQUIRE(open(fmt::format("/live/{}", person)).starts_with("HTTP/1.1 101 "));
  }
};

bool said(RawPage& page, std::string_view text) {
  const auto frame = page.next_said();
  return frame && frame->kind == 1 && frame->content == text;
}

/// Closed with that code, and then ended.
bool left(RawPage& page, Leave why) {
  const auto frame = page.next_said();
  if (!frame || frame->kind != 8 || frame->code() != int(why)) return false;
  page.answer_close();
  page.rest();
  return page.closed();
}

}  // namespace

TEST_CASE("live: a page hears the hints of its holder and of everybody, and nobody else's") {
  Street street;
  Listening sarah(street, 7);
  Listening karim(street, 8);
  REQUIRE(street.has_listeners(2));

  street.tell({number(7), "bell", {}});
  street.tell({number(9), "bell", {}});
  street.tell({{}, "school", {}});
  street.tell({number(8), "note", number(3)});
  CHECK(said(sarah, R"({"hint":"bell"})"));
  CHECK(said(sarah, R"({"hint":"school"})"));
  CHECK(said(karim, R"({"hint":"school"})"));
  CHECK(said(karim, R"({"hint":"note","id":"00000000-0000-0000-0000-000000000003"})"));
}

TEST_CASE("live: whoever opens no socket learns that there is one; whoever may not gets the refusal of any request") {
  Street street;
  RawClient plain(street.server->port());
  plain.send("GET /live/7 HTTP/1.1\r\nHost: ecole\r\n\r\n");
  CHECK(plain.reply().starts_with("HTTP/1.1 426 "));

  RawPage stranger(street.server->port());
  const std::string refused = stranger.open("/elsewhere");
  CHECK(refused.starts_with("HTTP/1.1 401 "));
  CHECK(refused.find("\r\nConnection: close\r\n") != std::string::npos);

  RawPage other_site(street.server->port());
  CHECK(other_site.open("/live/7", "Origin: http://autre\r\n").starts_with("HTTP/1.1 403 "));
  RawPage no_browser(street.server->port());
  CHECK(no_browser.open("/live/7", "").starts_with("HTTP/1.1 403 "));
  RawPage in_a_hurry(street.server->port());
  in_a_hurry.send(RawPage::handshake("/live/7") + RawPage::frame(1, "bonjour"));
  CHECK(in_a_hurry.reply().starts_with("HTTP/1.1 400 "));
  CHECK(street.has_listeners(0));
}

TEST_CASE("live: a change of standing closes the pages of whoever it is about, within a second") {
  Street street;
  Listening sarah(street, 7);
  Listening karim(street, 8);
  REQUIRE(street.has_listeners(2));
  const auto before = std::chrono::steady_clock::now();

  SECTION("and the client agrees") {
    street.tell({number(7), std::string(store::standing), {}});
    CHECK(left(sarah, Leave::ask_again));
  }
  SECTION("or does not answer") {
    street.tell({number(7), std::string(store::standing), {}});
    CHECK(sarah.rest().size() == 4);  // the close frame and its code, then the end
    CHECK(sarah.closed());
  }
  CHECK(std::chrono::steady_clock::now() - before < 1s);
  street.tell({number(8), "bell", {}});
  CHECK(said(karim, R"({"hint":"bell"})"));
  street.tell({{}, std::string(store::standing), {}});
  CHECK(left(karim, Leave::ask_again));
  CHECK(street.has_listeners(0));
}

TEST_CASE("live: a standing that changed while the gate was answering closes the page that it let in") {
  std::atomic<bool> asked = false;
  std::atomic<bool> told = false;
  Settings settings{.ports = {0}};
  std::thread worker;
  settings.handler = [&](const Request&, Done done) {
    worker = std::thread([&, done] {
      asked = true;
      while (!told) std::this_thread::sleep_for(1ms);
      std::this_thread::sleep_for(20ms);
      Reply reply;
      reply.live = gate::Live{{number(7)}, 60'000};
      done(std::move(reply));
    });
  };
  Server server(std::move(settings));
  REQUIRE(server.start());
  RawPage page(server.port());
  page.send(RawPage::handshake("/live"));
  while (!asked) std::this_thread::sleep_for(1ms);
  server.tell({{number(7), std::string(store::standing), {}}});
  told = true;
  CHECK(page.reply().starts_with("HTTP/1.1 101 "));
  CHECK(left(page, Leave::ask_again));
  worker.join();
}

TEST_CASE("live: a page that has served its time is closed, and so is every page when the program stops") {
  SECTION("time") {
    Street street({}, 300);
    Listening page(street, 7);
    CHECK(left(page, Leave::ask_again));
  }
  SECTION("stop") {
    Street street;
    Listening page(street, 7);
    Listening mute(street, 8);
    const auto before = std::chrono::steady_clock::now();
    street.server->stop();
    CHECK(std::chrono::steady_clock::now() - before < 2s);
    CHECK(left(page, Leave::going_away));
    mute.rest();
    CHECK(mute.closed());
  }
}

TEST_CASE("live: whoever breaks the protocol while we say goodbye leaves like everybody else") {
  Street street;
  Listening page(street, 7);
  REQUIRE(street.has_listeners(1));
  SECTION("a word, and at once what no frame may be") { page.send(RawPage::frame(1, "a", false) + RawPage::frame(0x70, "b")); }
  SECTION("the end of a frame that was begun before, and is no text") {
    page.send(std::string_view("\x81\x81\x11\x22\x33\x44", 6));
    std::this_thread::sleep_for(50ms);
    street.tell({number(7), std::string(store::standing), {}});
    REQUIRE(page.next_said());
    page.send("\xee");
  }
  CHECK(street.has_listeners(0));
}

TEST_CASE("live: a client that says anything, or nothing for too long, is let go") {
  Street street({.ping_every = 200ms, .silent_for = 700ms, .most_pings = 3});
  const auto goes = [&](std::string_view bytes) {
    RawPage page(street.server->port());
    REQUIRE(page.open("/live/7").starts_with("HTTP/1.1 101 "));
    page.send(bytes);
    const auto before = std::chrono::steady_clock::now();
    page.rest();
    return page.closed() && std::chrono::steady_clock::now() - before < 2s;
  };
  CHECK(goes(RawPage::frame(1, "bonjour")));
  CHECK(goes(RawPage::frame(2, std::string(60'000, 'a'))));
  CHECK(goes(RawPage::frame(1, "")));
  CHECK(goes(RawPage::frame(1, "bon", false)));
  CHECK(goes(RawPage::frame(0, "suite")));
  CHECK(goes(RawPage::frame(9, std::string(126, 'a'))));                     // a control frame of more than 125 bytes
  CHECK(goes(RawPage::frame(9, "morceau", false)));                          // or in pieces
  CHECK(goes(RawPage::frame(3, "")));                                        // of no known kind
  CHECK(goes("\x89\x05hello"));                                              // unmasked
  CHECK(goes("\xf9\x80" + std::string(4, '\0')));                            // with bits that nothing was agreed for
  CHECK(goes(std::string("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff", 10)));  // of 2^63 bytes
  CHECK(goes(RawPage::frame(8, "\xff\xff")));                                // a close code that does not exist
  std::string pings;
  for (int i = 0; i < 50; ++i) pings += RawPage::frame(9, "");
  CHECK(goes(pings));
  CHECK(goes(""));  // answers no ping
  CHECK(street.has_listeners(0));
}

TEST_CASE("live: a page that answers pings stays") {
  Street street({.ping_every = 100ms, .silent_for = 500ms});
  Listening page(street, 7);
  for (int i = 0; i < 8; ++i) {
    const auto frame = page.next();
    REQUIRE(frame);
    REQUIRE(frame->kind == 9);
    page.send(RawPage::frame(10, frame->content));
  }
  street.tell({number(7), "bell", {}});
  CHECK(said(page, R"({"hint":"bell"})"));
}

TEST_CASE("live: a page that does not read is dropped, and what waits for it stays little") {
  Street street({.send_within = 300ms});
  Listening page(street, 7);
  page.keep_little();
  REQUIRE(street.has_listeners(1));
  for (int i = 0; i < 200'000 && street.server->counts().listeners == 1; ++i) {
    street.tell({number(7), "note", number(static_cast<unsigned char>(i))});
    if (i % 1000 == 0) std::this_thread::sleep_for(5ms);
  }
  CHECK(street.has_listeners(0));
}

TEST_CASE("live: one person does not fill the house with sockets") {
  Street street;
  std::vector<std::unique_ptr<RawPage>> pages;
  for (int i = 0; i < 100; ++i) {
    pages.push_back(std::make_unique<RawPage>(street.server->port()));
    pages.back()->open("/live/7");
  }
  const auto most = [&] { return street.server->counts().listeners <= 48; };  // 24 on each of two lanes
  for (int i = 0; i < 300 && !most(); ++i) std::this_thread::sleep_for(10ms);
  CHECK(most());
}

// A measure rather than a test: run it by its tag, in a release build.
TEST_CASE("live: what a page that listens costs in memory", "[.measure]") {
  const auto pss_kib = [] {
    std::ifstream rollup("/proc/self/smaps_rollup");
    for (std::string word; rollup >> word;) {
      long kib = 0;
      if (word == "Pss:" && rollup >> kib) return kib;
    }
    return 0L;
  };
  constexpr int many = 2000;
  const auto n = std::make_shared<std::atomic<int>>(0);
  Settings settings{.ports = {0}, .io_threads = 2};
  settings.handler = [n](const Request&, const Done& done) {
    Uuid person;
    const int i = ++*n;
    std::memcpy(person.bytes.data() + 8, &i, sizeof i);
    Reply reply;
    reply.live = gate::Live{{person}, 3'600'000};
    done(std::move(reply));
  };
  Server server(std::move(settings));
  REQUIRE(server.start());
  std::vector<std::unique_ptr<RawPage>> pages;
  const auto open = [&](int n) {
    for (int i = 0; i < n; ++i) {
      pages.push_back(std::make_unique<RawPage>(server.port()));
      pages.back()->open("/live");
    }
  };
  open(50);  // what is paid once
  const long before = pss_kib();
  open(many);
  std::cout << "a listening page: " << double(pss_kib() - before) / many << " KiB\n";
  CHECK(server.counts().listeners == many + 50);
}
