#include <catch2/catch.hpp>
#include <random>

#include "edge/head.h"
#include "edge/raw_client.h"
#include "edge/server.h"

using namespace edge;

namespace {

struct Hostile {
  const char* what;
  std::string bytes;
  int status;
};

std::string repeated(int n, std::string_view text) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

std::string get(std::string_view fields) { return "GET / HTTP/1.1\r\nHost: ecole\r\n" + std::string(fields) + "\r\n"; }
std::string post(std::string_view fields, std::string_view body) {
  return "POST / HTTP/1.1\r\nHost: ecole\r\n" + std::string(fields) + "\r\n" + std::string(body);
}
std::string chunked(std::string_view body) { return post("Transfer-Encoding: chunked\r\n", body); }
using namespace std::string_literals;

std::string socket(std::string_view fields) { return get("Connection: Upgrade\r\nUpgrade: websocket\r\n" + std::string(fields)); }

std::vector<Hostile> hostile_requests() {
  return {
      // Two ways to read where the body ends.
      {"length and encoding", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
      {"encoding and length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), 400},
      {"two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"), 400},
      {"the same length twice", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), 400},
      {"a list of lengths", post("Content-Length: 5, 5\r\n", "hello"), 400},
      {"a signed length", post("Content-Length: +5\r\n", "hello"), 400},
      {"a negative length", post("Content-Length: -5\r\n", "hello"), 400},
      {"an octal length", post("Content-Length: 005\r\n", "hello"), 400},
      {"a hexadecimal length", post("Content-Length: 0x5\r\n", "hello"), 400},
      {"a length with a space inside", post("Content-Length: 1 0\r\n", "hello"), 400},
      {"an empty length", post("Content-Length:\r\n", "hello"), 400},
      {"a length that overflows", post("Content-Length: 18446744073709551621\r\n", "hello"), 413},
      {"an encoding twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
      {"a stack of encodings", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400},
      {"chunked not last", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"), 400},
      {"chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), 400},
      {"identity", post("Transfer-Encoding: identity\r\n", ""), 400},
      {"an unknown encoding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 400},
      {"a quoted encoding", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n"), 400},
      {"a vertical tab before chunked", post("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n"), 400},
      {"an encoding with a parameter", post("Transfer-Encoding: chunked;q=1\r\n", "0\r\n\r\n"), 400},
      {"an empty encoding", post("Transfer-Encoding:\r\n", ""), 400},
      {"trailers announced", post("Transfer-Encoding: chunked\r\nTrailer: Cookie\r\n", "0\r\n\r\n"), 400},
      {"a GET with a body", get("Content-Length: 5\r\n") + "hello", 400},
      {"a GET in chunks", get("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400},
      {"a HEAD with a body", "HEAD / HTTP/1.1\r\nHost: ecole\r\nContent-Length: 5\r\n\r\nhello", 400},
      // Chunks.
      {"a chunk that is no number", chunked("zz\r\nhello\r\n0\r\n\r\n"), 400},
      {"a chunk longer than it says", chunked("3\r\nhello\r\n0\r\n\r\n"), 400},
      {"a chunk without its line end", chunked("5\r\nhello0\r\n\r\n"), 400},
      {"a chunk size with 0x", chunked("0x5\r\nhello\r\n0\r\n\r\n"), 400},
      {"a chunk with a sign", chunked("-5\r\nhello\r\n0\r\n\r\n"), 400},
      {"a chunk size that overflows", chunked("fffffffffffffffff\r\nhello\r\n0\r\n\r\n"), 400},
      {"chunks over the limit", chunked("ffff\r\n" + std::string(0xffff, 'a') + "\r\nff\r\n"), 413},
      {"a chunk size of 2^63", chunked("7fffffffffffffff\r\n"), 413},
      {"a chunk line ended by LF alone", chunked("5\nhello\r\n0\r\n\r\n"), 400},
      {"a chunk extension with LF inside", chunked("5;a\nb\r\nhello\r\n0\r\n\r\n"), 400},
      {"no chunk size", chunked("\r\nhello\r\n0\r\n\r\n"), 400},
      // Lines and fields.
      {"a folded field", get("X-Long: one\r\n two\r\n"), 400},
      {"a first field that is folded", "GET / HTTP/1.1\r\n Host: ecole\r\n\r\n", 400},
      {"a field folded with a tab", get("X-Long: one\r\n\ttwo\r\n"), 400},
      {"lines ended by LF alone", "GET / HTTP/1.1\nHost: ecole\n\n", 400},
      {"one line ended by LF alone", "GET / HTTP/1.1\r\nHost: ecole\nX: y\r\n\r\n", 400},
      {"a CR alone", get("X-A: b\rX-C: d\r\n"), 400},
      {"two CR", get("X-A: b\r\r\n"), 400},
      {"an empty line first", "\r\nGET / HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"NUL in a value", get("X-A: b\0c\r\n"s), 400},
      {"NUL in a name", get("X\0A: b\r\n"s), 400},
      {"NUL in the path", "GET /a\0b HTTP/1.1\r\nHost: ecole\r\n\r\n"s, 400},
      {"an escape character in a value", get("X-A: \x1b[2J\r\n"), 400},
      {"DEL in a value", get("X-A: \x7f\r\n"), 400},
      {"a space before the colon", get("Content-Length : 5\r\n"), 400},
      {"a tab before the colon", get("Content-Length\t: 5\r\n"), 400},
      {"a field without colon", get("Nothing\r\n"), 400},
      {"a field without name", get(": nothing\r\n"), 400},
      {"a name with a space", get("X A: b\r\n"), 400},
      {"a name with an accent", get("Élève: b\r\n"), 400},
      {"a name in parentheses", get("(x): b\r\n"), 400},
      // Hosts.
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400},
      {"an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
      {"two Host", get("Host: autre\r\n"), 400},
      {"the same Host twice", get("Host: ecole\r\n"), 400},
      {"a list of hosts", "GET / HTTP/1.1\r\nHost: ecole, autre\r\n\r\n", 400},
      {"a Host with a path", "GET / HTTP/1.1\r\nHost: ecole/x\r\n\r\n", 400},
      {"a Host with a name and @", "GET / HTTP/1.1\r\nHost: a@ecole\r\n\r\n", 400},
      {"a Host with a word as port", "GET / HTTP/1.1\r\nHost: ecole:http\r\n\r\n", 400},
      {"a Host that is a port only", "GET / HTTP/1.1\r\nHost: :80\r\n\r\n", 400},
      // First lines.
      {"an absolute target", "GET http://ecole/ HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"a target that is a host", "GET ecole:80 HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"a star", "GET * HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"a fragment", "GET /#x HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"a backslash", "GET /\\..\\secret HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"bytes over 127 in the target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"a space in the target", "GET /a b HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"two spaces", "GET  / HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"a tab for a space", "GET\t/\tHTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"a space first", " GET / HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"a space last", "GET / HTTP/1.1 \r\nHost: ecole\r\n\r\n", 400},
      {"no version", "GET /\r\nHost: ecole\r\n\r\n", 400},
      {"a lower-case protocol", "GET / http/1.1\r\nHost: ecole\r\n\r\n", 400},
      {"a version of three digits", "GET / HTTP/1.10\r\nHost: ecole\r\n\r\n", 400},
      {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: ecole\r\n\r\n", 505},
      {"HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"HTTP/0.9", "GET /\r\n\r\n", 400},
      {"TLS on a plain port", "\x16\x03\x01\x02\x00\x01"s, 400},
      {"a method of the web we do not serve", "OPTIONS / HTTP/1.1\r\nHost: ecole\r\n\r\n", 405},
      {"TRACE", "TRACE / HTTP/1.1\r\nHost: ecole\r\n\r\n", 405},
      {"CONNECT", "CONNECT ecole:443 HTTP/1.1\r\nHost: ecole\r\n\r\n", 405},
      {"an unknown method", "BREW / HTTP/1.1\r\nHost: ecole\r\n\r\n", 501},
      {"a lower-case method", "get / HTTP/1.1\r\nHost: ecole\r\n\r\n", 501},
      {"a method with punctuation", "G@T / HTTP/1.1\r\nHost: ecole\r\n\r\n", 400},
      // Connections and upgrades.
      {"HTTP/1.0 kept alive", "GET / HTTP/1.0\r\nHost: ecole\r\nConnection: keep-alive\r\n\r\n", 400},
      {"HTTP/1.0 in chunks", "POST / HTTP/1.0\r\nHost: ecole\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"h2c", get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"), 400},
      {"an upgrade without Connection", get("Upgrade: websocket\r\n"), 400},
      {"a Connection that upgrades to nothing", get("Connection: Upgrade\r\n"), 400},
      {"a WebSocket key without upgrade", get("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"), 400},
      {"a WebSocket without key", get("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"), 400},
      {"a WebSocket of version 8", socket("Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"), 400},
      {"a WebSocket key that is too short", socket("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhl\r\n"), 400},
      {"a WebSocket key of other signs", socket("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZ$==\r\n"), 400},
      {"two WebSocket keys",
       socket(
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"),
       400},
      {"a WebSocket by POST",
       "POST / HTTP/1.1\r\nHost: ecole\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
       400},
      {"a WebSocket from another site",
       socket("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://autre\r\n"), 403},
      {"a WebSocket without origin", socket("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"), 403},
      {"a Connection that hides a field", get("Connection: close, Cookie\r\n"), 400},
      {"an unknown expectation", post("Expect: 200-ok\r\nContent-Length: 5\r\n", "hello"), 417},
      // Fields we read, twice.
      {"two Origin", get("Origin: http://a\r\nOrigin: http://b\r\n"), 400},
      {"two Idempotency-Key", get("Idempotency-Key: a\r\nIdempotency-Key: b\r\n"), 400},
      {"two Content-Type", post("Content-Type: a/b\r\nContent-Type: c/d\r\n", ""), 400},
      {"two Sec-Fetch-Site", get("Sec-Fetch-Site: none\r\nsec-fetch-site: none\r\n"), 400},
      {"two X-Forwarded-Proto", get("X-Forwarded-Proto: http\r\nX-Forwarded-Proto: https\r\n"), 400},
      // Sizes.
      {"101 fields", get(repeated(100, "X-A: b\r\n")), 431},
      {"a very long field", get("X-A: " + std::string(20'000, 'a') + "\r\n"), 431},
      {"a field without end", "GET / HTTP/1.1\r\nX-A: " + std::string(1 << 20, 'a'), 431},
      {"a target without end", "GET /" + std::string(1 << 20, 'a'), 431},
      {"100,000 fields", "GET / HTTP/1.1\r\nHost: ecole\r\n" + repeated(100'000, "X-A: b\r\n") + "\r\n", 431},
      {"a body of 100 MB announced", post("Content-Length: 100000000\r\n", ""), 413},
  };
}

}  // namespace

TEST_CASE("edge: an ambiguous or hostile request gets one refusal, and nothing behind it is read") {
  int handled = 0;
  Settings settings{.ports = {0}};
  settings.handler = [&](Request, Done done) {
    ++handled;
    done({});
  };
  Server server(std::move(settings));
  REQUIRE(server.start());

  for (const auto& hostile : hostile_requests()) {
    INFO(hostile.what);
    RawClient client(server.port());
    client.send(hostile.bytes);
    // The request that is smuggled behind must never be answered.
    client.send("GET /smuggled HTTP/1.1\r\nHost: ecole\r\n\r\n");
    const std::string answer = client.rest();

    CHECK(answer.starts_with("HTTP/1.1 " + std::to_string(hostile.status) + " "));
    CHECK(answer.find("\r\nConnection: close\r\n") != std::string::npos);
    CHECK(answer.find("HTTP/1.1", 8) == std::string::npos);
    CHECK(client.closed());
  }
  server.stop();
  CHECK(handled == 0);
}

TEST_CASE("edge: unusual requests with one meaning are answered") {
  const std::vector<std::string> unusual{
      get(""),
      get(repeated(99, "X-A: b\r\n")),
      get("X-Empty:\r\nX-Spaces: \t a \t \r\n"),
      get("Connection: keep-alive, TE\r\nTE: trailers\r\n"),
      get("Cookie: a=1\r\nCookie: b=2\r\n"),
      get("User-Agent: \xc3\xa9"
          "cole\r\n"),
      "GET /?q=a%20b&c[]=|{}^` HTTP/1.1\r\nhOST: ECOLE.exemple:8080\r\n\r\n",
      "GET /%00/../%2e HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
      "HEAD / HTTP/1.1\r\nHost: ecole\r\n\r\n",
      "GET / HTTP/1.0\r\nHost: ecole\r\n\r\n",
      "DELETE / HTTP/1.1\r\nHost: ecole\r\nContent-Length: 0\r\n\r\n",
      post("", ""),
      chunked("5\r\nhello\r\n0\r\n\r\n"),
      chunked("000A;name=value\r\nhello hell\r\n0\r\n\r\n"),
  };
  for (const auto& bytes : unusual) {
    INFO(bytes);
    const Scan scan = scan_head(bytes, 0);
    CHECK(scan.state == Scan::whole);
    CHECK(read_head(std::string_view(bytes).substr(0, scan.bytes), 100));
  }
}

TEST_CASE("edge: 10,000 damaged requests are read one way or refused, never half") {
  const std::vector<std::string> sound{
      get("Cookie: __Host-session=abc\r\nAccept-Encoding: br, gzip;q=0.5\r\nConnection: keep-alive\r\n"),
      post("Content-Length: 5\r\nOrigin: http://ecole\r\nIdempotency-Key: 0f\r\nExpect: 100-continue\r\n", "hello"),
      chunked("5\r\nhello\r\n0\r\n\r\n"),
      "GET /api/c/parent/bell?x=1 HTTP/1.0\r\nHost: [::1]:80\r\nX-Forwarded-For: 1.2.3.4, ::1\r\n\r\n",
  };
  const std::string odd = "\r\n\0\t :,;\x7f\xff+-09aZ/\"\\"s;
  std::mt19937 random(20260914);
  int accepted = 0;
  for (int n = 0; n < 10'000; ++n) {
    std::string bytes = sound[random() % sound.size()];
    for (auto damages = 1 + random() % 3; damages > 0; --damages) {
      const std::size_t at = random() % bytes.size();
      switch (random() % 4) {
        case 0:
          bytes[at] = odd[random() % odd.size()];
          break;
        case 1:
          bytes.erase(at, 1 + random() % 4);
          break;
        case 2:
          bytes.insert(at, 1, odd[random() % odd.size()]);
          break;
        default:
          bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 24));
          break;
      }
      if (bytes.empty()) bytes = "\r\n";
    }
    // However the bytes come in, the head ends at the same place.
    const Scan at_once = scan_head(bytes, 0);
    Scan in_pieces = scan_head(std::string_view(bytes).substr(0, bytes.size() / 2), 0);
    if (in_pieces.state == Scan::more) in_pieces = scan_head(bytes, in_pieces.bytes);
    CHECK(at_once.state == in_pieces.state);
    CHECK(at_once.bytes == in_pieces.bytes);
    if (at_once.state != Scan::whole) continue;

    const auto head = read_head(std::string_view(bytes).substr(0, at_once.bytes), 100);
    if (!head) continue;
    ++accepted;
    CHECK(head->request.path.starts_with('/'));
    CHECK_FALSE(head->request.host.empty());
    CHECK_FALSE((head->chunked && head->content_length));
    for (const auto* text : {&head->request.path, &head->request.query, &head->request.host, &head->request.cookie, &head->request.origin})
      CHECK(text->find_first_of(std::string_view("\r\n\0\x7f", 4)) == std::string::npos);
  }
  CHECK(accepted > 500);  // the damage is light enough for both answers to be tried
  CHECK(accepted < 9'500);
}
