#pragma once
// What the tests of this folder share: deliveries written in a few words, and everything a reader gave back.
#include <fmt/format.h>
#include <malloc.h>

#include <filesystem>
#include <sstream>

#include "base/source_folder.h"
#include "import/aaf/attributes.h"
#include "import/aaf/reader.h"

#ifdef __SANITIZE_ADDRESS__
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();  // g++ ships the function without its header
#endif

namespace aaf::trial {

inline std::filesystem::path sample() { return std::filesystem::path(source_folder) / "server/import/aaf/sample"; }

/// Everything a reading gave.
struct Outcome {
  Result<void> result;
  std::vector<SchoolRecord> schools;
  std::vector<PupilRecord> pupils;
  std::vector<GuardianRecord> guardians;
  std::vector<StaffRecord> staff;
  std::vector<Refused> refused;
  std::vector<Warning> warnings;

  std::string code() const { return result ? "" : result.error().code; }
  std::string path() const { return result || result.error().fields.empty() ? "" : result.error().fields[0].path; }
  std::vector<std::string> warned() const {
    std::vector<std::string> codes;
    for (const Warning& warning : warnings) codes.push_back(warning.code);
    return codes;
  }
};

inline Sinks into(Outcome& out) {
  Sinks sinks;
  sinks.school = [&](SchoolRecord&& r) { out.schools.push_back(std::move(r)); };
  sinks.pupil = [&](PupilRecord&& r) { out.pupils.push_back(std::move(r)); };
  sinks.guardian = [&](GuardianRecord&& r) { out.guardians.push_back(std::move(r)); };
  sinks.staff = [&](StaffRecord&& r) { out.staff.push_back(std::move(r)); };
  sinks.refused = [&](Refused&& r) { out.refused.push_back(std::move(r)); };
  sinks.warning = [&](Warning&& r) { out.warnings.push_back(std::move(r)); };
  return sinks;
}

inline Outcome read(Kind kind, const std::string& xml, bool accept_invented_uai = false) {
  Outcome out;
  Reader reader(into(out), accept_invented_uai);
  std::istringstream stream(xml);
  out.result = reader.read(stream, kind, "part.xml");
  return out;
}

inline const std::string utf8 = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n";

inline std::string part(const std::string& objects, const std::string& top = utf8) {
  return top + "<ficAlimMENESR>\n" + objects + "</ficAlimMENESR>\n";
}

struct Attr {
  std::string name;
  std::vector<std::string> values;  // as XML
};

inline std::string object(Kind kind, const std::string& key, const std::vector<Attr>& attributes) {
  bool school = kind == Kind::school;
  std::string xml = fmt::format(
      "<addRequest>\n<operationalAttributes><attr name=\"categorie{}\"><value>{}</value></attr></operationalAttributes>\n"
      "<identifier><id>{}</id></identifier>\n<attributes>\n<attr name=\"ENT{}Jointure\"><value>{}</value></attr>\n",
      school ? "Structure" : "Personne", feed_name(kind), key, school ? "Structure" : "Person", key);
  for (const Attr& attr : attributes) {
    xml += "<attr name=\"" + attr.name + "\">";
    for (const std::string& value : attr.values) xml += "<value>" + value + "</value>";
    xml += "</attr>\n";
  }
  return xml + "</attributes>\n</addRequest>\n";
}

/// One pupil of school 900001, with more to say about them.
inline std::string pupil(std::vector<Attr> more = {}, const std::string& key = "800001", const std::string& first_name = "LINA") {
  more.insert(more.begin(), {{"ENTPersonNom", {"DELMAS"}}, {"ENTPersonPrenom", {first_name}}, {"ENTPersonStructRattach", {"900001"}}});
  return object(Kind::pupil, key, more);
}

inline std::string school(const std::string& uai, const std::string& name = "E.E.PU$LES TILLEULS$VALBOURG",
                          const std::string& academy = "10") {
  return object(Kind::school, "900001",
                {{"ENTStructureUAI", {uai}}, {"ENTStructureNomCourant", {name}}, {"ENTServAcCodeAcademie", {academy}}});
}

/// Bytes this program holds now.
inline std::size_t held_bytes() {
#ifdef __SANITIZE_ADDRESS__
  return __sanitizer_get_current_allocated_bytes();
#else
  return mallinfo2().uordblks + mallinfo2().hblkhd;
#endif
}

/// XML that is made while it is read, of any length, so that the test itself holds nothing.
class EndlessBuffer : public std::streambuf {
 public:
  EndlessBuffer(std::string head, std::function<std::string(std::size_t)> body, std::size_t times, std::string tail)
      : body_(std::move(body)), times_(times), tail_(std::move(tail)), piece_(std::move(head)) {
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
  }
  std::size_t most_held() const { return most_held_; }

 protected:
  int_type underflow() override {
    most_held_ = std::max(most_held_, held_bytes());
    if (done_ > times_) return traits_type::eof();
    piece_ = done_ == times_ ? tail_ : body_(done_);
    ++done_;
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return piece_.empty() ? underflow() : traits_type::to_int_type(piece_[0]);
  }

 private:
  std::function<std::string(std::size_t)> body_;
  std::size_t times_;
  std::string tail_;
  std::string piece_;
  std::size_t done_ = 0;
  std::size_t most_held_ = 0;
};

}  // namespace aaf::trial
