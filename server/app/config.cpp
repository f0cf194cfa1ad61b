#include "app/config.h"

#include <toml++/toml.h>
#include <charconv>
#include <filesystem>

extern char** environ;

namespace app {

namespace {

using Set = std::string (*)(Config&, const std::string&);  // what is wrong, or nothing

std::string number(std::int64_t& into, const std::string& text, std::int64_t least, std::int64_t most) {
  std::int64_t n = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), n);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || n < least || n > most) {
    return fmt::format("il faut un nombre de {} à {}", least, most);
  }
  into = n;
  return {};
}

/// Every setting, and how its text is read.
const std::map<std::string, Set, std::less<>> settings = {
    {"data", [](Config& c, const std::string& v) { return c.data = v, std::string(); }},
    {"engine",
     [](Config& c, const std::string& v) {
       c.engine = v;
       return std::string(v == "sqlite" || v == "postgres" ? "" : "il faut sqlite ou postgres");
     }},
    {"database", [](Config& c, const std::string& v) { return c.database = v, std::string(); }},
    {"schema", [](Config& c, const std::string& v) { return c.schema = v, std::string(); }},
    {"zone",
     [](Config& c, const std::string& v) {
       c.zone = v;
       return std::string(Zone::named(v).valid() ? "" : "ce fuseau horaire n’existe pas ; par exemple Europe/Paris");
     }},
    {"web", [](Config& c, const std::string& v) { return c.web = v, std::string(); }},
    {"address", [](Config& c, const std::string& v) { return c.address = v, std::string(); }},
    {"port", [](Config& c, const std::string& v) { return number(c.port, v, 0, 65535); }},
    {"public_origin",
     [](Config& c, const std::string& v) {
       c.public_origin = v;
       const bool right = (v.starts_with("https://") || v.starts_with("http://localhost")) && !v.ends_with('/');
       return std::string(right ? "" : "il faut une adresse comme https://preau.exemple.fr, sans barre à la fin");
     }},
    {"metrics_port", [](Config& c, const std::string& v) { return number(c.metrics_port, v, 0, 65535); }},
    {"workers", [](Config& c, const std::string& v) { return number(c.workers, v, 1, 64); }},
    {"school_megabytes", [](Config& c, const std::string& v) { return number(c.school_megabytes, v, 1, 1'000'000); }},
    {"trusted_proxies",
     [](Config& c, const std::string& v) {
       c.trusted_proxies.clear();
       for (std::size_t at = 0; at < v.size();) {
         const auto end = std::min(v.find(',', at), v.size());
         c.trusted_proxies.push_back(v.substr(at, end - at));
         at = end + 1;
       }
       return std::string();
     }},
    {"backups", [](Config& c, const std::string& v) { return c.backups = v, std::string(); }},
    {"demo_clock", [](Config& c, const std::string& v) { return c.demo_clock = v, std::string(); }},
};

std::string known_names() {
  std::string names;
  for (const auto& [name, set] : settings) names += (names.empty() ? "" : ", ") + name;
  return names;
}

void set(Config& config, const std::string& name, const std::string& value, const std::string& where,
         std::vector<ConfigProblem>& problems) {
  const auto found = settings.find(name);
  if (found == settings.end()) {
    problems.push_back({where, fmt::format("réglage inconnu « {} ». Les réglages sont : {}.", name, known_names())});
    return;
  }
  if (const std::string wrong = found->second(config, value); !wrong.empty()) {
    problems.push_back({where, fmt::format("{} : {}.", name, wrong)});
  }
}

/// A TOML value as the text a flag would give; false for tables and the like.
bool as_text(const toml::node& node, std::string& text) {
  if (const auto* s = node.as_string()) return text = s->get(), true;
  if (const auto* i = node.as_integer()) return text = std::to_string(i->get()), true;
  if (const auto* list = node.as_array()) {
    text.clear();
    for (const auto& item : *list) {
      std::string one;
      if (!item.is_string() || !as_text(item, one)) return false;
      text += (text.empty() ? "" : ",") + one;
    }
    return true;
  }
  return false;
}

void read_file(const std::string& path, Config& config, std::vector<ConfigProblem>& problems) {
  const std::string name = std::filesystem::path(path).filename().string();
  try {
    for (const auto& [key, node] : toml::parse_file(path)) {
      const std::string where = fmt::format("{}:{}", name, key.source().begin.line);
      std::string text;
      if (as_text(node, text)) {
        set(config, std::string(key.str()), text, where, problems);
      } else {
        problems.push_back({where, fmt::format("{} : il faut un texte, un nombre ou une liste de textes.", key.str())});
      }
    }
  } catch (const toml::parse_error& wrong) {
    problems.push_back({fmt::format("{}:{}", name, wrong.source().begin.line), "ce fichier n’est pas du TOML correct à cette ligne."});
  }
}

}  // namespace

std::string Config::origin() const { return public_origin.empty() ? fmt::format("http://localhost:{}", port) : public_origin; }

uploads::Settings Config::upload_settings(bool threads) const {
  uploads::Settings settings;
  settings.school_bytes = school_megabytes * 1024 * 1024;
  settings.threads = threads ? 2 : 0;
  return settings;
}

store::Options Config::store_options(bool threads) const {
  store::Options options;
  options.engine = engine == "postgres" ? store::Engine::postgres : store::Engine::sqlite;
  options.path = database.empty() ? data + "/preau.sqlite" : database;
  options.uri = database;
  options.schema = schema;
  options.workers = int(workers);
  options.threads = threads;
  return options;
}

std::vector<ConfigProblem> read_config(const std::string& path, const std::map<std::string, std::string>& environment,
                                       const std::map<std::string, std::string>& flags, Config& config) {
  std::vector<ConfigProblem> problems;
  if (!path.empty()) read_file(path, config, problems);
  for (const auto& [name, value] : environment) {
    std::string variable = "PREAU_";
    for (const char c : name) variable += (c >= 'a' && c <= 'z') ? char(c - 'a' + 'A') : c;
    set(config, name, value, variable, problems);
  }
  for (const auto& [name, value] : flags) set(config, name, value, "--" + name, problems);
  if (config.engine == "postgres" && config.database.empty()) {
    problems.push_back({"database", "avec engine = \"postgres\", il faut database : l’adresse de PostgreSQL (postgresql://…)."});
  }
  return problems;
}

std::map<std::string, std::string> environment_of_process() {
  constexpr std::string_view prefix = "PREAU_";
  std::map<std::string, std::string> found;
  for (char** one = environ; *one; ++one) {
    const std::string_view line = *one;
    const auto equals = line.find('=');
    if (!line.starts_with(prefix) || line.starts_with("PREAU_TEST_") || equals == line.npos) continue;
    std::string name;
    for (const char c : line.substr(prefix.size(), equals - prefix.size())) name += (c >= 'A' && c <= 'Z') ? char(c - 'A' + 'a') : c;
    if (settings.contains(name)) found[name] = line.substr(equals + 1);
  }
  return found;
}

}  // namespace app
