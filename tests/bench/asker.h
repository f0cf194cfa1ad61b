#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What to ask, how often, and what must be answered.
struct Plan {
  int port = 0;
  int connections = 1;
  double seconds = 1;
  double rate = 0;      // questions a second, come what may; 0: each connection asks again when it is answered
  std::string request;  // with {n}, {a}, {v}
  std::vector<std::string> values;
  long first = 1;
  std::vector<int> statuses = {200};
  std::string head_holds;
  std::optional<std::string> body;  // NUL: any byte
};

struct Asked {
  std::map<int, long> by_status;
  double seconds = 0;               // from the first question to the last answer
  std::vector<float> milliseconds;  // of each answer
};

/// Throws std::runtime_error at the first answer that is not as planned, with that answer.
Asked ask_all(const Plan&);
/// As JSON.
std::string told(Asked);

std::string file_content(const std::string& path);
std::vector<std::string> lines_of(const std::string&);
