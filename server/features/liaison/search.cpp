#include <sstream>

#include "base/text.h"
#include "features/liaison/queries.gen.h"
#include "features/liaison/rights.h"
#include "features/liaison/talk_verbs.h"

namespace liaison {

namespace {

constexpr std::size_t most_words = 3;
constexpr std::size_t shortest = 2;
constexpr std::size_t longest = 100;
constexpr std::int64_t most_looked_at = 200;
constexpr std::size_t most_found = 50;

/// What is looked for, word by word, as the texts are kept: without accents. A letter that means something in LIKE is taken as it is.
std::vector<std::string> patterns_of(const std::string& typed) {
  std::vector<std::string> patterns;
  std::istringstream words(typed);
  for (std::string word; patterns.size() < most_words && words >> word;) {
    std::string pattern = "%";
    for (const char c : text::fold(word)) {
      if (c == '%' || c == '_' || c == '!') pattern += '!';
      pattern += c;
    }
    if (pattern.size() > 1) patterns.push_back(pattern + "%");
  }
  patterns.resize(most_words, "%");
  return patterns;
}

/// Versions sealed before there was a search are folded now.
bool matches(const FoundNote& row, const std::string& typed) {
  if (row.folded) return true;
  const std::string fold = text::fold(row.title + " " + richtext::to_typed(body_of(row.body)));
  std::istringstream words(typed);
  for (std::string word; words >> word;) {
    if (fold.find(text::fold(word)) == fold.npos) return false;
  }
  return true;
}

void keep_latest(std::vector<wire::Found>& found) {
  std::stable_sort(found.begin(), found.end(), [](const wire::Found& a, const wire::Found& b) { return a.at > b.at; });
  if (found.size() > most_found) found.resize(most_found);
}

}  // namespace

Result<wire::FoundList> search(gate::Call<Search>& call) {
  Tx& tx = call.tx;
  const Actor& actor = call.actor;
  std::string typed;
  if (!text::tidy(call.in.q, typed) || text::length(typed) > longest) return invalid_at("/q", "too_long");
  if (text::fold(typed).size() < shortest) return invalid_at("/q", "liaison.search_short");
  const auto like = patterns_of(typed);

  wire::FoundList out;
  for (FoundNote& row : q::search_notes(tx, actor.self, actor.children(talk), actor.classes(talk), actor.schools(talk), like[0], like[1],
                                        like[2], tx.now(), most_looked_at)) {
    if (matches(row, typed)) out.found.push_back({FoundKind::note, row.id, std::move(row.title), std::move(row.author_name), row.at});
  }
  for (FoundTalk& row : q::search_messages(tx, actor.self, actor.children(talk), actor.classes(talk), actor.schools(talk), like[0], like[1],
                                           like[2], actor.profile != Profile::guardian, tx.now(), most_looked_at)) {
    out.found.push_back({FoundKind::conversation, row.id, std::move(row.title), std::move(row.author_name), row.at});
  }
  keep_latest(out.found);
  return out;
}

}  // namespace liaison
