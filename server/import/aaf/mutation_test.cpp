#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <random>

#include "import/aaf/test_reading.h"

using namespace aaf;
using namespace aaf::trial;

namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// One to eight small harms: a byte changed, a stretch removed, doubled, or replaced by something a parser dislikes.
void harm(std::string& xml, std::mt19937& random) {
  static const std::vector<std::string> nasty{"<",
                                              ">",
                                              "&",
                                              "&amp;",
                                              "&eacute;",
                                              "]]>",
                                              "<![CDATA[",
                                              "<!--",
                                              "-->",
                                              "\"",
                                              "$",
                                              "$$$$$",
                                              "<value>",
                                              "</value>",
                                              "</attr>",
                                              "<?x ?>",
                                              "\xFF",
                                              "\xC3",
                                              std::string(1, '\0'),
                                              "<!DOCTYPE x [",
                                              "%x;",
                                              "\xEF\xBB\xBF"};
  for (unsigned harms = random() % 8 + 1; harms > 0 && !xml.empty(); --harms) {
    std::size_t at = random() % xml.size();
    std::size_t size = std::min<std::size_t>(random() % 40, xml.size() - at);
    switch (random() % 4) {
      case 0:
        xml[at] = static_cast<char>(random());
        break;
      case 1:
        xml.erase(at, size);
        break;
      case 2:
        xml.insert(at, xml.substr(at, size));
        break;
      default:
        xml.insert(at, nasty[random() % nasty.size()]);
        break;
    }
  }
}

}  // namespace

TEST_CASE("aaf: ten thousand damaged exports are read or refused, never worse") {
  auto delivery = find_delivery(sample());
  REQUIRE(delivery);
  std::mt19937 random(20260901);
  std::size_t taken = 0;
  for (int round = 0; round < 2500; ++round) {
    for (const Part& part : delivery->parts) {
      static std::map<std::string, std::string> contents;
      std::string& whole = contents[part.file];
      if (whole.empty()) whole = content_of(part.path);
      std::string xml = whole;
      harm(xml, random);
      auto out = read(part.kind, xml);
      if (out.result) {
        ++taken;
      } else {
        REQUIRE(out.code().starts_with("aaf."));
        REQUIRE(out.path().starts_with("part.xml:"));
      }
    }
  }
  CHECK(taken > 0);  // the harm is small enough for some to pass
}
