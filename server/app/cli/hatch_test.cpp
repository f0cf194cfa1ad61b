#include "app/cli/hatch.h"

#include <catch2/catch.hpp>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "aaf/export.h"
#include "app/cli/cli.h"
#include "app/cli/frames.h"
#include "app/house.h"
#include "app/migrations.h"
#include "store/rows.h"

namespace cli = app::cli;

namespace {

/// A house on SQLite, served or not, in a folder of its own.
struct Served {
  app::Config config;
  std::unique_ptr<app::House> house;
  std::unique_ptr<cli::Hatch> hatch;

  Served() {
    static int made = 0;
    config.data = (std::filesystem::temp_directory_path() / fmt::format("hatch_{}_{}", getpid(), ++made)).string();
    auto opened = app::House::open(config, true, "test");
    REQUIRE(opened);
    house = std::move(*opened);
    store::migrate(house->database(), app::migrations());
  }
  ~Served() {
    hatch.reset();
    house.reset();
    std::filesystem::remove_all(config.data);
  }
};

struct Printed {
  std::ostringstream out;
  std::ostringstream err;
  cli::Screen screen{out, err};
};

sockaddr_un address_of(const app::Config& config) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  cli::hatch_path(config).copy(address.sun_path, sizeof address.sun_path - 1);
  return address;
}

}  // namespace

TEST_CASE("command line: without a server nothing is handed over") {
  Served s;
  Printed printed;
  CHECK_FALSE(cli::hand_over(s.config, {"account", "invite"}, printed.screen));
}

TEST_CASE("command line: a running server loads the directory, goes on writing meanwhile, and shows it where it was asked for") {
  Served s;
  s.hatch = cli::Hatch::open(*s.house);
  REQUIRE(s.hatch);
  aaf::trial::Export e;
  e.ground().crowd(20);
  Printed printed;
  const std::vector<std::string> words{
      "import", "aaf", e.folder().string(), "--apply", "--dated", "2026-09-14", "--data", "elsewhere: the server has its own"};
  std::atomic<bool> loaded = false;
  int written = 0;
  std::thread asking([&] {
    CHECK(cli::hand_over(s.config, words, printed.screen) == cli::done);
    loaded = true;
  });
  while (!loaded) {
    CHECK(s.house->database().write_now([](Tx&) { return true; }).end == store::End::committed);
    ++written;
  }
  asking.join();
  CHECK(written > 0);
  CHECK_THAT(printed.out.str(), Catch::Contains("0999990W"));
  std::int64_t schools = 0;
  static const store::Query count{"trial.count", "SELECT count(*) AS n FROM people_school"};
  s.house->database().read_now([&](Tx& tx) {
    schools = store::find<std::int64_t>(tx, count, {}).value_or(0);
    return true;
  });
  CHECK(schools == 1);

  Printed again;
  CHECK(cli::hand_over(s.config, {"account", "invite", "--uai", "0999999Z", "--profile", "head"}, again.screen) == cli::refused);
  CHECK_THAT(again.err.str(), Catch::Contains("Aucune école n’a ce numéro UAI"));
  Printed wrong;
  CHECK(cli::hand_over(s.config, {"serve"}, wrong.screen) == cli::usage);  // only the verbs that are meant for it
}

TEST_CASE("command line: the socket is its owner's alone, and goes with the server") {
  Served s;
  s.hatch = cli::Hatch::open(*s.house);
  struct stat found{};
  REQUIRE(::stat(cli::hatch_path(s.config).c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
  s.hatch.reset();
  CHECK_FALSE(std::filesystem::exists(cli::hatch_path(s.config)));

  const int left = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);  // by one that was killed
  const sockaddr_un address = address_of(s.config);
  REQUIRE(::bind(left, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  ::close(left);
  Printed printed;
  CHECK_FALSE(cli::hand_over(s.config, {"import"}, printed.screen));
  CHECK(cli::Hatch::open(*s.house));
}

TEST_CASE("command line: what is not a request is not answered, and the next one is") {
  Served s;
  s.hatch = cli::Hatch::open(*s.house);
  const sockaddr_un address = address_of(s.config);
  for (const std::string_view noise : {"GET / HTTP/1.1\r\n\r\n", "a\x7f\xff\xff\xff", "", "a\x00\x00\x00\x02{}"}) {
    cli::Line line(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    REQUIRE(::connect(line.socket(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::send(line.socket(), noise.data(), noise.size(), MSG_NOSIGNAL) == ssize_t(noise.size()));
    ::shutdown(line.socket(), SHUT_WR);
    CHECK_FALSE(line.receive());
  }
  Printed printed;
  CHECK(cli::hand_over(s.config, {"import"}, printed.screen) == cli::usage);
}
