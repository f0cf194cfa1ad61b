#pragma once
#include "features/homework/hours.h"
#include "features/homework/rows.h"
#include "features/homework/shelf.h"
#include "features/homework/targets.h"

/// What giving, changing and copying have in common.
namespace homework {

/// The hours and days a text is given in.
struct Moment {
  people::SchoolCalendar calendar;
  people::QuietHours hours;
};
Moment moment_of(Tx&, SchoolId);

/// One entry, ready to be kept.
struct NewText {
  Date given_on;
  std::optional<std::int64_t> from_minute;
  std::optional<EntryId> short_of;
  TextColumns text;
};

/// Keeps an entry with its first text and its targets. Returns its id.
EntryId keep_entry(Tx&, const Actor&, const Moment&, const NewText&, std::span<const ChosenTarget>);

/// What the writer is told about a text that was kept.
wire::Given given(Tx&, const Actor&, const Moment&, EntryId, const TextColumns&, Date given_on, std::span<const ClassId>);

}  // namespace homework
