#pragma once
#include "features/liaison/content.h"
#include "features/liaison/wire.h"
#include "gate/call.h"
#include "gate/file.h"

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
  std::int64_t version;      // the one that was read
  std::optional<Millis> at;  // when it was done on the device, by this clock (signing.h)
};
BOOST_DESCRIBE_STRUCT(SignNote, (), (note, child, version, at))
/// Errors: not_found — liaison.no_note
///         gone     — liaison.withdrawn
///         refused  — liaison.may_not_sign (to read only, or informed only)
///         stale    — liaison.newer_version
///         conflict — liaison.already_signed (by this guardian, or by another when one is enough), liaison.answers_wanted (the note asks
///                    questions: see answer_note)
/// Source: LIA-02, LIA-03 (docs/requirements.md)
Result<wire::Signed> sign_note(gate::Call<SignNote>&);

struct AnswerNote {
  NoteId note;
  PersonId child;
  std::int64_t version;  // the one that was read
  std::vector<wire::Answer> answers;
  std::optional<Millis> at;  // as in SignNote
};
BOOST_DESCRIBE_STRUCT(AnswerNote, (), (note, child, version, answers, at))
/// Answers the note's questions for one child, and signs when a signature is asked: one act. Again until the last day to reply: the last
/// answers count, each version is kept. Of a usual act another guardian may still answer otherwise.
/// Errors: as sign_note, and conflict — liaison.no_question; gone — liaison.answer_closed (to change them)
///         invalid — /answers, /answers/{i} (questions.h)
/// Source: LIA-03 (docs/requirements.md), SC-02 (docs/sources.md#rights)
Result<wire::Answered> answer_note(gate::Call<AnswerNote>&);

/// Takes a signature back, with the answers of the same act.
/// Errors: not_found — liaison.no_note
///         refused  — liaison.may_not_sign
///         gone     — liaison.withdrawn, liaison.undo_over (10 seconds passed, or nothing was signed)
Result<> unsign_note(gate::Call<NoteAndChild>&);

struct NoteFile {
  NoteId note;
  uploads::UploadId upload;
  std::optional<uploads::Size> size;
  std::optional<uploads::Format> format;
};
BOOST_DESCRIBE_STRUCT(NoteFile, (), (note, upload, size, format))
/// One file of a note, for whoever may read the note.
/// Errors: not_found — liaison.no_note, uploads.no_file
Result<gate::File> note_file(gate::Call<NoteFile>&);

// ---- a teacher or a head

struct OpenDesk {
  std::optional<PersonId> child;  // to whose guardians alone one means to write: their line comes first
};
BOOST_DESCRIBE_STRUCT(OpenDesk, (), (child))
/// To whom they may write, and when it would arrive.
Result<wire::Desk> open_desk(gate::Call<OpenDesk>&);

struct NewNote {
  Kind kind;
  Ask ask;
  std::string title;  // 1 to 120 characters
  std::string body;   // as typed (richtext::from_typed), not empty
  wire::Facts facts;
  std::optional<Date> sign_before;                       // kept only when a signature is asked
  std::vector<AudiencePart> audience;                    // 1 to 60
  std::optional<bool> signature;                         // false: answers alone; kept only when a reply is asked
  std::optional<std::vector<wire::Question>> questions;  // kept only when a reply is asked
  std::optional<std::vector<uploads::UploadId>> files;   // at most 5, in this order
};
BOOST_DESCRIBE_STRUCT(NewNote, (), (kind, ask, title, body, facts, sign_before, audience, signature, questions, files))
/// Sends to every guardian the audience holds today, from the end of quiet hours on.
/// Errors: invalid — with each field at fault (see writing.h, questions.h), /audience liaison.no_audience,
///                   /questions required (a reply without signature needs one)
///         refused — liaison.out_of_reach
///         and those of uploads::attach
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
/// Makes the next version, for the same recipients: to read, to sign and to answer anew. Kind, ask, questions and audience stay.
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
  std::optional<PersonId> guardian;                  // who signed it; none for a child without guardian
  std::optional<std::vector<wire::Answer>> answers;  // what is ticked on it, when the note asks questions
};
BOOST_DESCRIBE_STRUCT(Slip, (), (note, child, guardian, answers))
/// Errors: not_found — liaison.no_note (or not a child they follow)
///         gone     — liaison.withdrawn
///         invalid  — /guardian required (the child has guardians), /answers (questions.h)
///         refused  — liaison.may_not_sign (no guardian of today, or informed only)
///         conflict — liaison.already_signed
/// Source: LIA-06 (docs/requirements.md)
Result<> record_slip(gate::Call<Slip>&);
/// Errors: as record_slip, and not_found — liaison.no_slip
Result<> undo_slip(gate::Call<Slip>&);

struct Remind {
  NoteId note;
  std::int64_t version;  // the one that was looked at
};
BOOST_DESCRIBE_STRUCT(Remind, (), (note, version))
/// Tells again those who are awaited, and nobody else: outside quiet hours, once a day.
/// Errors: not_found — liaison.no_note; gone — liaison.withdrawn; stale — liaison.stale
///         conflict — liaison.nobody_awaited, liaison.reminded_today
/// Source: LIA-05 (docs/requirements.md)
Result<wire::Reminded> remind(gate::Call<Remind>&);

// ---- cards of the home

Result<wire::FamilyCard> family_card(Tx&, const Actor&);
Result<wire::FollowCard> follow_card(Tx&, const Actor&);

}  // namespace liaison
