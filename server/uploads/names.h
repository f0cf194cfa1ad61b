#pragma once
#include <string>
#include <string_view>

#include "uploads/wire.h"

namespace uploads {

/// A name fit to be shown and saved under: the last part of a path, without invisible or direction-changing characters, at most 120 long;
/// "fichier" when nothing is left.
std::string tidy_name(std::string_view);

/// The same with the ending of what the file really is: "IMG_1.HEIC" becomes "IMG_1.jpg", "photo.exe" becomes "photo.exe.jpg".
std::string named(std::string_view name, Type);

}  // namespace uploads
