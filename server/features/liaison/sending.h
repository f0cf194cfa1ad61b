#pragma once
#include "features/liaison/content.h"
#include "people/audience.h"

namespace liaison {

/// When something sent now would reach the families of that school.
Millis arrival(Tx&, SchoolId);

/// Keeps a version as it leaves, sealed.
void keep_version(Tx&, const Content&, const richtext::Document& body);

/// What the writer is told: how many children and adults it reaches, each once, and when.
wire::Sent sent(const Content&, Millis deliver_at, const std::vector<people::Reached>&);

}  // namespace liaison
