#include "gate/personal_data.h"

std::vector<PersonalData> gate::personal_data() {
  using enum PersonalData::OnErasure;
  return {
      {"gate_account", {"person"}, "A-DIR", "the login name of whoever may sign in", 3, remove},
      {"gate_credential", {"person"}, "A-DIR", "what proves who signs in, never readable again", 0, remove, {}, "hangs on the account"},
      {"gate_identity", {"person"}, "A-DIR", "who vouches for whoever signs in elsewhere", 0, remove, {}, "hangs on the account"},
      {"gate_comfort", {"person"}, "A-DIR", "how a person wants to read, told to that person alone", 0, remove, {}, "hangs on the account"},
      {"gate_session", {"person"}, "A-LOG", "the browsers where a person is signed in, shown to that person", 7, remove},
      {"gate_code",
       {"person", "child", "made_by"},
       "A-DIR",
       "access sheets: for whom, through which child, by whom, until when",
       12,
       remove},
      {"gate_limit",
       {},
       "",
       "how often a door was tried",
       0,
       remove,
       {},
       "keyed hashes of accounts and networks, gone when their window ends"},
      {"gate_idempotency", {"person"}, "A-LOG", "what was already done, so that it is not done twice; gone after 30 days", 1, remove},
  };
}
