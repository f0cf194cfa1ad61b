#include "edge/reply.h"

#include <catch2/catch.hpp>

using namespace edge;

namespace {
constexpr std::time_t monday = 1789367400;  // Monday 14 September 2026, 8:30 in Paris
}

TEST_CASE("edge: every reply carries the same fields") {
  CHECK(head_of({.content_type = "application/json", .body = "{}"}, {.secure = true, .now = monday}) ==
        "HTTP/1.1 200 OK\r\n"
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; manifest-src 'self'; "
        "media-src 'self' blob:; worker-src 'self'; img-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
        "form-action 'self'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html preau-sw\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Referrer-Policy: same-origin\r\n"
        "Cross-Origin-Opener-Policy: same-origin\r\n"
        "Cross-Origin-Resource-Policy: same-origin\r\n"
        "Permissions-Policy: camera=(), microphone=(), geolocation=()\r\n"
        "Cache-Control: no-store\r\n"
        "Strict-Transport-Security: max-age=31536000\r\n"
        "Content-Type: application/json\r\n"
        "Content-Length: 2\r\n"
        "Date: Mon, 14 Sep 2026 06:30:00 GMT\r\n"
        "\r\n");
}

TEST_CASE("edge: a reply replaces a standard field, never the frame") {
  const std::string head = head_of({.status = 204,
                                    .headers = {{"cache-control", "private, max-age=60"},
                                                {"Content-Security-Policy", "sandbox; default-src 'none'"},
                                                {"Content-Length", "7"},
                                                {"Connection", "upgrade"},
                                                {"Server", "x"}}},
                                   {.keep_alive = false});
  CHECK(head.starts_with("HTTP/1.1 204 No Content\r\n"));
  CHECK(head.find("cache-control: private, max-age=60\r\n") != std::string::npos);
  CHECK(head.find("no-store") == std::string::npos);
  CHECK(head.find("script-src") == std::string::npos);
  CHECK(head.find("Content-Security-Policy: sandbox; default-src 'none'\r\n") != std::string::npos);
  for (const std::string_view never : {"Content-Length", "upgrade", "Server", "Strict-Transport-Security"})
    CHECK(head.find(never) == std::string::npos);
  CHECK(head.ends_with("\r\nConnection: close\r\n\r\n"));
}

TEST_CASE("edge: a field that would break the frame is left out") {
  const std::string head =
      head_of({.headers = {{"Location", "/x\r\nSet-Cookie: a=b"}, {"X Y", "z"}, {"X-Nul", std::string("a\0b", 3)}, {"X-Ok", "école"}}}, {});
  for (const std::string_view never : {"Location", "Set-Cookie", "X Y", "X-Nul"}) CHECK(head.find(never) == std::string::npos);
  CHECK(head.find("X-Ok: école\r\n") != std::string::npos);
}
