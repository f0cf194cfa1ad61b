#include "import/aaf/object.h"

#include "base/text.h"

namespace aaf {
namespace {

Civility civility_of(std::string_view word) {
  if (word == "M." || word == "M") return Civility::mr;
  if (word == "Mme" || word == "MME" || word == "Mlle" || word == "MLLE") return Civility::mrs;
  return Civility::unknown;
}

}  // namespace

std::string_view Object::first(std::string_view name) const {
  const auto& list = all(name);
  return list.empty() ? std::string_view() : std::string_view(list.front());
}

const std::vector<std::string>& Object::all(std::string_view name) const {
  static const std::vector<std::string> none;
  auto found = values.find(name);
  return found == values.end() ? none : found->second;
}

bool is_key(std::string_view key) {
  constexpr std::string_view allowed = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  return !key.empty() && key.size() <= 40 && key.find_first_not_of(allowed) == std::string_view::npos;
}

Result<std::string> key_of(const Object& object) {
  std::string_view key = object.first(object.kind == Kind::school ? "ENTStructureJointure" : "ENTPersonJointure");
  if (!is_key(key)) return invalid("aaf.key_malformed");
  if (key != object.id) return invalid("aaf.key_mismatch");
  return std::string(key);
}

std::vector<std::string> fields_of(std::string_view composite) {
  std::vector<std::string> fields;
  for (std::size_t at = 0; at <= composite.size();) {
    std::size_t end = std::min(composite.find('$', at), composite.size());
    std::string field;
    text::tidy(composite.substr(at, end - at), field);  // trims: the whole was tidied already
    fields.push_back(std::move(field));
    at = end + 1;
  }
  return fields;
}

Result<Naming> naming_of(const Object& object) {
  Naming naming{text::name_case(object.first("ENTPersonPrenom")), text::name_case(object.first("ENTPersonNom")),
                civility_of(object.first("ENTPersonCivilite"))};
  if (naming.first_name.empty() || naming.last_name.empty()) return invalid("aaf.name_missing");
  return naming;
}

}  // namespace aaf
