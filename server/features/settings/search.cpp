#include "features/settings/search.h"

#include <algorithm>

#include "base/text.h"
#include "features/settings/queries.gen.h"
#include "features/settings/rights.h"
#include "gate/context.h"

namespace settings {

namespace {

constexpr std::size_t most_found = 40;
constexpr std::size_t most_words = 3;

/// Takes out of `words` the one that is a class's label, if any.
std::optional<ClassId> class_among(std::vector<std::string>& words, const std::vector<wire::ClassName>& classes) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    const auto found = std::find_if(classes.begin(), classes.end(), [&](const auto& one) { return text::fold(one.label) == *word; });
    if (found == classes.end()) continue;
    words.erase(word);
    return found->id;
  }
  return {};
}

void add(wire::FoundPeople& out, FoundRow&& row) {
  if (out.people.empty() || out.people.back().id != row.id || out.people.back().part != row.part) {
    out.people.push_back({row.id, row.part, std::move(row.first_name), std::move(row.last_name), std::move(row.second_name), {}});
  }
  if (row.about) out.people.back().about.push_back(std::move(*row.about));
}

}  // namespace

std::vector<std::string> folded_words(std::string_view typed) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    if (std::string folded = text::fold(word); !folded.empty()) words.push_back(std::move(folded));
    word.clear();
  };
  for (const char c : typed) {
    if (c == ' ') {
      close();
    } else {
      word += c;
    }
  }
  close();
  return words;
}

Date seen_until(Date today) { return today - gate::days_after_leaving; }

bool sees_decisions(const Actor& actor) { return people::limits_custody.find(actor.profile) != nullptr; }

Result<wire::FoundPeople> search_people(gate::Call<SearchPeople>& call) {
  wire::FoundPeople out{{}, false};
  auto words = folded_words(call.in.text);
  std::size_t letters = 0;
  for (const std::string& word : words) letters += word.size();
  if (letters < 2) return out;

  const Date today = call.tx.today();
  const auto schools = call.actor.schools(directory);
  const auto school_class = class_among(words, q::class_labels(call.tx, schools, school_year_of(today)));
  words.resize(most_words);
  for (FoundRow& row : q::found_people(call.tx, schools, words[0], words[1], words[2], school_class, sees_decisions(call.actor), today,
                                       seen_until(today))) {
    add(out, std::move(row));
  }
  if (out.people.size() > most_found) {
    out.people.resize(most_found);
    out.more = true;
  }
  return out;
}

}  // namespace settings
