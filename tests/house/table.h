#pragma once
#include <set>
#include <string>
#include <vector>

namespace house {

/// One cell of rights.tsv: somebody, in a context, asks one thing of one route.
struct Cell {
  int line = 0;
  std::string method;
  std::string route;     // "/c/{context}/home", "/me"
  std::string who;       // a key of the cast, or signed_out
  std::string context;   // a slug, or "-"
  std::string thing;     // what the path and body name (example.cpp), or "-"
  std::string relation;  // of who to the thing, in a word
  int status = 0;
  bool shows_are_told = false;
  std::set<std::string> shows;  // the notes and children in the reply, exactly; told by words, "-" none, "*" not told

  bool writes() const { return method != "GET"; }
  bool succeeds() const { return status < 300; }
  std::string words() const;  // how a failure names it
};

/// The words a relation may be.
const std::set<std::string>& relations();

/// Reads the table; throws with the line's number when a line is not a cell.
std::vector<Cell> read_table();

}  // namespace house
