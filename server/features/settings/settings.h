#pragma once
#include "gate/plug.h"

/// What a school sets for itself: who teaches which class, when nothing new reaches anyone, and how its adults come in.
namespace settings {

/// `origin` is the address that sheets print, without a slash at its end: "https://preau.exemple.fr".
gate::Plug plug(std::string origin);

}  // namespace settings
