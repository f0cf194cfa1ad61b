#pragma once
#include <array>
#include <cstdint>
#include <exception>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"

/// What the program tells the people who run it: one JSON line per event on the standard error.
/// There is no field for free text, so that a name, a message, a query string or a token cannot be printed: what a line
/// holds was either written in the source, or is an id, a number or a word of the program.
/// (Not `log`: the C library has a function of that name.)
namespace logs {

enum class Level { debug, info, warning, error };

/// A word of the source: [a-z0-9._-]. Anything else does not compile.
class Token {
 public:
  template <std::size_t N>
  consteval Token(const char (&text)[N]) : text_(text, N - 1) {
    if (text_.empty()) a_log_token_is_lower_case_letters_digits_dots_hyphens_and_underscores();
    for (const char c : text_) {
      const bool fine = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
      if (!fine) a_log_token_is_lower_case_letters_digits_dots_hyphens_and_underscores();
    }
  }
  std::string_view text() const { return text_; }

 private:
  static void a_log_token_is_lower_case_letters_digits_dots_hyphens_and_underscores();
  std::string_view text_;
};

/// One member of a line, made by the functions below only.
class Field {
 public:
  const std::string& json() const { return json_; }

 private:
  Field(Token name, std::string value);
  std::string json_;  // "name":value

  friend Field id(Token, const Uuid&);
  friend Field number(Token, std::int64_t);
  friend Field flag(Token, bool);
  friend Field code(Token, Token);
  friend Field code(Token, const Error&);
  friend Field word(Token, std::string_view);
  friend Field state(Token, std::string_view);
  friend Field route(Token, std::string_view);
  friend Field cause(const std::exception&);
};

Field id(Token name, const Uuid&);
/// Counts, sizes, statuses, durations (say the unit in the name: "took_ms").
Field number(Token name, std::int64_t);
Field flag(Token name, bool);
Field code(Token name, Token);
/// The code of a refusal; its fields are left out.
Field code(Token name, const Error&);
/// A word of the program that is only known when it runs: the kind of a job, the name of a query. Never something a person
/// typed. What is not [a-z0-9._-], 1 to 64 characters, is printed as "?".
Field word(Token name, std::string_view);
/// An SQLSTATE or an engine's result code: five of [0-9A-Z], or digits. Anything else is printed as "?".
Field state(Token name, std::string_view);
/// The pattern of a route ("/mail/{message}/read"), never the path that was asked: a digit makes it "?".
Field route(Token name, std::string_view pattern);
/// A surprise: the type of the exception, with its number if it is a system error. Never what() says: the message of a
/// database or of a parser repeats the values it was given.
Field cause(const std::exception&);

void write(Level, Token event, const std::vector<std::string_view>& fields);

template <class... Fields>
void event(Level level, Token name, const Fields&... fields) {
  write(level, name, {std::string_view(fields.json())...});
}
template <class... Fields>
void debug(Token name, const Fields&... fields) {
  event(Level::debug, name, fields...);
}
template <class... Fields>
void info(Token name, const Fields&... fields) {
  event(Level::info, name, fields...);
}
template <class... Fields>
void warning(Token name, const Fields&... fields) {
  event(Level::warning, name, fields...);
}
template <class... Fields>
void error(Token name, const Fields&... fields) {
  event(Level::error, name, fields...);
}

/// Lines below this level are dropped; `info` until told otherwise. Any thread.
void set_level(Level);

/// Keeps the lines instead of printing them, of every level, while it lives. Tests only, one at a time.
class Capture {
 public:
  Capture();
  ~Capture();
  Capture(const Capture&) = delete;
  std::vector<std::string> lines() const;
};

}  // namespace logs
