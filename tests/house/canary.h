#pragma once
#include <set>
#include <string>
#include <string_view>

/// Strings that stand in every name, title, text, login and device of the world, so that whatever leaves by mistake is recognised.
namespace house {

/// "CNRY.tom."; the key says whose it is.
std::string canary(std::string_view key);

/// The keys of all canaries in a text, whatever their case.
std::set<std::string> canaries_in(std::string_view text);

/// Of a child or a note: what the rights table says a reply shows, exactly.
bool is_content(std::string_view key);

/// The canaries that somebody may see in a context: their own, and what the table of rights gives their profile over whom they hold today.
std::set<std::string> may_see(std::string_view who, std::string_view context);

}  // namespace house
