#include "base/json.h"

#include <boost/json/src.hpp>
#include <charconv>

namespace json {

namespace {
constexpr char hex[] = "0123456789abcdef";
std::string_view view(const boost::json::string& s) { return {s.data(), s.size()}; }
}  // namespace

void write_text(std::string& out, std::string_view text) {
  out += '"';
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') [[likely]]
      continue;
    out.append(text, from, i - from);
    from = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
  }
  out.append(text, from);
  out += '"';
}

void write_integer(std::string& out, std::int64_t number) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void write_number(std::string& out, double number) {
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void Problems::add(const Path* at, const char* code) {
  if (list_.size() >= 100) return;  // enough to mend by; a hostile body must not cost memory
  std::string path;
  for (; at; at = at->up) path.insert(0, "/" + (at->name.empty() ? std::to_string(at->index) : std::string(at->name)));
  list_.push_back({std::move(path), code});
}

bool read_bool(const value& from, bool& v, const Path* at, Problems& problems) {
  if (!from.is_bool()) return problems.add(at, "type_boolean"), false;
  v = from.get_bool();
  return true;
}

bool read_integer(const value& from, std::int64_t& v, std::int64_t least, std::int64_t most, const Path* at, Problems& problems) {
  if (!from.is_int64()) return problems.add(at, "type_integer"), false;
  v = from.get_int64();
  if (v < least || v > most) return problems.add(at, "range"), false;
  return true;
}

bool read_number(const value& from, double& v, const Path* at, Problems& problems) {
  if (!from.is_number()) return problems.add(at, "type_number"), false;
  v = from.to_number<double>();
  return true;
}

bool read_string(const value& from, std::string& v, const Path* at, Problems& problems) {
  if (!from.is_string()) return problems.add(at, "type_text"), false;
  v = view(from.get_string());
  // SQLite would keep a NUL and PostgreSQL refuse it: neither may happen behind a reader
  if (v.find('\0') != v.npos) return problems.add(at, "nul"), false;
  return true;
}

bool read_id(const value& from, Uuid& v, const Path* at, Problems& problems) {
  if (!from.is_string() || !parse_uuid(view(from.get_string()), v)) return problems.add(at, "type_id"), false;
  return true;
}

bool read_date(const value& from, Date& v, const Path* at, Problems& problems) {
  if (!from.is_string() || !parse_date(view(from.get_string()), v)) return problems.add(at, "type_date"), false;
  return true;
}

const boost::json::object* read_object(const value& from, const Path* at, Problems& problems) {
  const auto* object = from.if_object();
  if (!object) problems.add(at, "type_object");
  return object;
}

const boost::json::array* read_array(const value& from, const Path* at, Problems& problems) {
  const auto* array = from.if_array();
  if (!array) problems.add(at, "type_list");
  return array;
}

void refuse_unknown(const boost::json::object& object, std::span<const std::string_view> known, const Path* at, Problems& problems) {
  for (const auto& member : object) {
    const std::string_view name(member.key().data(), member.key().size());
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const Path here{at, name};
    problems.add(&here, "unknown");
  }
}

bool text_to_integer(std::string_view text, std::int64_t& v) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), v);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

std::optional<value> parse(std::string_view text, Problems& problems) {
  boost::json::error_code failed;
  value v = boost::json::parse({text.data(), text.size()}, failed);
  if (!failed) return v;
  problems.add(nullptr, "not_json");
  return {};
}

}  // namespace json
