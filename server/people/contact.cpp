#include "people/contact.h"

#include <algorithm>

#include "base/text.h"
#include "people/queries.gen.h"
#include "store/audit.h"

namespace {

constexpr std::size_t longest_email = 254;  // RFC 5321, § 4.5.3.1.3, less the angle brackets
constexpr std::size_t fewest_digits = 6;
constexpr std::size_t most_digits = 15;  // E.164

/// Not a proof that it exists: a name, one @, a domain with a dot, nothing that would end the line of a message.
bool may_be_email(std::string_view email) {
  const auto at = email.find('@');
  if (at == 0 || at == email.npos || email.find('@', at + 1) != email.npos || email.size() > longest_email) return false;
  const auto domain = email.substr(at + 1);
  const auto dot = domain.rfind('.');
  if (dot == domain.npos || dot == 0 || dot + 2 > domain.size() - 1) return false;
  return std::none_of(email.begin(), email.end(),
                      [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == ';' || c == '<' || c == '>'; });
}

/// "06 12.34-56 78" → "0612345678"; "" when it is no number.
std::string digits_of(std::string_view phone) {
  std::string digits;
  for (const char c : phone) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c == '+' && digits.empty()) {
      digits += c;
    } else if (c != ' ' && c != '.' && c != '-' && c != '(' && c != ')') {
      return {};
    }
  }
  const std::size_t count = digits.size() - (digits.starts_with('+') ? 1 : 0);
  return count < fewest_digits || count > most_digits ? std::string{} : digits;
}

/// Absent and empty both say: nothing.
std::optional<std::string> given(const std::optional<std::string>& typed) {
  std::string tidied;
  if (!typed || !text::tidy(*typed, tidied) || tidied.empty()) return {};
  std::replace(tidied.begin(), tidied.end(), '\n', ' ');
  return tidied;
}

}  // namespace

people::Contact people::find_contact(Tx& tx, PersonId holder) { return q::contact_of(tx, holder).value_or(Contact{}); }

Result<people::Contact> people::set_contact(Tx& tx, const Actor& actor, const Contact& wished) {
  Contact kept{given(wished.email), given(wished.phone), wished.version + 1, tx.now()};
  std::vector<FieldError> wrong;
  if (kept.email && !may_be_email(*kept.email)) wrong.push_back({"/email", "people.email"});
  if (kept.phone) {
    kept.phone = digits_of(*kept.phone);
    if (kept.phone->empty()) wrong.push_back({"/phone", "people.phone"});
  }
  if (!wrong.empty()) return std::unexpected(Error{Fault::invalid, wrong.front().code, std::move(wrong)});
  const auto changed = wished.version == 0 ? q::first_contact(tx, actor.person, kept.email, kept.phone, tx.now())
                                           : q::change_contact(tx, kept.email, kept.phone, tx.now(), actor.person, wished.version);
  if (changed == 0) return stale("people.contact_changed");
  store::audit(tx, {.act = "people.set_contact", .person = actor.person, .profile = std::string(described::name_of(actor.profile))});
  return kept;
}

bool people::is_protected(Tx& tx, PersonId holder) { return q::protected_adult(tx, holder).has_value(); }
