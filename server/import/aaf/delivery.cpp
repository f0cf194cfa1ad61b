#include "import/aaf/delivery.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "import/aaf/attributes.h"

namespace aaf {
namespace {

constexpr Kind kinds[] = {Kind::school, Kind::pupil, Kind::guardian, Kind::staff};

bool all_digits(std::string_view in) { return in.find_first_not_of("0123456789") == std::string_view::npos; }

/// A name cut at its underscores, from the right: number, kind, then what stands before.
struct PartName {
  std::string_view before;
  std::string_view kind;
  int number;
};

std::optional<PartName> split_name(std::string_view file) {
  if (!file.ends_with(".xml")) return std::nullopt;
  file.remove_suffix(4);
  std::size_t last = file.rfind('_');
  if (last == std::string_view::npos || file.size() - last != 5 || !all_digits(file.substr(last + 1))) return std::nullopt;
  PartName name{.number = std::stoi(std::string(file.substr(last + 1)))};
  file = file.substr(0, last);
  std::size_t before = file.rfind('_');  // "PersRelEleve" ends with "Eleve": the underscore tells them apart
  name.kind = before == std::string_view::npos ? file : file.substr(before + 1);
  name.before = before == std::string_view::npos ? std::string_view() : file.substr(0, before);
  return name;
}

std::optional<Kind> kind_named(std::string_view word) {
  for (Kind kind : kinds) {
    if (feed_name(kind) == word) return kind;
  }
  return std::nullopt;
}

/// "ENT1DVA-TEST_Complet_20260901": what all parts of one delivery have in common.
struct Origin {
  std::string prefix;
  std::string date;
  bool delta = false;
};

Origin origin_of(std::string_view before) {
  Origin origin;
  for (std::size_t at = 0; at < before.size();) {
    std::size_t end = std::min(before.find('_', at), before.size());
    std::string word(before.substr(at, end - at));
    if (word.size() == 8 && all_digits(word)) {
      origin.date = word;
    } else if (word.find("elta") != std::string::npos || word.find("DELTA") != std::string::npos) {
      origin.delta = true;
    } else if (origin.prefix.empty() && word != "Complet") {
      origin.prefix = word;
    }
    at = end + 1;
  }
  return origin;
}

std::optional<Date> date_in(const std::string& digits) {
  Date date;
  if (digits.size() != 8 || !parse_date(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2), date))
    return std::nullopt;
  return date;
}

/// Every kind is there, and no part of it is lost on the way.
Result<void> check_complete(const std::vector<Part>& parts) {
  for (Kind kind : kinds) {
    std::optional<int> previous;
    for (const Part& part : parts) {
      if (part.kind != kind) continue;
      if (previous && part.number != *previous + 1) return invalid_at(part.file, "aaf.part_missing");
      previous = part.number;
    }
    if (!previous) return invalid_at(std::string(feed_name(kind)), "aaf.kind_missing");
  }
  return {};
}

}  // namespace

Result<Delivery> find_delivery(const std::filesystem::path& folder) {
  std::error_code failed;
  if (std::filesystem::is_regular_file(folder, failed)) return invalid("aaf.is_archive");
  std::filesystem::directory_iterator files(folder, failed);
  if (failed) return not_found("aaf.no_folder");

  Delivery delivery;
  std::set<std::pair<std::string, std::string>> origins;
  for (const auto& entry : files) {
    std::string file = entry.path().filename().string();
    std::optional<PartName> name = split_name(file);
    if (!name || !entry.is_regular_file(failed)) continue;
    if (name->kind == "MefEducNat" || name->kind == "MatiereEducNat") return invalid_at(file, "aaf.second_degree");
    std::optional<Kind> kind = kind_named(name->kind);
    if (!kind) continue;
    Origin origin = origin_of(name->before);
    if (origin.delta) return invalid_at(file, "aaf.is_delta");
    origins.insert({origin.prefix, origin.date});
    if (origins.size() > 1) return invalid_at(file, "aaf.mixed_deliveries");
    std::uint64_t size = entry.file_size(failed);
    delivery.parts.push_back({entry.path(), file, *kind, name->number, size});
    delivery.size_bytes += size;
  }
  if (delivery.parts.empty()) return invalid("aaf.no_parts");
  std::ranges::sort(delivery.parts, {}, [](const Part& part) { return std::tuple(part.kind, part.file); });
  TRY(check_complete(delivery.parts));
  delivery.prefix = origins.begin()->first;
  delivery.dated = date_in(origins.begin()->second);
  return delivery;
}

}  // namespace aaf
