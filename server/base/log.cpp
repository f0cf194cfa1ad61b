#include "base/log.h"

#include <cxxabi.h>
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>

namespace logs {
namespace {

constexpr std::string_view unprintable = "?";

// The one global of the program: there is one standard error.
struct Output {
  std::mutex mutex;
  std::optional<std::vector<std::string>> kept;  // instead of the standard error
};
Output& output() {
  static Output one;
  return one;
}
std::atomic<Level> least{Level::info};

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", text); }

template <class Allowed>
std::string checked(std::string_view text, std::size_t longest, Allowed allowed) {
  if (text.empty() || text.size() > longest) return quoted(unprintable);
  for (const char c : text)
    if (!allowed(c)) return quoted(unprintable);
  return quoted(text);
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_lower(c) || is_digit(c) || c == '.' || c == '_' || c == '-'; }

std::string_view name_of(Level level) {
  switch (level) {
    case Level::debug:
      return "debug";
    case Level::info:
      return "info";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "error";
}

std::string now_text() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  const std::time_t whole = ms / 1000;
  std::tm utc{};
  gmtime_r(&whole, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min,
                     utc.tm_sec, ms % 1000);
}

// One write per line, so that lines of several threads (or programs on one terminal) do not mix.
void print(std::string_view line) {
  while (!line.empty()) {
    const ssize_t n = ::write(STDERR_FILENO, line.data(), line.size());
    if (n <= 0) return;  // nobody listens: a log must not stop the school
    line.remove_prefix(std::size_t(n));
  }
}

std::string type_name(const std::exception& e) {
  const char* mangled = typeid(e).name();
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> plain(abi::__cxa_demangle(mangled, nullptr, nullptr, &status), std::free);
  return status == 0 && plain ? plain.get() : mangled;
}

}  // namespace

Field::Field(Token name, std::string value) : json_(fmt::format("\"{}\":{}", name.text(), value)) {}

Field id(Token name, const Uuid& uuid) { return {name, quoted(to_text(uuid))}; }
Field number(Token name, std::int64_t n) { return {name, std::to_string(n)}; }
Field flag(Token name, bool on) { return {name, on ? "true" : "false"}; }
Field code(Token name, Token value) { return {name, quoted(value.text())}; }
Field code(Token name, const Error& e) { return {name, checked(e.code, 64, is_word)}; }
Field word(Token name, std::string_view text) { return {name, checked(text, 64, is_word)}; }

Field state(Token name, std::string_view text) {
  return {name, checked(text, 5, [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); })};
}

Field route(Token name, std::string_view pattern) {
  return {name, checked(pattern, 128, [](char c) { return is_lower(c) || c == '/' || c == '{' || c == '}' || c == '_' || c == '-'; })};
}

Field cause(const std::exception& e) {
  const auto* system = dynamic_cast<const std::system_error*>(&e);
  if (!system) return {"cause", quoted(type_name(e))};
  return {"cause", quoted(fmt::format("{} {}", type_name(e), system->code().value()))};
}

void write(Level level, Token event, const std::vector<std::string_view>& fields) {
  Output& out = output();
  const std::lock_guard lock(out.mutex);
  if (!out.kept && level < least.load()) return;
  std::string line = fmt::format("{{\"at\":\"{}\",\"level\":\"{}\",\"event\":\"{}\"", now_text(), name_of(level), event.text());
  for (const auto field : fields) {
    line += ',';
    line += field;
  }
  line += '}';
  if (out.kept) {
    out.kept->push_back(std::move(line));
    return;
  }
  line += '\n';
  print(line);
}

void set_level(Level level) { least.store(level); }

Capture::Capture() {
  const std::lock_guard lock(output().mutex);
  output().kept.emplace();
}
Capture::~Capture() {
  const std::lock_guard lock(output().mutex);
  output().kept.reset();
}
std::vector<std::string> Capture::lines() const {
  const std::lock_guard lock(output().mutex);
  return *output().kept;
}

}  // namespace logs
