#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/log.h"
#include "edge/raw_client.h"
#include "edge/server.h"

using namespace edge;

namespace {

/// A file on the disk, and a street that sends it.
struct Street {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("edge_file_" + std::to_string(::getpid()));
  std::string content;
  gate::File file;
  std::unique_ptr<Server> server;

  explicit Street(std::size_t size = 1000) {
    std::mt19937 random(14);
    for (std::size_t i = 0; i < size; ++i) content += char(random());
    std::ofstream(path, std::ios::binary) << content;
    file = {path, std::int64_t(size), "image/webp", "la sortie à la forêt.webp", true};
    Settings settings{.ports = {0}};
    settings.handler = [this](const Request&, const Done& done) {
      Reply reply;
      reply.file = file;
      done(std::move(reply));
    };
    server = std::make_unique<Server>(std::move(settings));
    REQUIRE(server->start());
  }
  ~Street() {
    server->stop();
    std::filesystem::remove(path);
  }

  std::string ask(const std::string& fields = "", const std::string& method = "GET") const {
    RawClient client(server->port());
    client.send(method + " /file HTTP/1.1\r\nHost: ecole\r\n" + fields + "Connection: close\r\n\r\n");
    return client.rest();
  }
};

std::string body_of(const std::string& answer) { return answer.substr(answer.find("\r\n\r\n") + 4); }
bool has(const std::string& answer, std::string_view field) {
  return answer.find("\r\n" + std::string(field) + "\r\n") != std::string::npos;
}
std::string tag_of(const std::string& answer) {
  const auto at = answer.find("\r\nETag: ") + 8;
  return answer.substr(at, answer.find("\r\n", at) - at);
}

}  // namespace

TEST_CASE("edge: a photograph is shown where the page puts it, and nothing in it can run") {
  const Street street;
  const std::string answer = street.ask();
  CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(body_of(answer) == street.content);
  CHECK(has(answer, "Content-Type: image/webp"));
  CHECK(has(answer, "Content-Length: 1000"));
  CHECK(has(answer, "Content-Security-Policy: sandbox; default-src 'none'"));
  CHECK(has(answer, "X-Content-Type-Options: nosniff"));
  CHECK(has(answer, "Cache-Control: private, max-age=31536000, immutable"));
  CHECK(has(answer, "Accept-Ranges: bytes"));
  CHECK(has(answer,
            "Content-Disposition: inline; filename=\"la sortie __ la for__t.webp\"; "
            "filename*=UTF-8''la%20sortie%20%C3%A0%20la%20for%C3%AAt.webp"));
  CHECK(answer.find(street.path.filename()) == std::string::npos);  // where it lies is nobody's business
}

TEST_CASE("edge: what is no image is handed over, under a name that breaks nothing") {
  Street street;
  street.file.inline_ = false;
  street.file.content_type = "application/pdf";
  street.file.name = "note\"\r\nSet-Cookie: a=b; ../\\%00.pdf";
  const std::string answer = street.ask();
  CHECK(has(answer,
            "Content-Disposition: attachment; filename=\"note___Set-Cookie: a=b; ..___00.pdf\"; "
            "filename*=UTF-8''note%22%0D%0ASet-Cookie%3A%20a%3Db%3B%20..%2F%5C%2500.pdf"));
  CHECK_FALSE(has(answer, "Set-Cookie: a=b"));
}

TEST_CASE("edge: a download that was cut goes on from where it was") {
  const Street street;
  struct {
    const char* range;
    int status;
    std::size_t from;
    std::size_t size;
  } const cases[] = {
      {"bytes=0-0", 206, 0, 1},
      {"bytes=0-99", 206, 0, 100},
      {"bytes=500-", 206, 500, 500},
      {"bytes=-10", 206, 990, 10},
      {"bytes=-5000", 206, 0, 1000},
      {"bytes=900-5000", 206, 900, 100},
      {"BYTES=0-9", 206, 0, 10},
      {"bytes=1000-", 416, 0, 0},
      {"bytes=-0", 416, 0, 0},
      {"bytes=0-9,20-29", 200, 0, 1000},
      {"bytes=9-0", 200, 0, 1000},
      {"bytes=a-b", 200, 0, 1000},
      {"bytes=", 200, 0, 1000},
      {"lines=1-2", 200, 0, 1000},
      {"bytes=0x1-9", 200, 0, 1000},
      {"bytes=--5", 200, 0, 1000},
      {"bytes=99999999999999999999-", 200, 0, 1000},
  };
  for (const auto& one : cases) {
    INFO(one.range);
    const std::string answer = street.ask(std::string("Range: ") + one.range + "\r\n");
    CHECK(answer.starts_with("HTTP/1.1 " + std::to_string(one.status) + " "));
    if (one.status == 416) {
      CHECK(has(answer, "Content-Range: bytes */1000"));
      continue;
    }
    CHECK(body_of(answer) == street.content.substr(one.from, one.size));
    if (one.status == 206)
      CHECK(has(answer, "Content-Range: bytes " + std::to_string(one.from) + "-" + std::to_string(one.from + one.size - 1) + "/1000"));
  }
}

TEST_CASE("edge: a file that the browser has is not sent again, and a range of another file is the whole one") {
  const Street street;
  const std::string tag = tag_of(street.ask());
  const std::string same = street.ask("If-None-Match: W/\"x\", " + tag + "\r\n");
  CHECK(same.starts_with("HTTP/1.1 304 "));
  CHECK(body_of(same).empty());
  CHECK(street.ask("If-None-Match: \"x\"\r\n").starts_with("HTTP/1.1 200 "));
  CHECK(street.ask("Range: bytes=0-9\r\nIf-Range: " + tag + "\r\n").starts_with("HTTP/1.1 206 "));
  CHECK(street.ask("Range: bytes=0-9\r\nIf-Range: \"x\"\r\n").starts_with("HTTP/1.1 200 "));
}

TEST_CASE("edge: HEAD tells the size of a file, and sends nothing of it") {
  const Street street;
  const std::string answer = street.ask("", "HEAD");
  CHECK(has(answer, "Content-Length: 1000"));
  CHECK(body_of(answer).empty());
  CHECK(has(street.ask("Range: bytes=0-9\r\n", "HEAD"), "Content-Length: 10"));
}

TEST_CASE("edge: large files go to several readers at once, one after the other on one connection, whole") {
  const Street street(8'000'000);
  std::vector<std::unique_ptr<RawClient>> readers;
  for (int i = 0; i < 8; ++i) {
    readers.push_back(std::make_unique<RawClient>(street.server->port()));
    readers.back()->send("GET /a HTTP/1.1\r\nHost: ecole\r\n\r\nGET /b HTTP/1.1\r\nHost: ecole\r\n\r\n");
  }
  for (auto& reader : readers) {
    CHECK(body_of(reader->reply()) == street.content);
    CHECK(body_of(reader->reply()) == street.content);
  }
}

TEST_CASE("edge: an empty file is a file; one that is gone, cut short or a link is a surprise") {
  logs::Capture capture;
  SECTION("empty") {
    const Street street(0);
    CHECK(has(street.ask(), "Content-Length: 0"));
    CHECK(street.ask("Range: bytes=0-\r\n").starts_with("HTTP/1.1 416 "));
  }
  SECTION("gone") {
    const Street street;
    std::filesystem::remove(street.path);
    CHECK(street.ask().starts_with("HTTP/1.1 500 "));
  }
  SECTION("cut short") {
    const Street street;
    std::filesystem::resize_file(street.path, 999);
    CHECK(street.ask().starts_with("HTTP/1.1 500 "));
  }
  SECTION("a link") {
    const Street street;
    std::filesystem::remove(street.path);
    std::filesystem::create_symlink("/etc/hostname", street.path);
    CHECK(street.ask().starts_with("HTTP/1.1 500 "));
  }
}
