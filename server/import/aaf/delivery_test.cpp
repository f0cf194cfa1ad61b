#include <unistd.h>
#include <catch2/catch.hpp>
#include <fstream>

#include "import/aaf/test_reading.h"

using namespace aaf;

namespace {

/// A folder with empty files of these names, gone at the end of the test.
class Folder {
 public:
  explicit Folder(const std::vector<std::string>& names) {
    std::string pattern = (std::filesystem::temp_directory_path() / "aaf-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
    for (const std::string& name : names) std::ofstream(path_ / name) << "x";
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::vector<std::string> full(const std::string& top) {
  return {top + "_EtabEducNat_0000.xml", top + "_Eleve_0000.xml", top + "_PersRelEleve_0000.xml", top + "_PersEducNat_0000.xml"};
}

std::string why(std::vector<std::string> names) {
  Folder folder(names);
  auto delivery = find_delivery(folder.path());
  if (delivery) return "";
  const Error& error = delivery.error();
  return error.code + (error.fields.empty() ? "" : " " + error.fields[0].path);
}

}  // namespace

TEST_CASE("aaf: a delivery in many parts is read schools first, parts in order") {
  auto names = full("ENT1DVA-69_Complet_20260901");
  names.insert(names.begin(), {"ENT1DVA-69_Complet_20260901_PersRelEleve_0002.xml", "ENT1DVA-69_Complet_20260901_PersRelEleve_0001.xml",
                               "ficAlimMENESR.dtd", "lisez-moi.txt"});
  Folder folder(names);
  auto delivery = find_delivery(folder.path());
  REQUIRE(delivery);
  std::vector<std::string> order;
  for (const Part& part : delivery->parts) order.push_back(std::string(feed_name(part.kind)) + std::to_string(part.number));
  CHECK(order == std::vector<std::string>{"EtabEducNat0", "Eleve0", "PersRelEleve0", "PersRelEleve1", "PersRelEleve2", "PersEducNat0"});
  CHECK(delivery->prefix == "ENT1DVA-69");
  CHECK(delivery->dated == date_of(2026, 9, 1));
  CHECK(delivery->size_bytes == 6);
}

TEST_CASE("aaf: names without prefix or date are accepted; the date is then unknown") {
  Folder folder({"EtabEducNat_0000.xml", "Eleve_0000.xml", "PersRelEleve_0000.xml", "PersEducNat_0000.xml"});
  auto delivery = find_delivery(folder.path());
  REQUIRE(delivery);
  CHECK(delivery->parts.size() == 4);
  CHECK_FALSE(delivery->dated);
}

TEST_CASE("aaf: a folder that is no full export is refused, with what is wrong") {
  CHECK(find_delivery("/nowhere/at/all").error().code == "aaf.no_folder");
  CHECK(why({"lisez-moi.txt"}) == "aaf.no_parts");

  auto missing = full("X_Complet_20260901");
  missing.pop_back();
  CHECK(why(missing) == "aaf.kind_missing PersEducNat");

  auto gap = full("X_Complet_20260901");
  gap.push_back("X_Complet_20260901_Eleve_0002.xml");
  CHECK(why(gap) == "aaf.part_missing X_Complet_20260901_Eleve_0002.xml");

  CHECK(why(full("X_Delta_20260901")).starts_with("aaf.is_delta X_Delta_20260901_"));

  auto two_days = full("X_Complet_20260901");
  two_days.push_back("X_Complet_20260902_Eleve_0001.xml");
  CHECK(why(two_days).starts_with("aaf.mixed_deliveries"));

  CHECK(why({"X_Complet_20260901_MefEducNat_0000.xml"}) == "aaf.second_degree X_Complet_20260901_MefEducNat_0000.xml");

  Folder folder({"ENT1DVA.20260901.tgz"});
  CHECK(find_delivery(folder.path() / "ENT1DVA.20260901.tgz").error().code == "aaf.is_archive");
}

TEST_CASE("aaf: an export with a kind that holds nobody is refused at the end") {
  trial::Outcome out;
  Reader reader(trial::into(out), false);
  std::istringstream empty(trial::part(""));
  CHECK(reader.read(empty, Kind::school, "part.xml"));
  REQUIRE_FALSE(reader.finish());
  CHECK(reader.finish().error().fields[0].path == "EtabEducNat");
  CHECK(reader.finish().error().code == "aaf.kind_empty");
}
