#pragma once
#include <istream>
#include <memory>
#include <set>

#include "import/aaf/build.h"
#include "import/aaf/delivery.h"
#include "import/aaf/sinks.h"

namespace aaf {

/// Reads the parts of one full delivery, one after the other; keep the same reader for all of them.
///
/// In:     XML (encoding as declared), root ficAlimMENESR, any size, read as a stream of 64 KiB: memory does not grow with the file.
///         A value is at most 4 KiB, an attribute 200 values, a record 1 MiB.
/// Out:    one record per addRequest to the sinks, in file order; what cannot be taken goes there as refused, doubts as warnings.
/// Errors: invalid, with path "file:line" —
///         aaf.not_xml, aaf.cut_short, aaf.encoding_unknown, aaf.entity_declared, aaf.entity_undeclared, aaf.too_deep, aaf.token_too_large,
///         aaf.unreadable, aaf.foreign_root, aaf.foreign_element, aaf.is_delta, aaf.second_degree.
///         Records that came before the error have already been given: the caller throws them away.
/// Source: docs/sources.md#aaf
class Reader {
 public:
  Reader(Sinks, bool accept_invented_uai);

  Result<void> read(const Part&);
  /// The same from any stream; `file` is the name said in errors and warnings.
  Result<void> read(std::istream&, Kind, const std::string& file);

  /// After the last part: an export may come with a kind that holds nobody, which would empty a school.
  ///
  /// Errors: invalid, with path of the kind ("Eleve") — aaf.kind_empty
  Result<void> finish() const;

  /// What the comments at the top of the parts say ("versionAF=…"), each once, at most 20. To be shown, never depended on.
  const std::set<std::string>& comments() const { return comments_; }
  /// Records met so far, refused ones included.
  std::uint64_t count(Kind kind) const { return counts_[static_cast<std::size_t>(kind)]; }

 private:
  friend class PartReader;

  Sinks sinks_;
  Building building_;
  std::set<std::string> comments_;
  std::set<std::string> unknown_;  // attribute names already told, at most 100
  std::array<std::uint64_t, 4> counts_{};
};

}  // namespace aaf
