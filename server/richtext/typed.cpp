#include "base/text.h"
#include "richtext/document.h"
#include "richtext/limits.h"
#include "richtext/links.h"

namespace richtext {

namespace {

/// What browsers send for the end of a line, and tabs pasted from a table, as one character each.
std::string with_plain_ends(std::string_view typed) {
  std::string out;
  out.reserve(typed.size());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed[i] == '\r' && i + 1 < typed.size() && typed[i + 1] == '\n') continue;
    out += typed[i] == '\t' ? ' ' : typed[i];
  }
  return out;
}

/// Without the spaces at its end, which nobody sees.
std::string_view trimmed(std::string_view line) {
  const auto last = line.find_last_not_of(' ');
  return last == line.npos ? std::string_view{} : line.substr(0, last + 1);
}

void add_line(Paragraph& paragraph, std::string_view line) {
  if (!paragraph.inlines.empty()) paragraph.inlines.push_back(Break{});
  while (!line.empty()) {
    const auto link = find_link(line);
    const auto before = link.size ? line.substr(0, link.at) : line;
    if (!before.empty()) paragraph.inlines.push_back(Text{std::string(before)});
    if (link.size) paragraph.inlines.push_back(Link{std::string(line.substr(link.at, link.size))});
    line.remove_prefix(before.size() + link.size);
  }
}

}  // namespace

Result<Document> from_typed(std::string_view typed) {
  if (!text::is_utf8(typed)) return invalid("richtext.not_text");
  const std::string plain = with_plain_ends(typed);
  if (has_control(plain)) return invalid("richtext.not_text");
  std::string text;
  if (!text::tidy(plain, text)) return invalid("richtext.not_text");
  if (text::length(text) > longest_text) return invalid("richtext.too_long");

  Document document;
  bool inside = false;  // of a paragraph, which an empty line ends
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty()) {
      if (!inside) document.paragraphs.emplace_back();
      add_line(document.paragraphs.back(), line);
      if (document.paragraphs.back().inlines.size() > most_inlines) return invalid("richtext.too_long");
    }
    inside = !line.empty();
  }
  if (document.paragraphs.size() > most_paragraphs) return invalid("richtext.too_long");
  return document;
}

}  // namespace richtext
