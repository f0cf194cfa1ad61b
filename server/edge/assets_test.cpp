#include "edge/assets.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "edge/raw_client.h"
#include "edge/server.h"

using namespace edge;
namespace fs = std::filesystem;

namespace {

/// What a web build leaves, in a folder of its own.
struct Build {
  Build() {
    std::string pattern = (fs::temp_directory_path() / "preau-assets-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()));
    folder = pattern;
    write("index.html", "<!doctype html><title>Préau</title>");
    write("robots.txt", "User-agent: *\nDisallow: /\n");
    write("assets/app-D3k9.js", std::string(2000, 'a'));
    write("assets/app-D3k9.js.br", "packed by brotli");
    write("assets/app-D3k9.js.gz", "packed by gzip, longer");
    write("assets/tiny-Zz01.css", "a{}");
    write("assets/tiny-Zz01.css.gz", "longer than the file");
    write(".vite/manifest.json", "{}");
    write("assets/notes.bak", "?");
    fs::create_symlink("/etc/hostname", folder / "link.txt");
  }
  ~Build() { fs::remove_all(folder); }
  void write(const std::string& name, const std::string& content) const {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << content;
  }
  fs::path folder;
};

std::string field(const Reply& reply, std::string_view name) {
  for (const auto& [its_name, value] : reply.headers)
    if (its_name == name) return value;
  return {};
}

}  // namespace

TEST_CASE("assets: the smallest form the browser takes is sent") {
  const Build build;
  const auto assets = Assets::load(build.folder);
  REQUIRE(assets);
  Request request{.path = "/assets/app-D3k9.js"};
  const auto sent = [&](std::string accepted) {
    request.accept_encoding = std::move(accepted);
    return assets->answer(request).value();
  };

  CHECK(sent("gzip, deflate, br").body == "packed by brotli");
  CHECK(field(sent("br"), "Content-Encoding") == "br");
  CHECK(sent("gzip").body == "packed by gzip, longer");
  CHECK(sent("br;q=0, *").body == "packed by gzip, longer");
  CHECK(sent("").body == std::string(2000, 'a'));
  CHECK(field(sent(""), "Content-Encoding").empty());
  for (const char* any : {"", "br"}) {
    CHECK(field(sent(any), "Vary") == "Accept-Encoding");
    CHECK(field(sent(any), "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(sent(any).content_type == "text/javascript; charset=utf-8");
  }
  request.path = "/assets/tiny-Zz01.css";
  CHECK(sent("gzip").body == "a{}");  // the packed form was no gain
  CHECK(field(sent("gzip"), "Vary").empty());
}

TEST_CASE("assets: files whose name does not change are asked again, and not sent again") {
  const Build build;
  const auto assets = Assets::load(build.folder);
  REQUIRE(assets);

  const Reply first = assets->answer({.path = "/robots.txt"}).value();
  CHECK(first.body.starts_with("User-agent"));
  CHECK(field(first, "Cache-Control") == "no-cache");
  const std::string tag = field(first, "ETag");
  for (const std::string& known : {tag, "\"other\", " + tag, tag.substr(2), std::string("*")}) {
    const Reply again = assets->answer({.path = "/robots.txt", .if_none_match = known}).value();
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(field(again, "ETag") == tag);
  }
  CHECK(assets->answer({.path = "/robots.txt", .if_none_match = "\"other\""})->status == 200);

  const Reply shell = assets->shell({.path = "/c/parent/home"});
  CHECK(shell.content_type == "text/html; charset=utf-8");
  CHECK(field(shell, "Cache-Control") == "no-cache");
  CHECK(assets->shell({.if_none_match = field(shell, "ETag")}).status == 304);
  CHECK(assets->build().size() == 16);
}

TEST_CASE("assets: nothing but the files of the build can be reached") {
  const Build build;
  const auto assets = Assets::load(build.folder);
  REQUIRE(assets);
  for (const char* path :
       {"/", "/index.html", "/link.txt", "/.vite/manifest.json", "/assets/", "/assets", "/assets/notes.bak", "/assets/app-D3k9.js.br",
        "/assets/../robots.txt", "/assets/%2e%2e/robots.txt", "//robots.txt", "/../etc/passwd"})
    CHECK_FALSE(assets->answer({.path = path}));
  CHECK_FALSE(assets->answer({.method = Method::POST, .path = "/robots.txt"}));
  CHECK(Assets::load(build.folder / "assets").error().code == "edge.no_shell");
  CHECK(Assets::load(build.folder / "nowhere").error().code == "edge.asset_unreadable");
}

TEST_CASE("assets: what a browser asks for with q values") {
  CHECK(accepts("gzip, br", "br"));
  CHECK(accepts("BR;q=0.001", "br"));
  CHECK(accepts("*", "br"));
  CHECK_FALSE(accepts("br;q=0", "br"));
  CHECK_FALSE(accepts("*;q=0, gzip", "br"));
  CHECK_FALSE(accepts("br; q=0.000, *", "br"));
  CHECK_FALSE(accepts("", "br"));
  CHECK_FALSE(accepts("brotli", "br"));
}

TEST_CASE("assets: served on a real port before the handler is asked") {
  const Build build;
  auto loaded = Assets::load(build.folder);
  REQUIRE(loaded);
  const auto assets = std::make_shared<const Assets>(std::move(*loaded));
  Settings settings{.ports = {0}, .assets = assets};
  settings.handler = [assets](Request request, Done done) { done(assets->shell(request)); };
  Server server(std::move(settings));
  REQUIRE(server.start());

  RawClient client(server.port());
  client.send(
      "GET /assets/app-D3k9.js HTTP/1.1\r\nHost: ecole\r\nAccept-Encoding: br\r\n\r\nGET /c/parent HTTP/1.1\r\nHost: ecole\r\n\r\n");
  const std::string script = client.reply();
  CHECK(script.ends_with("\r\n\r\npacked by brotli"));
  CHECK(script.find("\r\nX-Content-Type-Options: nosniff\r\n") != std::string::npos);
  CHECK(client.reply().ends_with("<title>Préau</title>"));
}
