#pragma once
#include "features/liaison/rows.h"
#include "notices/notices.h"

namespace liaison {

/// Whom a reminder would reach: of the children who are not done, guardians of today from whom a reply (or an opening, to read) is
/// awaited, who hold this version and whose account is open. Nobody suspended is among the rows; who is informed only has nothing to sign.
std::vector<notices::Recipient> awaited(Ask, const std::vector<wire::FollowedChild>&, const std::vector<FollowedAdult>&);

/// What the follow-up says of reminding; nothing when there is nobody to remind.
std::optional<wire::ReminderDesk> reminder_desk(Tx&, const FollowedNote&, const std::vector<wire::FollowedChild>&,
                                                const std::vector<FollowedAdult>&);

}  // namespace liaison
