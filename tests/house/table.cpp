#include "house/table.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/source_folder.h"

namespace house {

namespace {

Cell cell_of(const std::string& text, int line) {
  std::istringstream in(text);
  Cell cell;
  cell.line = line;
  std::string status, shows, word;
  for (std::string* column : {&cell.method, &cell.route, &cell.who, &cell.context, &cell.thing, &cell.relation, &status, &shows}) {
    if (!std::getline(in, *column, '\t') || column->empty()) throw std::runtime_error(fmt::format("rights.tsv:{}: eight columns", line));
  }
  cell.status = std::stoi(status);
  cell.shows_are_told = shows != "*";
  std::istringstream words(shows == "-" || shows == "*" ? "" : shows);
  while (words >> word) cell.shows.insert(word);
  if (!relations().contains(cell.relation)) throw std::runtime_error(fmt::format("rights.tsv:{}: relation {}", line, cell.relation));
  return cell;
}

}  // namespace

std::string Cell::words() const {
  return fmt::format("rights.tsv:{}: {} {} · {} in {} · {} ({})", line, method, route, who, context, thing, relation);
}

const std::set<std::string>& relations() {
  static const std::set<std::string> all{
      "own",          // theirs: their child, class, school, note, session
      "same_class",   // of the class they reach, but not theirs
      "other_class",  // of their school
      "other_school",
      "other_family",
      "other_context",    // theirs in another context of the same person
      "ended",            // was theirs until yesterday
      "future",           // will be theirs from tomorrow, or arrives later
      "last_year",        // of a class of last year
      "suspended",        // a decision leaves nothing
      "inform_only",      // a decision leaves the right to be informed
      "merged",           // theirs under another of their records
      "withdrawn",        // was taken back
      "not_for_profile",  // a context they hold, of a profile without this right
      "no_profile",       // a context they do not hold
      "not_alive",        // a profile that exists by name only
      "signed_out",
      "session_ended",
      "account_closed",
      "unconfirmed",
      "unknown",     // names nothing
      "impossible",  // theirs, but it cannot be done so
  };
  return all;
}

std::vector<Cell> read_table() {
  const auto path = std::filesystem::path(source_folder) / "tests/house/rights.tsv";
  std::ifstream file(path);
  if (!file) throw std::runtime_error("rights.tsv is not beside table.cpp");
  std::vector<Cell> cells;
  std::string text;
  for (int line = 1; std::getline(file, text); ++line) {
    if (!text.empty() && text.front() != '#') cells.push_back(cell_of(text, line));
  }
  return cells;
}

}  // namespace house
