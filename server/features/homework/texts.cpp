#include "features/homework/texts.h"

#include <sstream>

#include "base/text.h"

namespace homework {

wire::Subject subject_of(const TextColumns& row) { return {row.subject, row.subject_label, row.subject_letter, row.subject_look}; }

std::optional<wire::Work> work_of(const TextColumns& row) {
  if (!row.kind || !row.task || !row.due_on) return {};
  return wire::Work{*row.kind, *row.task, row.help, *row.due_on, row.minutes};
}

TextColumns columns_of(const wire::Subject& subject, const std::optional<std::string>& done, const std::optional<wire::Work>& work) {
  TextColumns out{subject.key, subject.label, subject.letter, subject.look, done, {}, {}, {}, {}, {}};
  if (!work) return out;
  out.kind = work->kind;
  out.task = work->task;
  out.help = work->help;
  out.due_on = work->due_on;
  out.minutes = work->minutes;
  return out;
}

std::string fold_of(const TextColumns& row) {
  std::string folded;
  for (const std::string& piece : {row.subject_label, row.done.value_or(""), row.task.value_or(""), row.help.value_or("")}) {
    folded += text::fold(piece) + ' ';
  }
  return folded;
}

std::array<std::string, 3> patterns_of(const std::string& typed) {
  std::array<std::string, 3> patterns{"%", "%", "%"};
  std::istringstream words(typed);
  std::size_t n = 0;
  for (std::string word; n < patterns.size() && words >> word;) {
    std::string folded = text::fold(word);
    std::erase_if(folded, [](char c) { return c == '%' || c == '_' || c == '\\'; });
    if (!folded.empty()) patterns[n++] = "%" + folded + "%";
  }
  return patterns;
}

wire::Item item_of(ItemRow&& row) {
  wire::Subject subject = subject_of(row);
  auto work = work_of(row);
  return {row.entry,
          row.child,
          std::move(row.child_first_name),
          std::move(row.label),
          row.given_on,
          row.from_minute,
          std::move(subject),
          std::move(row.done),
          std::move(work),
          std::move(row.author_name),
          row.author_profile,
          row.corrected_at,
          row.struck,
          row.ticked,
          {}};
}

}  // namespace homework
