#include "richtext/document.h"

#include "base/json.h"
#include "base/text.h"
#include "richtext/limits.h"
#include "richtext/links.h"

namespace richtext {

namespace {

bool is_one_line(std::string_view text) {
  return text.find_first_of("\n\t") == text.npos && text::is_utf8(text) && !has_control(text) && text::length(text) <= longest_text;
}

struct IsKnown {
  bool operator()(const Text& t) const { return !t.text.empty() && is_one_line(t.text); }
  bool operator()(const Break&) const { return true; }
  bool operator()(const Link& link) const { return is_link(link.url); }
};

bool is_known(const Paragraph& paragraph) {
  if (paragraph.inlines.empty() || paragraph.inlines.size() > most_inlines) return false;
  for (const Inline& piece : paragraph.inlines) {
    if (!std::visit(IsKnown{}, static_cast<const described::plain_variant<Inline>&>(piece))) return false;
  }
  return true;
}

struct Typed {
  std::string& out;
  void operator()(const Text& t) const { out += t.text; }
  void operator()(const Break&) const { out += '\n'; }
  void operator()(const Link& link) const { out += link.url; }
};

}  // namespace

std::string to_typed(const Document& document) {
  std::string out;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (!out.empty()) out += "\n\n";
    for (const Inline& piece : paragraph.inlines) std::visit(Typed{out}, static_cast<const described::plain_variant<Inline>&>(piece));
  }
  return out;
}

std::string to_bytes(const Document& document) { return json::to_json(document); }

Result<Document> from_bytes(std::string_view bytes) {
  auto read = json::from_json<Document>(bytes);
  if (!read || read->version != 1 || read->paragraphs.size() > most_paragraphs) return invalid("richtext.unknown");
  for (const Paragraph& paragraph : read->paragraphs) {
    if (!is_known(paragraph)) return invalid("richtext.unknown");
  }
  // One document has one spelling: a hash over other bytes would prove nothing.
  if (to_bytes(*read) != bytes) return invalid("richtext.unknown");
  return *std::move(read);
}

}  // namespace richtext
