#include "features/liaison/outcome.h"

#include <set>

namespace liaison {

namespace {

using Answers = std::vector<wire::Answer>;
using Voices = std::vector<const Answers*>;

/// Who is heard for a child.
Voices voices_of(const wire::FollowedChild& child) {
  Voices of_today;
  Voices of_before;
  for (const wire::Signer& one : child.guardians) {
    if (one.answers) (one.may_sign ? of_today : of_before).push_back(&*one.answers);
  }
  if (child.slip_answers) of_today.push_back(&*child.slip_answers);
  return of_today.empty() ? of_before : of_today;
}

template <class T>
bool differ(const Voices& voices, std::size_t i, std::optional<T> wire::Answer::* member) {
  return std::any_of(voices.begin(), voices.end(), [&](const Answers* one) { return (*one)[i].*member != (*voices.front())[i].*member; });
}

void decide_yes_no(Ask ask, const Voices& voices, std::size_t i, bool replied, Outcome& out) {
  const bool differs = differ(voices, i, &wire::Answer::yes);
  const bool refusal = std::any_of(voices.begin(), voices.end(), [&](const Answers* one) { return (*one)[i].yes == false; });
  out.opposite = out.opposite || differs;
  if (ask == Ask::sign_one) {
    out.blocked = out.blocked || differs;
    if (!differs) out.decided[i].yes = !refusal;
  } else if (refusal || replied) {
    out.decided[i].yes = !refusal;
  }
}

void decide_choice(Ask ask, const Voices& voices, std::size_t i, bool replied, Outcome& out) {
  const bool differs = differ(voices, i, &wire::Answer::option);
  out.opposite = out.opposite || differs;
  out.blocked = out.blocked || differs;
  if (!differs && (ask == Ask::sign_one || replied)) out.decided[i].option = voices.front()->at(i).option;
}

void add_child(const wire::Question& question, std::size_t i, const wire::FollowedChild& child, wire::Total& total) {
  const wire::Answer& decided = child.decided[i];
  if (question.kind == QuestionKind::yes_no) {
    if (!decided.yes)
      ++total.open;
    else
      ++(*decided.yes ? total.yes : total.no);
  }
  if (question.kind == QuestionKind::choice) {
    if (!decided.option)
      ++total.open;
    else
      ++total.options[std::size_t(*decided.option)];
  }
}

void add_adult(const wire::Answer& answer, wire::Total& total) {
  total.places += answer.places.value_or(0);
  total.texts += answer.text.has_value();
}

}  // namespace

Outcome outcome_of(Ask ask, const std::vector<wire::Question>& questions, const wire::FollowedChild& child, bool replied) {
  Outcome out{std::vector<wire::Answer>(questions.size())};
  const Voices voices = voices_of(child);
  if (voices.empty()) return out;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (questions[i].kind == QuestionKind::yes_no) decide_yes_no(ask, voices, i, replied, out);
    if (questions[i].kind == QuestionKind::choice) decide_choice(ask, voices, i, replied, out);
  }
  return out;
}

std::vector<wire::Total> totals_of(const std::vector<wire::Question>& questions, const std::vector<wire::FollowedChild>& children) {
  std::vector<wire::Total> totals;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    wire::Total total{};
    total.options.resize(questions[i].options ? questions[i].options->size() : 0);
    std::set<PersonId> accompany;  // a parent of two children of the class is one adult on the bus
    for (const wire::FollowedChild& child : children) {
      add_child(questions[i], i, child, total);
      if (child.slip_answers) add_adult((*child.slip_answers)[i], total);
      for (const wire::Signer& one : child.guardians) {
        if (!one.answers) continue;
        add_adult((*one.answers)[i], total);
        if (questions[i].kind == QuestionKind::accompany && one.may_sign && (*one.answers)[i].yes == true) accompany.insert(one.person);
      }
    }
    if (questions[i].kind == QuestionKind::accompany) total.yes = std::int64_t(accompany.size());
    totals.push_back(std::move(total));
  }
  return totals;
}

}  // namespace liaison
