#include <catch2/catch.hpp>
#include <mutex>

#include "edge/leave.h"
#include "edge/raw_page.h"
#include "edge/server.h"
#include "gate/access.h"
#include "gate/accounts.h"
#include "gate/same_origin.h"
#include "notices/notices.h"
#include "people/custody.h"
#include "village/village.h"

using namespace std::literals;

namespace {

constexpr auto at_parent = "/api/c/parent/live";

/// The village behind a real street: what is committed here is told to the pages that listen there.
class LiveVillage : public Village {
 public:
  LiveVillage() {
    edge::Settings settings{.ports = {0}, .io_threads = 2};
    settings.handler = [this](gate::Request request, gate::Done done) {
      const std::lock_guard lock(mutex_);  // the village's database is one thread's at a time
      gate().answer(std::move(request), std::move(done));
    };
    server_ = std::make_unique<edge::Server>(std::move(settings));
    REQUIRE(server_->start());
    database().on_hints([this](const std::vector<store::Hint>& hints) { server_->tell(hints); });
  }
  ~LiveVillage() {
    database().on_hints({});
    server_->stop();
  }

  /// The answer to the handshake of a page with that cookie.
  std::string open(edge::RawPage& page, const Browser& browser, const std::string& path = at_parent) {
    return page.open(path, fmt::format("Origin: http://ecole\r\nCookie: {}={}\r\n", gate::session_cookie, browser.cookie()));
  }
  void act(const std::function<void()>& work) {
    const std::lock_guard lock(mutex_);
    work();
  }
  std::uint16_t port() const { return server_->port(); }
  bool hears(std::size_t pages) const {
    for (int i = 0; i < 200 && server_->counts().listeners != pages; ++i) std::this_thread::sleep_for(10ms);
    return server_->counts().listeners == pages;
  }

 private:
  std::mutex mutex_;
  std::unique_ptr<edge::Server> server_;
};

bool let_in(const std::string& answer) { return answer.starts_with("HTTP/1.1 101 "); }

notices::Thing thing(Village& v, unsigned char number) {
  notices::Thing made{"liaison.note", {}, 1, v.academy, v.tilleuls};
  made.id.bytes[15] = number;
  return made;
}

/// Closed because its holder's standing changed, and within a second.
bool asked_again(edge::RawPage& page, std::chrono::steady_clock::time_point since) {
  const auto frame = page.next_said();
  return frame && frame->kind == 8 && frame->code() == int(edge::Leave::ask_again) && std::chrono::steady_clock::now() - since < 1s;
}

Actor head_of(Village& v) {
  Actor head;
  head.person = v.mme_garcin;
  head.profile = Profile::head;
  head.school = v.tilleuls;
  return head;
}

}  // namespace

TEST_CASE("live: the bell of those whom a note reaches rings on open pages, with no word of the note") {
  LiveVillage v;
  const auto mathieu = v.as(v.mathieu, "parent");
  const auto karim = v.as(v.karim, "parent");
  edge::RawPage of_mathieu(v.port());
  edge::RawPage of_karim(v.port());
  REQUIRE(let_in(v.open(of_mathieu, mathieu)));
  REQUIRE(let_in(v.open(of_karim, karim)));
  REQUIRE(v.hears(2));

  v.act([&] {
    v.write([&](Tx& tx) {
      const std::vector<notices::Recipient> to{{v.tom, v.mathieu}};
      notices::deliver(tx, thing(v, 1), tx.now(), to);
    });
  });
  const auto bell = of_mathieu.next_said();
  REQUIRE(bell);
  CHECK(bell->content == R"({"hint":"bell"})");
  const auto note = of_mathieu.next_said();
  REQUIRE(note);
  CHECK(note->content == R"({"hint":"note","id":"00000000-0000-0000-0000-000000000001"})");

  // Quiet hours: it waits, and rings when its hour comes.
  v.act([&] {
    v.write([&](Tx& tx) {
      const std::vector<notices::Recipient> to{{v.noe, v.karim}};
      notices::deliver(tx, thing(v, 2), tx.now() + hours(10), to);
    });
    CHECK(v.run_jobs() == 0);
    v.clock().advance(hours(10));
    CHECK(v.run_jobs() == 1);
  });
  const auto later = of_karim.next_said();
  REQUIRE(later);
  CHECK(later->content == R"({"hint":"bell"})");
}

TEST_CASE("live: what one guardian does is seen by the other, by the class's teacher and by the head, not by another class") {
  LiveVillage v;
  edge::RawPage of_sarah(v.port());
  edge::RawPage of_teacher(v.port());
  edge::RawPage of_head(v.port());
  edge::RawPage of_other(v.port());
  REQUIRE(let_in(v.open(of_sarah, v.as(v.sarah, "parent"))));
  REQUIRE(let_in(v.open(of_teacher, v.as(v.m_benali), "/api/c/les-tilleuls-enseignant/live")));
  REQUIRE(let_in(v.open(of_head, v.as(v.mme_garcin), "/api/c/les-tilleuls-direction/live")));
  REQUIRE(let_in(v.open(of_other, v.as(v.mme_sow), "/api/c/les-oliviers-enseignant/live")));
  REQUIRE(v.hears(4));
  v.act([&] {
    v.write([&](Tx& tx) {
      const std::vector<notices::Recipient> to{{v.tom, v.mathieu}, {v.tom, v.sarah}};
      notices::deliver(tx, thing(v, 1), tx.now(), to);
    });
    v.write([&](Tx& tx) { notices::done(tx, thing(v, 1), {v.tom, v.mathieu}, notices::Way::screen); });
  });
  const auto hears_of_note = [](edge::RawPage& page) {
    for (auto frame = page.next_said(); frame && frame->kind == 1; frame = page.next_said())
      if (frame->content.find("\"note\"") != std::string::npos) return true;
    return false;
  };
  CHECK(hears_of_note(of_sarah));
  CHECK(hears_of_note(of_teacher));
  CHECK(hears_of_note(of_head));
  v.act([&] {
    v.write([&](Tx& tx) { store::hint(tx, {v.oliviers, "end", {}}); });
    v.write([&](Tx& tx) { store::hint(tx, {v.mme_sow, "end", {}}); });
  });
  const auto first = of_other.next_said();
  REQUIRE(first);
  CHECK(first->content == R"({"hint":"end"})");
}

TEST_CASE("live: only whom the gate would answer may listen, from our own pages") {
  LiveVillage v;
  edge::RawPage stranger(v.port());
  CHECK(stranger.open(at_parent).starts_with("HTTP/1.1 401 "));
  edge::RawPage teacher(v.port());
  CHECK(v.open(teacher, v.as(v.m_benali)).starts_with("HTTP/1.1 403 "));
  edge::RawPage other_site(v.port());
  CHECK(other_site.open(at_parent, fmt::format("Origin: http://autre\r\nCookie: {}={}\r\n", gate::session_cookie, v.as(v.sarah).cookie()))
            .starts_with("HTTP/1.1 403 "));
  edge::RawPage elsewhere(v.port());
  CHECK(v.open(elsewhere, v.as(v.sarah, "parent"), "/api/c/parent/bell").starts_with("HTTP/1.1 200 "));
  CHECK(v.hears(0));
  CHECK(v.as(v.sarah, "parent").get("/live").status == 200);  // the street answers 426 to whoever asks without a socket
}

TEST_CASE("live: an ended session closes its pages within a second, and they cannot come back") {
  LiveVillage v;
  const auto sarah = v.as(v.sarah, "parent");
  edge::RawPage page(v.port());
  REQUIRE(let_in(v.open(page, sarah)));
  REQUIRE(v.hears(1));
  const auto since = std::chrono::steady_clock::now();

  SECTION("signed out on another page") {
    v.act([&] { CHECK(sarah.without_context().post("/sign-out").status == 204); });
  }
  SECTION("the account is closed") {
    v.act([&] { v.write([&](Tx& tx) { gate::close_account(tx, v.sarah); }); });
  }
  CHECK(asked_again(page, since));
  page.answer_close();
  page.rest();
  CHECK(page.closed());
  edge::RawPage again(v.port());
  CHECK(v.open(again, sarah).starts_with("HTTP/1.1 401 "));
}

TEST_CASE("live: a decision of custody closes the pages of that adult within a second, and nobody else's") {
  LiveVillage v;
  const auto mathieu = v.as(v.mathieu, "parent");
  edge::RawPage of_mathieu(v.port());
  edge::RawPage of_sarah(v.port());
  REQUIRE(let_in(v.open(of_mathieu, mathieu)));
  REQUIRE(let_in(v.open(of_sarah, v.as(v.sarah, "parent"))));
  REQUIRE(v.hears(2));
  const auto since = std::chrono::steady_clock::now();
  v.act([&] {
    v.write([&](Tx& tx) {
      REQUIRE(people::limit_custody(tx, head_of(v), {v.mathieu, v.tom, people::CustodyLevel::suspended, tx.today(), {}, "JAF 26/123"}));
    });
  });
  CHECK(asked_again(of_mathieu, since));
  CHECK(v.hears(1));

  // Their other child is still theirs: they may come back, and hear nothing about this one.
  edge::RawPage again(v.port());
  CHECK(let_in(v.open(again, mathieu)));
}

TEST_CASE("live: a page listens as long as a request would be answered, and never keeps its session awake") {
  LiveVillage v;
  std::string token;
  v.write([&](Tx& tx) {
    gate::reserve_login(tx, v.sarah);
    token = gate::open_session(tx, v.sarah, false, "Firefox, tablette");  // a device of the school: 15 minutes
  });
  Browser sarah(v, token, "parent");
  const auto serves_for = [&] {
    Millis ms = -1;
    gate::Request request;
    request.path = at_parent;
    request.host = "localhost:8080";
    request.cookie = fmt::format("{}={}", gate::session_cookie, token);
    v.gate().answer(std::move(request), [&](const gate::Reply& reply) { ms = reply.live ? reply.live->serves_for : -1; });
    return ms;
  };
  CHECK(serves_for() == minutes(15));
  v.clock().advance(minutes(10));
  CHECK(serves_for() == minutes(5));
  CHECK(sarah.get("/bell").status == 200);  // asked by the page, not by a hand
  CHECK(serves_for() == minutes(5));
  CHECK(sarah.get("/home").status == 200);
  CHECK(serves_for() == minutes(15));
  v.clock().advance(minutes(16));
  CHECK(serves_for() == -1);

  // On one's own device it is midnight that ends it: relations begin and end by their dates.
  token = v.as(v.sarah, "parent").cookie();
  CHECK(serves_for() == hours(24) - (hours(8) + minutes(56)));
}
