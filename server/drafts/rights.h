#pragma once
#include "people/right.h"

// Reach letters as in docs/sources.md#rights: o own.
namespace drafts {

using enum Profile;
using enum Reach;

/// Whoever may write something keeps what they have begun, and nobody else sees it.
inline constexpr Right keep{"drafts.keep", Does::acts, {{guardian, o}, {teacher, o}, {substitute, o}, {head, o}}};

}  // namespace drafts
