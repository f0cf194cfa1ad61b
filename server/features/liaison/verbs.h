#pragma once
#include "features/liaison/content.h"
#include "features/liaison/wire.h"
#include "gate/call.h"

/// What the notebook can be asked, each with what it is given. The paths and rights are in feature.cpp.
namespace liaison {

// ---- a guardian

struct ListNotes {
  std::optional<Millis> before;   // delivered before; the next_before of the last page
  std::optional<PersonId> child;  // only this one
};
BOOST_DESCRIBE_STRUCT(ListNotes, (), (before, child))
/// One line for each note and child, latest first.
Result<wire::NoteList> list_notes(gate::Call<ListNotes>&);

struct OneNote {
  NoteId note;
};
BOOST_DESCRIBE_STRUCT(OneNote, (), (note))
/// Errors: not_found — liaison.no_note (not sent about a child this guardian reaches, or not delivered yet)
Result<wire::Note> find_note(gate::Call<OneNote>&);

struct NoteAndChild {
  NoteId note;
  PersonId child;
};
BOOST_DESCRIBE_STRUCT(NoteAndChild, (), (note, child))
/// Says that the note was opened; the first time counts.
/// Errors: not_found — liaison.no_note
Result<> open_note(gate::Call<NoteAndChild>&);

struct SignNote {
  NoteId note;
  PersonId child;
  std::int64_t version;  // the one that was read
};
BOOST_DESCRIBE_STRUCT(SignNote, (), (note, child, version))
/// Errors: not_found — liaison.no_note
///         gone     — liaison.withdrawn
///         refused  — liaison.may_not_sign (to read only, or informed only)
///         stale    — liaison.newer_version
///         conflict — liaison.already_signed (by this guardian, or by another when one is enough)
/// Source: LIA-02, LIA-03 (docs/requirements.md)
Result<wire::Signed> sign_note(gate::Call<SignNote>&);

/// Errors: not_found — liaison.no_note
///         refused  — liaison.may_not_sign
///         gone     — liaison.withdrawn, liaison.undo_over (10 seconds passed, or nothing was signed)
Result<> unsign_note(gate::Call<NoteAndChild>&);

// ---- a teacher or a head

/// To whom they may write, and when it would arrive.
Result<wire::Desk> open_desk(gate::Call<gate::NoInput>&);

struct NewNote {
  Kind kind;
  Ask ask;
  std::string title;  // 1 to 120 characters
  std::string body;   // as typed (richtext::from_typed), not empty
  wire::Facts facts;
  std::optional<Date> sign_before;     // kept only when a signature is asked
  std::vector<AudiencePart> audience;  // 1 to 60
};
BOOST_DESCRIBE_STRUCT(NewNote, (), (kind, ask, title, body, facts, sign_before, audience))
/// Sends to every guardian the audience holds today, from the end of quiet hours on.
/// Errors: invalid — with each field at fault (see writing.h), /audience liaison.no_audience
///         refused — liaison.out_of_reach
/// Source: LIA-01, POR-04, EDI-01 (docs/requirements.md)
Result<wire::Sent> send_note(gate::Call<NewNote>&);

struct ChangeNote {
  NoteId note;
  std::int64_t version;  // the one that was read
  std::string title;
  std::string body;
  wire::Facts facts;
  std::optional<Date> sign_before;
};
BOOST_DESCRIBE_STRUCT(ChangeNote, (), (note, version, title, body, facts, sign_before))
/// Makes the next version, for the same recipients: to read and to sign anew. Kind, ask and audience stay.
/// Errors: as send_note, and not_found — liaison.no_note; refused — liaison.may_not_change; gone — liaison.withdrawn;
///         stale — liaison.stale
Result<wire::Sent> change_note(gate::Call<ChangeNote>&);

struct WithdrawNote {
  NoteId note;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(WithdrawNote, (), (note, version))
/// At once, quiet hours or not. Errors: as change_note
Result<> withdraw_note(gate::Call<WithdrawNote>&);

struct ListSent {
  std::optional<Millis> before;
};
BOOST_DESCRIBE_STRUCT(ListSent, (), (before))
Result<wire::SentList> list_sent(gate::Call<ListSent>&);

/// Who signed, who saw, whom to chase: of the children this teacher or head reaches today.
/// Errors: not_found — liaison.no_note
Result<wire::FollowUp> follow_up(gate::Call<OneNote>&);

struct Slip {
  NoteId note;
  PersonId child;
  std::optional<PersonId> guardian;  // who signed it; none for a child without guardian
};
BOOST_DESCRIBE_STRUCT(Slip, (), (note, child, guardian))
/// Errors: not_found — liaison.no_note (or not a child they follow)
///         gone     — liaison.withdrawn
///         invalid  — /guardian required (the child has guardians)
///         refused  — liaison.may_not_sign (no guardian of today, or informed only)
///         conflict — liaison.already_signed
/// Source: LIA-06 (docs/requirements.md)
Result<> record_slip(gate::Call<Slip>&);
/// Errors: as record_slip, and not_found — liaison.no_slip
Result<> undo_slip(gate::Call<Slip>&);

// ---- cards of the home

Result<wire::FamilyCard> family_card(Tx&, const Actor&);
Result<wire::FollowCard> follow_card(Tx&, const Actor&);

}  // namespace liaison
