#include "import/aaf/attributes.h"

#include <algorithm>
#include <span>

namespace aaf {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view school_kept[] = {
    "ENTStructureJointure", "ENTStructureUAI", "ENTStructureNomCourant", "ENTStructureCodeTypeStruct",
    "ENTServAcAcademie",    "ENTEcoleCommune", "ENTServAcCodeAcademie",  "ENTStructureVille",
};
constexpr std::string_view school_dropped[] = {
    "ENTStructureSIREN",
    "ENTStructureTypeStruct",
    "ENTEcoleMinistereTutelle",
    "ENTEcoleCodeMinistereTutelle",
    "ENTEtablissementContrat",
    "ENTStructureBoitePostale",
    "ENTStructureAdresse",
    "ENTStructureCodePostal",
    "ENTStructureTelephone",
    "ENTStructureFax",
    "ENTEcoleSecteur",
    "ENTEcoleCirconscription",
    "ENTEcoleRPI",
    "ENTStructureEmail",
    "ENTStructureMailSI",
    "categorieStructure",
};
constexpr std::string_view pupil_kept[] = {
    "ENTPersonJointure",
    "ENTEleveINE",
    "ENTPersonNom",
    "ENTPersonPrenom",
    "ENTPersonCivilite",
    "ENTPersonStructRattach",
    "ENTPersonClasses",
    "ENTPersonGroupes",
    "ENTEleveAutoriteParentale",
    "ENTEleveNiveau",
    "ENTEleveDateEntreeStructRattach",
    "ENTEleveDateSortieStructRattach",
};
constexpr std::string_view pupil_dropped[] = {
    "ENTPersonDateNaissance",
    "ENTPersonNomPatro",
    "ENTPersonAutresPrenoms",
    "ENTPersonMail",
    "ENTEleveCycle",
    "ENTEleveTypeClasse",
    "ENTEleveDateEntreeClasses",
    "ENTEleveDateSortieClasses",
    "ENTEleveRestaurantScolaire",
    "ENTEleveTransport",
    "ENTEleveGarderieMatin",
    "ENTEleveGarderieSoir",
    "ENTEleveEtudesSurveillees",
    "categoriePersonne",
};
constexpr std::string_view guardian_kept[] = {"ENTPersonJointure", "ENTPersonNom", "ENTPersonPrenom", "ENTPersonCivilite"};
constexpr std::string_view guardian_dropped[] = {
    "ENTPersonNomPatro",         "ENTPersonAutresPrenoms", "ENTPersonDateNaissance", "ENTPersonTelPerso", "ENTPersRelEleveTelPro",
    "ENTPersRelEleveTelMobile",  "ENTPersonAdresse",       "ENTPersonCodePostal",    "ENTPersonVille",    "ENTPersonPays",
    "ENTPersonAdresseDiffusion", "ENTPersonMail",          "ENTPersRelEleveEleve",   "categoriePersonne",
};
constexpr std::string_view staff_kept[] = {
    "ENTPersonJointure",      "ENTPersonNom",       "ENTPersonPrenom",   "ENTPersonCivilite",
    "ENTPersonStructRattach", "ENTPersonFonctions", "ENTEnsFonctionDir", "ENTPersonCategorieEnseignant",
};
constexpr std::string_view staff_dropped[] = {
    "ENTPersonNomPatro", "ENTPersonAutresPrenoms", "ENTPersonDateNaissance", "ENTPersonMail", "ENTEnsSpecialites", "categoriePersonne",
};

struct Columns {
  Names kept;
  Names dropped;
};

Columns columns_of(Kind kind) {
  switch (kind) {
    case Kind::school:
      return {school_kept, school_dropped};
    case Kind::pupil:
      return {pupil_kept, pupil_dropped};
    case Kind::guardian:
      return {guardian_kept, guardian_dropped};
    case Kind::staff:
      return {staff_kept, staff_dropped};
  }
  return {};
}

}  // namespace

Attribute attribute_of(Kind kind, std::string_view name) {
  Columns columns = columns_of(kind);
  if (auto kept = std::ranges::find(columns.kept, name); kept != columns.kept.end()) return {Use::keep, *kept};
  if (auto dropped = std::ranges::find(columns.dropped, name); dropped != columns.dropped.end()) return {Use::drop, *dropped};
  return {};
}

std::string_view feed_name(Kind kind) {
  switch (kind) {
    case Kind::school:
      return "EtabEducNat";
    case Kind::pupil:
      return "Eleve";
    case Kind::guardian:
      return "PersRelEleve";
    case Kind::staff:
      return "PersEducNat";
  }
  return "";
}

}  // namespace aaf
