#include "import/aaf/part_reader.h"

#include <cctype>

#include "base/text.h"
#include "import/aaf/entities.h"

namespace aaf {
namespace {

constexpr std::size_t value_bytes_max = 4 * 1024;
constexpr std::size_t values_max = 200;
constexpr std::size_t object_bytes_max = 1024 * 1024;
constexpr std::size_t comment_bytes_max = 200;

void refuse(Object& object, std::string code) {
  if (object.refused.empty()) object.refused = std::move(code);
}

/// A name that is not shaped as one could hold anything, a child's name for one: it is not repeated.
std::string sayable(std::string_view name) {
  bool plain = !name.empty() && name.size() <= 64;
  for (char c : name) plain = plain && (std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-');
  return plain ? std::string(name) : "?";
}

}  // namespace

std::string PartReader::opened(std::string_view element, const char* const* attributes, std::uint64_t line) {
  if (places_.empty()) {
    if (element != "ficAlimMENESR" || attributes[0]) return "aaf.foreign_root";
    places_.push_back(Place::root);
    return "";
  }
  Place inside = places_.back();
  if (inside == Place::root && (element == "modifyRequest" || element == "deleteRequest")) return "aaf.is_delta";

  bool named = element == "attr" && attributes[0] && std::string_view(attributes[0]) == "name" && !attributes[2];
  if (attributes[0] && !named) return "aaf.foreign_element";  // also keeps the parser from learning names without end
  if (inside == Place::root && element == "addRequest") {
    object_ = Object{.kind = kind_, .line = line};
    category_.clear();
    kept_bytes_ = 0;
    met_object_ = true;
    places_.push_back(Place::request);
  } else if (inside == Place::request && element == "operationalAttributes") {
    places_.push_back(Place::operational);
  } else if (inside == Place::request && element == "identifier") {
    places_.push_back(Place::identifier);
  } else if (inside == Place::request && element == "attributes") {
    places_.push_back(Place::attributes);
  } else if ((inside == Place::operational || inside == Place::attributes) && named) {
    if (inside == Place::attributes) open_attribute(attributes[1], line);
    places_.push_back(Place::attr);
  } else if (inside == Place::identifier && element == "id") {
    text_.clear();
    places_.push_back(Place::id);
  } else if (inside == Place::attr && element == "value") {
    text_.clear();
    places_.push_back(Place::value);
  } else {
    return "aaf.foreign_element";
  }
  return "";
}

std::string PartReader::closed() {
  Place left = places_.back();
  places_.pop_back();
  if (left == Place::value) {
    close_value();
  } else if (left == Place::id) {
    text::tidy(text_, object_.id);
  } else if (left == Place::request) {
    if (category_ != feed_name(kind_)) refuse(object_, "aaf.wrong_kind");
    ready_.push_back(std::move(object_));
  }
  return "";
}

void PartReader::open_attribute(std::string_view name, std::uint64_t line) {
  attribute_ = attribute_of(kind_, name);
  if (attribute_.use == Use::unknown && unknown_.size() < 100) unknown_.emplace_back(sayable(name), line);
}

/// A value stands three levels below the request: in `operationalAttributes` it names the kind, in `attributes` it is worth keeping or not.
void PartReader::close_value() {
  if (places_[2] == Place::operational) {
    category_ = text_;
    return;
  }
  if (attribute_.use != Use::keep || !object_.refused.empty()) return;
  std::string value;
  if (!text::tidy(unescape(text_), value)) return refuse(object_, "aaf.text_unreadable");
  if (value.empty()) return;  // known to be empty
  auto& values = object_.values[attribute_.name];
  kept_bytes_ += value.size();
  if (values.size() == values_max) return refuse(object_, "aaf.too_many_values");
  if (kept_bytes_ > object_bytes_max) return refuse(object_, "aaf.value_too_long");
  values.push_back(std::move(value));
}

/// False between elements, and within a value that nobody keeps.
bool PartReader::listening() const {
  if (places_.empty()) return false;
  if (places_.back() == Place::id) return true;
  return places_.back() == Place::value && (places_[2] == Place::operational || attribute_.use == Use::keep);
}

void PartReader::text(std::string_view piece) {
  if (!listening()) return;
  if (text_.size() + piece.size() > value_bytes_max) return refuse(object_, "aaf.value_too_long");
  text_ += piece;
}

void PartReader::entity(std::string_view name) {
  if (!listening()) return;
  std::string_view known = entity_text(name);
  if (known.empty()) return refuse(object_, "aaf.entity_unknown");
  text(known);
}

std::string PartReader::comment(std::string_view in) {
  std::string said;
  if (met_object_ || !text::tidy(in.substr(0, comment_bytes_max), said)) return "";
  if (said.find("degre=\"2D\"") != std::string::npos || said.find("degre='2D'") != std::string::npos) return "aaf.second_degree";
  if (comments_.size() < 20) comments_.push_back(std::move(said));
  return "";
}

void PartReader::piece_read(std::uint64_t bytes) {
  for (auto& [name, line] : unknown_) on_unknown(std::move(name), line);
  for (std::string& said : comments_) on_comment(std::move(said));
  unknown_.clear();
  comments_.clear();
  for (Object& object : ready_) take_(std::move(object));
  ready_.clear();
  if (on_bytes) on_bytes(bytes);
}

}  // namespace aaf
