#include "import/aaf/codes.h"

#include <utility>

#include "base/text.h"

namespace aaf {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

// Source: nomenclature of levels, docs/sources.md#aaf
constexpr std::pair<std::string_view, Grade> grades[] = {
    {"1110", Grade::tps}, {"1111", Grade::ps},      {"1112", Grade::ms},      {"1113", Grade::gs},
    {"1121", Grade::cp},  {"1122", Grade::ce1},     {"1123", Grade::ce2},     {"1124", Grade::cm1},
    {"1125", Grade::cm2}, {"1211", Grade::neutral}, {"1311", Grade::neutral}, {"1411", Grade::neutral},
};

constexpr std::pair<std::string_view, Relation> relations[] = {
    {"10", Relation::mother},       {"20", Relation::father},        {"37", Relation::sibling},      {"38", Relation::ancestor},
    {"39", Relation::relative},     {"41", Relation::educator},      {"42", Relation::foster_carer}, {"43", Relation::child_minder},
    {"50", Relation::tutor},        {"51", Relation::child_welfare}, {"70", Relation::pupil},        {"90", Relation::other},
    {"1", Relation::father},        {"2", Relation::mother},         {"3", Relation::tutor},         {"4", Relation::relative},
    {"5", Relation::child_welfare}, {"6", Relation::other},          {"7", Relation::pupil},
};

constexpr Word academies[] = {
    {"01", "Paris"},
    {"02", "Aix-Marseille"},
    {"03", "Besançon"},
    {"04", "Bordeaux"},
    {"05", "Caen"},
    {"06", "Clermont-Ferrand"},
    {"07", "Dijon"},
    {"08", "Grenoble"},
    {"09", "Lille"},
    {"10", "Lyon"},
    {"11", "Montpellier"},
    {"12", "Nancy-Metz"},
    {"13", "Poitiers"},
    {"14", "Rennes"},
    {"15", "Strasbourg"},
    {"16", "Toulouse"},
    {"17", "Nantes"},
    {"18", "Orléans-Tours"},
    {"19", "Reims"},
    {"20", "Amiens"},
    {"21", "Rouen"},
    {"22", "Limoges"},
    {"23", "Nice"},
    {"24", "Créteil"},
    {"25", "Versailles"},
    {"26", "Antilles-Guyane"},
    {"27", "Corse"},
    {"28", "La Réunion"},
    {"31", "Martinique"},
    {"32", "Guadeloupe"},
    {"33", "Guyane"},
    {"40", "Nouvelle-Calédonie"},
    {"41", "Polynésie française"},
    {"42", "Wallis-et-Futuna"},
    {"43", "Mayotte"},
    {"44", "Saint-Pierre-et-Miquelon"},
    {"70", "Normandie"},
};

// The sigle without dots, in lower case: what it begins with decides, the last letters say public or private.
constexpr Word sigles[] = {
    {"empr", "École maternelle privée"}, {"eepr", "École élémentaire privée"}, {"eppr", "École primaire privée"},
    {"em", "École maternelle"},          {"ee", "École élémentaire"},          {"ep", "École primaire"},
};

constexpr Word types[] = {{"101", "École maternelle"}, {"151", "École élémentaire"}};

template <class Value, std::size_t N>
const Value* find_in(const std::pair<std::string_view, Value> (&table)[N], std::string_view key) {
  for (const auto& [name, value] : table) {
    if (name == key) return &value;
  }
  return nullptr;
}

}  // namespace

std::optional<Grade> grade_of(std::string_view mefstat4) {
  const Grade* grade = find_in(grades, mefstat4);
  return grade ? std::optional(*grade) : std::nullopt;
}

std::optional<Relation> relation_of(std::string_view code) {
  const Relation* relation = find_in(relations, code);
  return relation ? std::optional(*relation) : std::nullopt;
}

std::string_view academy_name(std::string_view academy_code) {
  const std::string_view* name = find_in(academies, academy_code);
  return name ? *name : std::string_view();
}

std::string academy_code(std::string_view in) {
  if (in.empty() || in.find_first_not_of("0123456789") != std::string_view::npos) return "";
  in.remove_prefix(std::min(in.find_first_not_of('0'), in.size()));
  if (in.empty() || in.size() > 2) return "";
  return in.size() == 1 ? "0" + std::string(in) : std::string(in);
}

std::string_view kind_words(std::string_view sigle, std::string_view type_code) {
  std::string short_name = text::fold(sigle);
  std::erase(short_name, '.');
  for (const auto& [begins, words] : sigles) {
    if (short_name.starts_with(begins)) return words;
  }
  const std::string_view* words = find_in(types, type_code);
  return words ? *words : "École";
}

}  // namespace aaf
