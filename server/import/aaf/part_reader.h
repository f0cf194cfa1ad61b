#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "import/aaf/attributes.h"
#include "import/aaf/object.h"
#include "import/aaf/xml.h"

namespace aaf {

/// From the elements of one part to its objects: where each element may stand, which values are kept, and no value too long.
class PartReader : public XmlHandler {
 public:
  PartReader(Kind kind, std::function<void(Object&&)> take) : kind_(kind), take_(std::move(take)) {}

  std::function<void(std::string name, std::uint64_t line)> on_unknown;  // an attribute we do not know; names that are none come as "?"
  std::function<void(std::string)> on_comment;                           // one of those before the first object
  std::function<void(std::uint64_t)> on_bytes;

  std::string opened(std::string_view element, const char* const* attributes, std::uint64_t line) override;
  std::string closed() override;
  void text(std::string_view) override;
  void entity(std::string_view name) override;
  std::string comment(std::string_view) override;
  void piece_read(std::uint64_t bytes) override;

 private:
  enum class Place { root, request, operational, identifier, attributes, attr, value, id };

  void open_attribute(std::string_view name, std::uint64_t line);
  void close_value();
  bool listening() const;

  Kind kind_;
  std::function<void(Object&&)> take_;
  std::vector<Place> places_;  // from the root to where we are
  Object object_;
  Attribute attribute_;
  std::string text_;            // of the value being read
  std::string category_;        // what `operationalAttributes` says
  std::size_t kept_bytes_ = 0;  // of the object being read
  bool met_object_ = false;
  std::vector<Object> ready_;  // waiting for the end of the piece
  std::vector<std::pair<std::string, std::uint64_t>> unknown_;
  std::vector<std::string> comments_;
};

}  // namespace aaf
