#pragma once
#include "people/right.h"

// Reach letters as in docs/sources.md#rights: o own.
namespace uploads {

using enum Profile;
using enum Reach;

/// Those who write to families send files to put with what they write. Pupils and families do not yet.
inline constexpr Right send{"uploads.send", Does::acts, {{teacher, o}, {substitute, o}, {head, o}}};

}  // namespace uploads
