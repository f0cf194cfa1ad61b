#pragma once
// Full exports of a directory, written in a few words.
#include <unistd.h>

#include <fstream>

#include "import/aaf/test_reading.h"

namespace aaf::trial {

struct PupilSaid {
  std::string school = "900001";
  std::string class_ = "700101$CE1 A";  // identifier and label; empty: none
  std::vector<std::string> guardians = {};
  std::vector<std::string> groups = {};
  std::string grade = "1122$CE1";
  std::string ine = "";
  std::string left_on = "";
  std::vector<std::string> more_schools = {};
};

/// A full export in a folder of its own, gone at the end of the test.
class Export {
 public:
  explicit Export(std::string dated = "20260914", std::string academy = "10") : dated_(std::move(dated)), academy_(std::move(academy)) {
    std::string pattern = (std::filesystem::temp_directory_path() / "aaf-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~Export() { std::filesystem::remove_all(folder_); }
  Export(const Export&) = delete;

  Export& school(const std::string& key, const std::string& uai, const std::string& name = "LES TILLEULS") {
    objects_[0] += object(
        Kind::school, key,
        {{"ENTStructureUAI", {uai}}, {"ENTStructureNomCourant", {"E.E.PU$" + name + "$VALBOURG"}}, {"ENTServAcCodeAcademie", {academy_}}});
    return *this;
  }
  Export& pupil(const std::string& key, const std::string& first, const std::string& last, const PupilSaid& said = {}) {
    std::vector<std::string> schools = said.more_schools;
    schools.insert(schools.begin(), said.school);
    std::vector<std::string> groups;
    for (const std::string& group : said.groups) groups.push_back(said.school + "$REG$REGROUPEMENT$" + group);
    std::vector<Attr> attributes{{"ENTPersonNom", {last}},
                                 {"ENTPersonPrenom", {first}},
                                 {"ENTPersonStructRattach", schools},
                                 {"ENTEleveNiveau", {said.grade}},
                                 {"ENTEleveINE", {said.ine}},
                                 {"ENTEleveDateSortieStructRattach", {said.left_on}},
                                 {"ENTEleveAutoriteParentale", said.guardians},
                                 {"ENTPersonGroupes", groups}};
    if (!said.class_.empty()) attributes.push_back({"ENTPersonClasses", {said.school + "$ORD$ORDINAIRE$" + said.class_}});
    objects_[1] += object(Kind::pupil, key, attributes);
    return *this;
  }
  Export& guardian(const std::string& key, const std::string& first, const std::string& last) {
    objects_[2] += object(Kind::guardian, key, {{"ENTPersonNom", {last}}, {"ENTPersonPrenom", {first}}});
    return *this;
  }
  Export& staff(const std::string& key, const std::string& first, const std::string& last, const std::vector<std::string>& functions,
                const std::string& heads = "", const std::string& school = "900001") {
    objects_[3] += object(Kind::staff, key,
                          {{"ENTPersonNom", {last}},
                           {"ENTPersonPrenom", {first}},
                           {"ENTPersonStructRattach", {school}},
                           {"ENTPersonFonctions", functions},
                           {"ENTEnsFonctionDir", {heads}}});
    return *this;
  }
  /// Something else, as XML, among the objects of a kind.
  Export& raw(Kind kind, const std::string& xml) {
    objects_[std::size_t(kind)] += xml;
    return *this;
  }
  /// `count` children without a story, keys from `from`.
  Export& crowd(int count, int from = 810001, const PupilSaid& said = {}) {
    for (int i = 0; i < count; ++i) pupil(std::to_string(from + i), "ENFANT", "NUMERO " + std::to_string(from + i), said);
    return *this;
  }
  /// The school, guardian and teacher that an export cannot do without.
  Export& ground() {
    school("900001", "0999990W");
    guardian("600001", "SARAH", "DELMAS");
    return staff("500001", "HELENE", "GARCIN", {"900001$ENS$ENSEIGNEMENT$G0000$X"}, "900001");
  }

  const std::filesystem::path& folder() {
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      std::ofstream(folder_ / ("ENT1DVA-T_Complet_" + dated_ + "_" + std::string(feed_name(Kind(i))) + "_0000.xml")) << part(objects_[i]);
    }
    return folder_;
  }

 private:
  std::string dated_;
  std::string academy_;
  std::filesystem::path folder_;
  std::array<std::string, 4> objects_;
};

}  // namespace aaf::trial
