#pragma once
#include "gate/plug.h"

/// What people are writing and have not sent: saved as they type, per person and context, so that it is back after a crash of the
/// browser, a cut, or on another device. Nobody else ever reads it. web/src/page/draft.svelte.ts is its other half.
namespace drafts {

gate::Plug plug();

}  // namespace drafts
