#pragma once
#include <memory>

#include "gate/entrance.h"
#include "gate/gate.h"
#include "login/local/pages.h"

namespace login::local {

/// The local door: plain pages made here, which work without any script.
///
///   GET  /                            who are you; an empty machine says what to do first; a signed-in visitor goes home
///   GET, POST  /entrer/parent, /entrer/ecole   login and password
///   GET, POST  /entrer/eleve          login and three words
///   GET, POST  /feuille               the code of a sheet, then a password of one's own
///   GET  /aide                        help for these pages
///
/// Anything else is answered 404 in words.
class Local {
 public:
  explicit Local(gate::Gate& gate, Shell shell = {}) : gate_(gate), shell_(std::move(shell)) {}

  bool answers(std::string_view path) const;
  /// Once, from any thread.
  void answer(gate::Request, gate::Done);

 private:
  struct Visit;
  using Shared = std::shared_ptr<Visit>;
  struct Entered {
    gate::SignedIn in;
    std::vector<gate::Place> places;
  };
  using Opening = std::function<Result<gate::Hashing<gate::SignedIn>>(Tx&)>;

  void threshold(Shared);
  void sign_in(Shared, Door);
  void sheet_form(Shared);
  void sheet(Shared);
  void show_owner(Shared, std::string wrong);
  void choose_password(Shared);
  void refuse_code(Shared, const Error&) const;
  /// Through the gate's pipeline, out of whatever session the browser held, and in.
  void enter(Shared, Opening, std::function<void(Result<Entered>)>);
  gate::Reply welcome(const Visit&, const Entered&, bool by_parents_door) const;

  void send(const Visit&, const Page&, int retry_after_s = 0) const;
  /// True when the refusal was answered: no other try of the form would mend it.
  bool sent_trouble(const Visit&, const Error&) const;

  gate::Gate& gate_;
  const Shell shell_;
};

}  // namespace login::local
