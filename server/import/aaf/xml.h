#pragma once
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

#include "base/result.h"

namespace aaf {

/// Who is told what an XML stream holds. The first four are called from within a C parser and must not throw; a code they return
/// (empty: go on) refuses the file at this line.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// `attributes` is a list of names and values in turn, ended by nullptr.
  virtual std::string opened(std::string_view element, const char* const* attributes, std::uint64_t line) = 0;
  virtual std::string closed() = 0;
  /// Text comes in pieces.
  virtual void text(std::string_view) = 0;
  /// An entity that nobody declared ("eacute"); the file has a DOCTYPE, which is not read.
  virtual void entity(std::string_view name) = 0;
  virtual std::string comment(std::string_view) = 0;
  /// After each piece of the stream, outside the parser: may throw.
  virtual void piece_read(std::uint64_t bytes) = 0;
};

struct XmlFault {
  std::string code;
  std::uint64_t line;
};

/// Reads XML written by a stranger, in bounded memory and time, and opens nothing else than the stream.
/// In:     UTF-8, ISO-8859-1, ISO-8859-15 as declared, or US-ASCII; a byte order mark says UTF-8 and wins. A DOCTYPE may name a DTD, which
/// is
///         never fetched. Depth at most 8, one tag or comment at most 1 MiB.
/// Errors: aaf.not_xml, aaf.cut_short, aaf.encoding_unknown, aaf.entity_declared, aaf.entity_undeclared, aaf.too_deep, aaf.token_too_large,
///         aaf.unreadable, and what the handler says
/// Source: NFR-08; docs/sources.md#security.
std::expected<void, XmlFault> read_xml(std::istream&, XmlHandler&);

}  // namespace aaf
