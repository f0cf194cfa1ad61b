#include "features/liaison/questions.h"

#include <set>
#include <stdexcept>

#include "base/json.h"
#include "base/text.h"

namespace liaison {

namespace {

using Problems = std::vector<FieldError>;

constexpr std::size_t longest_question = 120;
constexpr std::size_t fewest_options = 2;
constexpr std::size_t most_options = 6;
constexpr std::size_t longest_option = 60;
constexpr std::size_t longest_words = 200;

/// One tidy line; empty when it is not text.
std::string line_of(const std::string& typed) {
  std::string line;
  if (!text::tidy(typed, line)) return {};
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

bool read_options(std::vector<std::string>& options) {
  std::set<std::string> different;
  for (std::string& option : options) {
    option = line_of(option);
    if (option.empty() || text::length(option) > longest_option || !different.insert(text::fold(option)).second) return false;
  }
  return options.size() >= fewest_options && options.size() <= most_options;
}

void read_question(wire::Question& question, const std::string& path, Problems& problems) {
  question.text = line_of(question.text);
  if (question.text.empty()) problems.push_back({path + "/text", "liaison.question_empty"});
  if (text::length(question.text) > longest_question) problems.push_back({path + "/text", "too_long"});
  if (question.kind != QuestionKind::choice) {
    question.options.reset();
    return;
  }
  if (!question.options || !read_options(*question.options)) problems.push_back({path + "/options", "liaison.options_few"});
}

/// Keeps of an answer the member of its question's kind; returns the code of what is wrong, or "".
const char* read_answer(const wire::Question& question, wire::Answer& answer) {
  wire::Answer kept;
  switch (question.kind) {
    case QuestionKind::yes_no:
    case QuestionKind::accompany:
      if (!answer.yes) return "required";
      kept.yes = answer.yes;
      break;
    case QuestionKind::choice:
      if (!answer.option) return "required";
      if (*answer.option < 0 || *answer.option >= std::int64_t(question.options->size())) return "range";
      kept.option = answer.option;
      break;
    case QuestionKind::text: {
      std::string words;
      if (answer.text && (!text::tidy(*answer.text, words) || text::length(words) > longest_words)) return "too_long";
      if (!words.empty()) kept.text = words;
      break;
    }
    case QuestionKind::places:
      if (!answer.places) return "required";
      if (*answer.places < 0 || *answer.places > most_places) return "range";
      kept.places = answer.places;
      break;
  }
  answer = std::move(kept);
  return "";
}

}  // namespace

std::vector<wire::Question> read_questions(std::vector<wire::Question> typed, Problems& problems) {
  if (typed.size() > most_questions) {
    problems.push_back({"/questions", "too_long"});
    return {};
  }
  for (std::size_t i = 0; i < typed.size(); ++i) read_question(typed[i], "/questions/" + std::to_string(i), problems);
  return typed;
}

Result<std::vector<wire::Answer>> read_answers(const std::vector<wire::Question>& questions,
                                               std::optional<std::vector<wire::Answer>> typed) {
  if (!typed || typed->size() != questions.size()) return invalid_at("/answers", "required");
  Problems problems;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const std::string code = read_answer(questions[i], (*typed)[i]);
    if (!code.empty()) problems.push_back({"/answers/" + std::to_string(i), code});
  }
  if (problems.empty()) return *std::move(typed);
  std::string first = problems.front().code;
  return std::unexpected(Error{Fault::invalid, std::move(first), std::move(problems)});
}

std::string kept_answers(const std::vector<wire::Answer>& answers) { return json::to_json(answers); }

std::vector<wire::Answer> answers_of(std::string_view kept) {
  auto answers = json::from_json<std::vector<wire::Answer>>(kept);
  if (!answers) throw std::runtime_error("liaison: kept answers cannot be read");
  return *std::move(answers);
}

std::string must_agree(Ask ask, const std::vector<wire::Question>& questions, const std::vector<wire::Answer>& answers) {
  std::string all;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const wire::Answer& answer = answers[i];
    if (questions[i].kind == QuestionKind::choice) all += std::to_string(*answer.option);
    if (questions[i].kind == QuestionKind::yes_no && ask == Ask::sign_one) all += *answer.yes ? "yes" : "no";
    all += '/';
  }
  return all;
}

}  // namespace liaison
