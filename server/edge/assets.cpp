#include "edge/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/crypto.h"
#include "edge/fields.h"

namespace fs = std::filesystem;

namespace edge {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kinds{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".mp3", "audio/mpeg"},
}};

std::string_view kind_of(const fs::path& file) {
  for (const auto& [extension, type] : kinds)
    if (file.extension() == extension) return type;
  return {};
}

Result<std::string> content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return invalid("edge.asset_unreadable");
  std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (in.bad()) return invalid("edge.asset_unreadable");
  return content;
}

Result<std::string> packed(const fs::path& file, std::string_view extension, std::size_t less_than) {
  fs::path beside = file;
  beside += extension;
  std::error_code ec;
  if (!fs::is_regular_file(fs::symlink_status(beside, ec))) return std::string();
  std::string content = TRY(content_of(beside));
  if (content.size() >= less_than) return std::string();
  return content;
}

// "W/…": the packed and the plain form are one thing under one name.
std::string tag_of(std::string_view hash) { return fmt::format("W/\"{}\"", hash); }

// ";q=0", ";q=0.0", ";q=0.000": asked not to send it.
bool is_refused(std::string_view parameters) {
  const auto q = parameters.find("q=");
  return q != std::string_view::npos && without_spaces(parameters.substr(q + 2)).find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool accepts(std::string_view accept_encoding, std::string_view coding) {
  bool any = false;
  for (std::string_view rest = accept_encoding; !rest.empty();) {
    const auto comma = std::min(rest.find(','), rest.size());
    const std::string_view entry = rest.substr(0, comma);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    // not entry.find(): g++ 12 at -O2 believes that it reads past the end
    const auto semicolon = std::size_t(std::find(entry.begin(), entry.end(), ';') - entry.begin());
    const std::string_view name = without_spaces(entry.substr(0, semicolon));
    const bool wanted = !is_refused(entry.substr(semicolon));
    if (same_word(name, coding)) return wanted;
    if (name == "*") any = wanted;
  }
  return any;
}

Result<Assets> Assets::load(const fs::path& folder) {
  Assets assets;
  bool has_shell = false;
  std::error_code ec;
  for (auto it = fs::recursive_directory_iterator(folder, ec); !ec && it != fs::recursive_directory_iterator(); it.increment(ec)) {
    const fs::path& file = it->path();
    if (file.filename().native().starts_with('.')) {
      if (it->is_directory(ec)) it.disable_recursion_pending();
      continue;
    }
    const auto kind = kind_of(file);
    if (kind.empty() || it->symlink_status(ec).type() != fs::file_type::regular) continue;
    const std::string path = "/" + file.lexically_relative(folder).generic_string();

    Asset asset{.content_type = std::string(kind), .immutable = path.starts_with("/assets/")};
    asset.plain = TRY(content_of(file));
    asset.br = TRY(packed(file, ".br", asset.plain.size()));
    asset.gzip = TRY(packed(file, ".gz", asset.plain.size()));
    asset.hash = crypto::hex(crypto::sha256(asset.plain)).substr(0, 16);
    if (path == "/index.html") {
      assets.shell_ = std::move(asset);
      has_shell = true;
    } else {
      assets.by_path_.emplace(path, std::move(asset));
    }
  }
  if (ec) return invalid("edge.asset_unreadable");
  if (!has_shell) return invalid("edge.no_shell");
  return assets;
}

Reply Assets::send(const Asset& asset, const Request& request) {
  Reply reply;
  reply.headers.emplace_back("Cache-Control", asset.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  reply.headers.emplace_back("ETag", tag_of(asset.hash));
  if (!asset.br.empty() || !asset.gzip.empty()) reply.headers.emplace_back("Vary", "Accept-Encoding");
  if (names_tag(request.if_none_match, asset.hash)) {
    reply.status = 304;
    return reply;
  }
  reply.content_type = asset.content_type;
  if (!asset.br.empty() && accepts(request.accept_encoding, "br")) {
    reply.headers.emplace_back("Content-Encoding", "br");
    reply.body = asset.br;
  } else if (!asset.gzip.empty() && accepts(request.accept_encoding, "gzip")) {
    reply.headers.emplace_back("Content-Encoding", "gzip");
    reply.body = asset.gzip;
  } else {
    reply.body = asset.plain;
  }
  return reply;
}

std::optional<Reply> Assets::answer(const Request& request) const {
  if (request.method != Method::GET) return std::nullopt;
  const auto found = by_path_.find(request.path);
  if (found == by_path_.end()) return std::nullopt;
  return send(found->second, request);
}

Reply Assets::shell(const Request& request) const { return send(shell_, request); }

}  // namespace edge
