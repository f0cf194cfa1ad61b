#pragma once
#include "uploads/rows.h"
#include "uploads/workshop.h"

namespace uploads {

/// One form of a file, checked and ready to be kept.
struct CheckedForm {
  Size size;
  Type type;
  std::int64_t width = 0;  // 0 for a PDF
  std::int64_t height = 0;
  std::string content;
};

/// Finds what a file is and makes it fit to be kept: a picture is painted anew, which takes away what it says of its author, its place and
/// its device, and whatever else was hidden in it; a PDF stays byte for byte, what it says of its author included. `whole` comes first.
///
/// Errors: unsupported — uploads.not_a_type, uploads.not_readable
///         too_large   — uploads.too_many_pixels
///         busy        — uploads.slow
Result<std::vector<CheckedForm>> check(std::string content, Workshop&);

}  // namespace uploads
