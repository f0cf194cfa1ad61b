#include "import/aaf/uai.h"

namespace aaf {

char uai_letter(std::string_view digits) {
  int number = 0;
  for (char c : digits) number = number * 10 + (c - '0');
  return "ABCDEFGHJKLMNPRSTUVWXYZ"[number % 23];
}

Result<Uai> parse_uai(std::string_view in, bool accept_invented) {
  if (in.empty()) return invalid("aaf.uai_missing");
  std::string_view digits = in.substr(0, in.size() - 1);
  if (digits.size() < 6 || digits.size() > 7 || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return invalid("aaf.uai_malformed");
  }
  char letter = in.back();
  if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  if (letter < 'A' || letter > 'Z') return invalid("aaf.uai_malformed");

  Uai uai;
  uai.repaired = digits.size() == 6;
  uai.text = (uai.repaired ? "0" : "") + std::string(digits);
  uai.invented = uai_letter(uai.text) != letter;
  if (uai.invented && !accept_invented) return invalid("aaf.uai_letter");
  uai.text += letter;
  return uai;
}

}  // namespace aaf
