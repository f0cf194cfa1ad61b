#include "base/text.h"
#include "import/aaf/build.h"
#include "import/aaf/codes.h"
#include "import/aaf/labels.h"
#include "import/aaf/uai.h"

namespace aaf {
namespace {

struct SchoolName {
  std::string sigle;
  std::string kind_words;  // empty when the name does not say
  std::string name;
  std::string commune;  // empty when the name does not say
};

/// "ECOLE MATERNELLE LES OLIVIERS-ac-LYON": the older way, in one text.
SchoolName free_name(std::string_view in) {
  in = in.substr(0, in.find("-ac-"));
  SchoolName name;
  for (bool first = true; !in.empty(); first = false) {
    std::size_t end = std::min(in.find(' '), in.size());
    std::string word = text::fold(in.substr(0, end));
    if (first && (word == "ecole" || word == "ec" || word == "ec.")) {
      name.kind_words = "École";
    } else if (!name.kind_words.empty() && word == "maternelle") {
      name.kind_words = "École maternelle";
    } else if (!name.kind_words.empty() && word == "elementaire") {
      name.kind_words = "École élémentaire";
    } else if (!name.kind_words.empty() && word == "primaire") {
      name.kind_words = "École primaire";
    } else if (name.kind_words.empty() || word != "publique") {
      break;
    }
    in.remove_prefix(std::min(end + 1, in.size()));
  }
  name.name = std::string(in);
  return name;
}

/// "E.E.PU$LES TILLEULS$VALBOURG"
SchoolName parse_name(std::string_view in) {
  std::vector<std::string> fields = fields_of(in);
  if (fields.size() < 2) return free_name(in);
  return {fields[0], "", fields[1], fields.size() > 2 ? fields[2] : ""};
}

}  // namespace

Result<SchoolRecord> school_of(const Object& object, Building& building) {
  SchoolRecord school;
  school.key = TRY(key_of(object));
  Uai uai = TRY(parse_uai(object.first("ENTStructureUAI"), building.accept_invented_uai));
  if (uai.repaired) building.doubt(object, "aaf.uai_repaired");
  if (uai.invented) building.doubt(object, "aaf.uai_invented");
  school.uai = uai.text;

  SchoolName name = parse_name(object.first("ENTStructureNomCourant"));
  school.type_code = object.first("ENTStructureCodeTypeStruct");
  school.sigle = name.sigle;
  std::string_view words = kind_words(name.sigle, school.type_code);
  // A text that says "école maternelle" knows better than a code that says nothing.
  school.kind_words = name.kind_words.size() > words.size() ? name.kind_words : std::string(words);
  std::string_view commune = name.commune;
  if (commune.empty()) commune = object.first("ENTEcoleCommune");
  if (commune.empty()) commune = object.first("ENTStructureVille");
  school.commune = place_case(commune);
  school.name = place_case(name.name.empty() ? commune : std::string_view(name.name));  // many village schools have no name
  if (school.name.empty()) return invalid("aaf.name_missing");

  school.academy_code = academy_code(object.first("ENTServAcCodeAcademie"));
  school.academy_name = academy_name(school.academy_code);
  if (school.academy_name.empty()) school.academy_name = place_case(object.first("ENTServAcAcademie"));
  return school;
}

}  // namespace aaf
