#include "import/aaf/xml.h"

#include <expat.h>
#include <strings.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace aaf {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
// The parser starts an unfinished token again with each piece: without this cap 20 MB in one tag would take minutes.
constexpr XML_Index token_bytes_max = 1024 * 1024;
constexpr int depth_max = 8;

struct Reading {
  XML_Parser parser;
  XmlHandler& handler;
  int depth = 0;
  XmlFault fault = {};

  void refuse(std::string code) {
    if (code.empty() || !fault.code.empty()) return;
    fault = {std::move(code), XML_GetCurrentLineNumber(parser)};
    XML_StopParser(parser, XML_FALSE);
  }
  bool over() const { return !fault.code.empty(); }  // the parser may still end an element after it was stopped
};

Reading& reading(void* user) { return *static_cast<Reading*>(user); }

void on_opened(void* user, const char* name, const char** attributes) {
  Reading& r = reading(user);
  if (r.over()) return;
  if (++r.depth > depth_max) return r.refuse("aaf.too_deep");
  r.refuse(r.handler.opened(name, attributes, XML_GetCurrentLineNumber(r.parser)));
}

void on_closed(void* user, const char*) {
  Reading& r = reading(user);
  if (r.over()) return;
  --r.depth;
  r.refuse(r.handler.closed());
}

void on_text(void* user, const char* text, int size) {
  Reading& r = reading(user);
  if (!r.over()) r.handler.text({text, static_cast<std::size_t>(size)});
}

void on_entity(void* user, const char* name, int) {
  Reading& r = reading(user);
  if (!r.over()) r.handler.entity(name);
}

void on_comment(void* user, const char* text) {
  Reading& r = reading(user);
  if (!r.over()) r.refuse(r.handler.comment(text));
}

void on_doctype(void* user, const char*, const char*, const char*, int has_internal_subset) {
  if (has_internal_subset) reading(user).refuse("aaf.entity_declared");
}

void on_entity_declared(void* user, const char*, int, const char*, int, const char*, const char*, const char*, const char*) {
  reading(user).refuse("aaf.entity_declared");
}

bool is_latin9(std::string_view encoding) {
  return strcasecmp(std::string(encoding).c_str(), "ISO-8859-15") == 0 || strcasecmp(std::string(encoding).c_str(), "ISO8859-15") == 0;
}

void on_declaration(void* user, const char*, const char* encoding, int) {
  if (!encoding || is_latin9(encoding)) return;
  for (const char* known : {"UTF-8", "ISO-8859-1", "US-ASCII"}) {
    if (strcasecmp(encoding, known) == 0) return;
  }
  reading(user).refuse("aaf.encoding_unknown");
}

/// ISO-8859-15 is ISO-8859-1 but for eight signs, among them Œ and the euro.
int on_unknown_encoding(void* user, const char* name, XML_Encoding* encoding) {
  if (!is_latin9(name)) {
    reading(user).refuse("aaf.encoding_unknown");
    return XML_STATUS_ERROR;
  }
  for (int byte = 0; byte < 256; ++byte) encoding->map[byte] = byte;
  encoding->map[0xA4] = 0x20AC;
  encoding->map[0xA6] = 0x0160;
  encoding->map[0xA8] = 0x0161;
  encoding->map[0xB4] = 0x017D;
  encoding->map[0xB8] = 0x017E;
  encoding->map[0xBC] = 0x0152;
  encoding->map[0xBD] = 0x0153;
  encoding->map[0xBE] = 0x0178;
  encoding->data = nullptr;
  encoding->convert = nullptr;
  encoding->release = nullptr;
  return XML_STATUS_OK;
}

std::string code_of(XML_Error error) {
  switch (error) {
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      return "aaf.encoding_unknown";
    case XML_ERROR_UNDEFINED_ENTITY:
      return "aaf.entity_undeclared";
    case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
    case XML_ERROR_RECURSIVE_ENTITY_REF:
      return "aaf.entity_declared";
    case XML_ERROR_NO_MEMORY:
      return "aaf.token_too_large";
    default:
      return "aaf.not_xml";
  }
}

/// Feeds one piece; an error in the empty last one means that the stream ended too early.
std::expected<void, XmlFault> feed(Reading& r, std::string_view piece, bool last) {
  XML_Status status = XML_Parse(r.parser, piece.data(), static_cast<int>(piece.size()), last);
  if (r.over()) return std::unexpected(r.fault);
  std::uint64_t line = XML_GetCurrentLineNumber(r.parser);
  if (status != XML_STATUS_OK) return std::unexpected(XmlFault{last ? "aaf.cut_short" : code_of(XML_GetErrorCode(r.parser)), line});
  return {};
}

bool starts_as_utf16(std::string_view piece) {
  return piece.starts_with("\xFE\xFF") || piece.starts_with("\xFF\xFE") || piece.substr(0, 4).find('\0') != std::string_view::npos;
}

}  // namespace

std::expected<void, XmlFault> read_xml(std::istream& stream, XmlHandler& handler) {
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  Reading r{parser.get(), handler};
  XML_SetUserData(r.parser, &r);
  XML_SetElementHandler(r.parser, on_opened, on_closed);
  XML_SetCharacterDataHandler(r.parser, on_text);
  XML_SetSkippedEntityHandler(r.parser, on_entity);
  XML_SetCommentHandler(r.parser, on_comment);
  XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
  XML_SetEntityDeclHandler(r.parser, on_entity_declared);
  XML_SetXmlDeclHandler(r.parser, on_declaration);
  XML_SetUnknownEncodingHandler(r.parser, on_unknown_encoding, &r);
  XML_SetParamEntityParsing(r.parser, XML_PARAM_ENTITY_PARSING_NEVER);

  std::vector<char> buffer(piece_bytes);
  XML_Index fed = 0;
  while (true) {
    stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    std::string_view piece(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    std::uint64_t size = piece.size();
    if (stream.bad()) return std::unexpected(XmlFault{"aaf.unreadable", XML_GetCurrentLineNumber(r.parser)});
    if (piece.empty()) break;
    if (fed == 0) {
      if (starts_as_utf16(piece)) return std::unexpected(XmlFault{"aaf.encoding_unknown", 1});
      if (piece.starts_with("\xEF\xBB\xBF")) {
        piece.remove_prefix(3);
        XML_SetEncoding(r.parser, "UTF-8");
      }
    }
    if (auto fed_well = feed(r, piece, false); !fed_well) return fed_well;
    fed += static_cast<XML_Index>(piece.size());
    handler.piece_read(size);
    // What lies between the last event and the end of what was fed is one unfinished token.
    XML_Index done = XML_GetCurrentByteIndex(r.parser);
    if (fed - std::max<XML_Index>(done, 0) > token_bytes_max) {
      return std::unexpected(XmlFault{"aaf.token_too_large", XML_GetCurrentLineNumber(r.parser)});
    }
  }
  return feed(r, {}, true);
}

}  // namespace aaf
