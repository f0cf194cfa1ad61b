#include "import/aaf/entities.h"

#include <unordered_map>

namespace aaf {
namespace {

// What a French keyboard and Latin-1 can write. The names are HTML's (Latin-1 set, then those Latin-9 and typography add).
const std::unordered_map<std::string_view, std::string_view>& table() {
  static const std::unordered_map<std::string_view, std::string_view> entities{
      {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},   {"nbsp", " "},   {"OElig", "Œ"},
      {"oelig", "œ"},  {"Scaron", "Š"}, {"scaron", "š"}, {"Zcaron", "Ž"}, {"zcaron", "ž"}, {"Yuml", "Ÿ"},   {"euro", "€"},
      {"lsquo", "‘"},  {"rsquo", "’"},  {"sbquo", "‚"},  {"ldquo", "“"},  {"rdquo", "”"},  {"bdquo", "„"},  {"ndash", "–"},
      {"mdash", "—"},  {"hellip", "…"}, {"iexcl", "¡"},  {"cent", "¢"},   {"pound", "£"},  {"curren", "¤"}, {"yen", "¥"},
      {"brvbar", "¦"}, {"sect", "§"},   {"uml", "¨"},    {"copy", "©"},   {"ordf", "ª"},   {"laquo", "«"},  {"not", "¬"},
      {"reg", "®"},    {"macr", "¯"},   {"deg", "°"},    {"plusmn", "±"}, {"sup2", "²"},   {"sup3", "³"},   {"acute", "´"},
      {"micro", "µ"},  {"para", "¶"},   {"middot", "·"}, {"cedil", "¸"},  {"sup1", "¹"},   {"ordm", "º"},   {"raquo", "»"},
      {"frac14", "¼"}, {"frac12", "½"}, {"frac34", "¾"}, {"iquest", "¿"}, {"Agrave", "À"}, {"Aacute", "Á"}, {"Acirc", "Â"},
      {"Atilde", "Ã"}, {"Auml", "Ä"},   {"Aring", "Å"},  {"AElig", "Æ"},  {"Ccedil", "Ç"}, {"Egrave", "È"}, {"Eacute", "É"},
      {"Ecirc", "Ê"},  {"Euml", "Ë"},   {"Igrave", "Ì"}, {"Iacute", "Í"}, {"Icirc", "Î"},  {"Iuml", "Ï"},   {"ETH", "Ð"},
      {"Ntilde", "Ñ"}, {"Ograve", "Ò"}, {"Oacute", "Ó"}, {"Ocirc", "Ô"},  {"Otilde", "Õ"}, {"Ouml", "Ö"},   {"times", "×"},
      {"Oslash", "Ø"}, {"Ugrave", "Ù"}, {"Uacute", "Ú"}, {"Ucirc", "Û"},  {"Uuml", "Ü"},   {"Yacute", "Ý"}, {"THORN", "Þ"},
      {"szlig", "ß"},  {"agrave", "à"}, {"aacute", "á"}, {"acirc", "â"},  {"atilde", "ã"}, {"auml", "ä"},   {"aring", "å"},
      {"aelig", "æ"},  {"ccedil", "ç"}, {"egrave", "è"}, {"eacute", "é"}, {"ecirc", "ê"},  {"euml", "ë"},   {"igrave", "ì"},
      {"iacute", "í"}, {"icirc", "î"},  {"iuml", "ï"},   {"eth", "ð"},    {"ntilde", "ñ"}, {"ograve", "ò"}, {"oacute", "ó"},
      {"ocirc", "ô"},  {"otilde", "õ"}, {"ouml", "ö"},   {"divide", "÷"}, {"oslash", "ø"}, {"ugrave", "ù"}, {"uacute", "ú"},
      {"ucirc", "û"},  {"uuml", "ü"},   {"yacute", "ý"}, {"thorn", "þ"},  {"yuml", "ÿ"},
  };
  return entities;
}

}  // namespace

std::string_view entity_text(std::string_view name) {
  auto found = table().find(name);
  return found == table().end() ? std::string_view() : found->second;
}

std::string unescape(std::string_view in) {
  std::string out;
  out.reserve(in.size());
  while (!in.empty()) {
    std::size_t start = in.find('&');
    out += in.substr(0, start);
    if (start == std::string_view::npos) break;
    in.remove_prefix(start);
    std::size_t end = in.substr(0, 12).find(';');  // no name is longer
    std::string_view known = end == std::string_view::npos ? std::string_view() : entity_text(in.substr(1, end - 1));
    out += known.empty() ? std::string_view("&") : known;
    in.remove_prefix(known.empty() ? 1 : end + 1);
  }
  return out;
}

}  // namespace aaf
