#pragma once
#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace richtext {

struct Text {
  static constexpr std::string_view type = "text";
  std::string text;  // one line, never empty
  bool operator==(const Text&) const = default;
};
BOOST_DESCRIBE_STRUCT(Text, (), (text))

struct Break {
  static constexpr std::string_view type = "break";
  bool operator==(const Break&) const = default;
};
BOOST_DESCRIBE_STRUCT(Break, (), ())

struct Link {
  static constexpr std::string_view type = "link";
  std::string url;  // begins with https://, as it was typed
  bool operator==(const Link&) const = default;
};
BOOST_DESCRIBE_STRUCT(Link, (), (url))

struct Inline : std::variant<Text, Break, Link> {
  using variant::variant;
  using variant::operator=;
};

struct Paragraph {
  std::vector<Inline> inlines;  // 1 to 500
  bool operator==(const Paragraph&) const = default;
};
BOOST_DESCRIBE_STRUCT(Paragraph, (), (inlines))

/// The one text of Préau: typed nodes, never HTML. Version 1 knows paragraphs, line breaks and https links.
struct Document {
  std::int64_t version = 1;
  std::vector<Paragraph> paragraphs;  // 0 to 200
  bool empty() const { return paragraphs.empty(); }
  bool operator==(const Document&) const = default;
};
BOOST_DESCRIBE_STRUCT(Document, (), (version, paragraphs))

/// What a person typed in a text area: an empty line begins a paragraph, a line feed is a break, https:// addresses become links.
/// Errors: invalid — richtext.too_long (20,000 code points, 200 paragraphs), richtext.not_text (not UTF-8, control characters)
Result<Document> from_typed(std::string_view);
/// The text a person would type to get this document back.
std::string to_typed(const Document&);

/// The bytes that are stored and hashed, exactly as our writer makes them.
std::string to_bytes(const Document&);
/// Errors: invalid — richtext.unknown (a node, a mark or a version this release does not write)
Result<Document> from_bytes(std::string_view);

}  // namespace richtext
