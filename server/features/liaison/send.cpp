#include "features/liaison/addressed.h"
#include "features/liaison/files.h"
#include "features/liaison/queries.gen.h"
#include "features/liaison/questions.h"
#include "features/liaison/rights.h"
#include "features/liaison/sending.h"
#include "features/liaison/things.h"
#include "features/liaison/trace.h"
#include "features/liaison/verbs.h"
#include "features/liaison/writer.h"
#include "features/liaison/writing.h"

namespace liaison {

namespace {

constexpr std::size_t widest_audience = 60;

std::vector<notices::Recipient> recipients_of(const std::vector<people::Reached>& reached) {
  std::vector<notices::Recipient> recipients;
  for (const people::Reached& one : reached) recipients.push_back({one.child, one.person});
  return recipients;
}

std::vector<AudiencePart> parts_of(const std::vector<people::Target>& targets) {
  std::vector<AudiencePart> parts;
  for (const people::Target& target : targets) parts.push_back({kind_of(target.kind), target.id});
  return parts;
}

void keep_audience(Tx& tx, NoteId note, const std::vector<people::Target>& targets) {
  std::vector<AudienceRow> rows;
  for (const people::Target& target : targets) rows.push_back({note, kind_of(target.kind), target.id, target.school_class});
  q::add_audience(tx, rows);
}

/// What a reply is: signed unless the writer only wants answers, which then are needed.
struct Wanted {
  bool signature = true;
  std::vector<wire::Question> questions;
};
Wanted read_wanted(const NewNote& in, std::vector<FieldError>& problems) {
  if (in.ask == Ask::read) return {};
  Wanted wanted{in.signature.value_or(true), read_questions(in.questions.value_or(std::vector<wire::Question>{}), problems)};
  if (!wanted.signature && wanted.questions.empty()) problems.push_back({"/questions", "required"});
  return wanted;
}

Content content_of_new(Tx& tx, const Actor& actor, const NewNote& in, const Written& written, const std::vector<people::Target>& targets) {
  return {.note = tx.new_id<NoteId>(),
          .version = 1,
          .kind = in.kind,
          .ask = in.ask,
          .title = written.title,
          .facts = written.facts,
          .sign_before = written.sign_before,
          .author = actor.person,
          .author_profile = actor.profile,
          .party = *actor.party,
          .school = *actor.school,
          .audience = parts_of(targets),
          .audience_label = label_of(targets),
          .made_at = tx.now(),
          .signature = {},
          .questions = {},
          .files = {}};
}

void keep_note(Tx& tx, const Content& content) {
  q::add_note(tx, content.note, content.kind, content.ask, content.school, school_year_of(tx.today()), content.party, content.author,
              content.author_profile, writer_name(tx, content.author), content.audience_label, content.title, content.sign_before, tx.now(),
              content.signature.value_or(true), std::int64_t(questions_of(content).size()));
}

}  // namespace

Result<wire::Sent> send_note(gate::Call<NewNote>& call) {
  Tx& tx = call.tx;
  const NewNote& in = call.in;
  std::vector<FieldError> problems;
  if (in.audience.empty()) problems.push_back({"/audience", "liaison.no_audience"});
  if (in.audience.size() > widest_audience) problems.push_back({"/audience", "too_long"});
  const Written written = read_typed({in.title, in.body, in.facts, in.sign_before}, in.kind, in.ask, tx.today(), problems);
  Wanted wanted = read_wanted(in, problems);
  if (!problems.empty()) return refuse(std::move(problems));

  const people::Audience audience = audience_of(in.audience);
  const auto targets = people::within_reach(tx, call.actor, write, audience);
  if (targets.size() < audience.size()) return refused("liaison.out_of_reach");
  const auto reached = people::unfold(tx, audience);
  if (reached.empty()) return invalid_at("/audience", "liaison.no_audience");

  Content content = content_of_new(tx, call.actor, in, written, targets);
  if (!wanted.signature) content.signature = false;
  if (!wanted.questions.empty()) content.questions = std::move(wanted.questions);
  if (in.files && !in.files->empty()) {
    TRY(uploads::attach(tx, call.actor, *in.files, files_thing(content.note)));
    content.files = in.files;
  }
  keep_note(tx, content);
  keep_version(tx, content, written.body);
  keep_audience(tx, content.note, targets);
  const Millis at = arrival(tx, content.school);
  notices::deliver(tx, thing_of(content.note, content.version, content.party, content.school), at, recipients_of(reached));
  tell_audit(tx, call.actor, {"liaison.send", content.school, content.note});
  return sent(content, at, reached);
}

}  // namespace liaison
