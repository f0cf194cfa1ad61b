#include "features/liaison/sending.h"

#include <set>

#include "base/text.h"
#include "features/liaison/queries.gen.h"
#include "people/hours.h"

namespace liaison {

Millis arrival(Tx& tx, SchoolId school) { return people::deliver_at(people::find_hours(tx, school).hours, tx.zone(), tx.now()); }

void keep_version(Tx& tx, const Content& content, const richtext::Document& body) {
  const Sealed sealed = seal(tx, content, body);
  q::add_version(tx, content.note, content.version, content.title, content.sign_before, sealed.content, sealed.body, content.author,
                 content.made_at, sealed.salt, sealed.hash, text::fold(content.title + " " + richtext::to_typed(body)));
}

wire::Sent sent(const Content& content, Millis deliver_at, const std::vector<people::Reached>& reached) {
  std::set<PersonId> children;
  std::set<PersonId> adults;
  for (const people::Reached& one : reached) {
    children.insert(one.child);
    if (one.human) adults.insert(*one.human);
  }
  return {
      content.note, content.version, deliver_at, deliver_at != content.made_at, std::int64_t(children.size()), std::int64_t(adults.size())};
}

}  // namespace liaison
