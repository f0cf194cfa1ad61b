#pragma once
#include "app/demo/demo.h"

namespace app::demo {

/// Who teaches which class: the directory does not say it.
void set_teachers(House&);

/// Every adult shown has the demo's password, every pupil shown its three words; of the other adults two in three have entered once, so
/// that the heads see families to reach.
void open_accounts(House&);

/// The demo's password for one adult more, who has then entered once.
void give_password(House&, PersonId);

/// Sarah was typed once by each school. She enters with one sheet, and adds the code of the other: one home for her two children.
void join_records(House&);

/// The way in of each person shown.
std::vector<SignInLine> sign_ins(House&);

}  // namespace app::demo
