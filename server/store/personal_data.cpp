#include "store/personal_data.h"

std::vector<PersonalData> store::personal_data() {
  using enum PersonalData::OnErasure;
  return {
      {"store_job",
       {},
       "",
       "work to do after a commit",
       0,
       remove,
       {},
       "ids in a payload, gone when the job is done; a dead one is read and removed by whoever runs the house"},
      {"store_audit",
       {"person", "child"},
       "A-LOG",
       "who did what, to answer for it and to find a misuse",
       12,
       keep,
       {},
       "a trace is no use if whoever left it can have it erased; ids only, gone after twelve months (DAT-17)"},
  };
}
