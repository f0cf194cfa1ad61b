#pragma once
#include "gate/http.h"

/// The street carries what the hall answers: the words are the hall's, since imports only go down.
namespace edge {
using gate::Done;
using gate::Handler;
using gate::Method;
using gate::Reply;
using gate::Request;
}  // namespace edge
