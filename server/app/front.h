#pragma once
#include "app/house.h"
#include "app/readiness.h"
#include "edge/assets.h"
#include "gate/http.h"
#include "login/local/local.h"

namespace app {

/// What stands behind the street: the API goes to the gate, /c/… gets the shell, /readyz is told, the doors answer the rest.
class Front {
 public:
  Front(House&, std::shared_ptr<const edge::Assets>, login::local::Shell);
  void answer(gate::Request, gate::Done);

 private:
  House& house_;
  std::shared_ptr<const edge::Assets> assets_;
  Readiness readiness_;
  login::local::Local local_;
};

}  // namespace app
