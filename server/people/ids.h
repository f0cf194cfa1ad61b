#pragma once
#include "base/id.h"

using PersonId = Id<struct PersonTag>;
using SchoolId = Id<struct SchoolTag>;
using ClassId = Id<struct ClassTag>;
using GroupId = Id<struct GroupTag>;
using PartyId = Id<struct PartyTag>;
using RelationId = Id<struct RelationTag>;
