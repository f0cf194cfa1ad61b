#include "app/demo/story.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "store/fault.h"

namespace app::demo {

namespace json = boost::json;

namespace {

Date date_of(const toml::date& day) { return ::date_of(day.year, day.month, day.day); }
int minute_of(const toml::time& time) { return time.hour * 60 + time.minute; }

json::value json_of(const toml::node& node, const Zone& zone);

json::object json_of(const toml::table& table, const Zone& zone) {
  json::object out;
  for (const auto& [key, node] : table) out.emplace(key.str(), json_of(node, zone));
  return out;
}

json::value json_of(const toml::node& node, const Zone& zone) {
  if (const auto* table = node.as_table()) return json_of(*table, zone);
  if (const auto* items = node.as_array()) {
    json::array out;
    for (const toml::node& item : *items) out.push_back(json_of(item, zone));
    return out;
  }
  if (const auto* string = node.as_string()) return json::string(string->get());
  if (const auto* whole = node.as_integer()) return whole->get();
  if (const auto* yes = node.as_boolean()) return yes->get();
  if (const auto* day = node.as_date()) return json::string(to_text(date_of(day->get())));
  if (const auto* time = node.as_time()) return minute_of(time->get());
  if (const auto* moment = node.as_date_time()) return zone.instant(date_of(moment->get().date), minute_of(moment->get().time));
  throw store::Fault(store::Cause::other, fmt::format("demo: line {} holds nothing we know", node.source().begin.line));
}

}  // namespace

std::vector<Chapter> read_story(const std::filesystem::path& folder, const Zone& zone) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Chapter> chapters;
  for (const auto& file : files) {
    try {
      chapters.push_back(json_of(toml::parse_file(file.string()), zone));
    } catch (const toml::parse_error& wrong) {
      throw store::Fault(store::Cause::other,
                         fmt::format("demo: {}:{}: {}", file.filename().string(), wrong.source().begin.line, wrong.description()));
    }
  }
  return chapters;
}

const json::array& list(const json::object& table, std::string_view name) {
  static const json::array none;
  const auto* found = table.if_contains(name);
  return found ? found->as_array() : none;
}

std::string text(const json::object& table, std::string_view name) {
  const auto* found = table.if_contains(name);
  return found ? std::string(found->as_string()) : std::string();
}

std::int64_t number(const json::object& table, std::string_view name, std::int64_t otherwise) {
  const auto* found = table.if_contains(name);
  return found ? found->as_int64() : otherwise;
}

bool flag(const json::object& table, std::string_view name) {
  const auto* found = table.if_contains(name);
  return found && found->as_bool();
}

Date date(const json::object& table, std::string_view name) {
  Date day;
  if (!parse_date(text(table, name), day)) throw store::Fault(store::Cause::other, fmt::format("demo: {} is not a day", name));
  return day;
}

json::object only(const json::object& table, std::initializer_list<std::string_view> names) {
  json::object out;
  for (const std::string_view name : names) {
    if (const auto* found = table.if_contains(name)) out.emplace(name, *found);
  }
  return out;
}

}  // namespace app::demo
