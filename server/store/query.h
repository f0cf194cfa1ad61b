#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "store/param.h"

namespace store {

/// One named statement of a queries.sql. Its text says `$1`, `$2`… in order of first use; `$2*` stands for a list of ids.
struct Query {
  const char* name;
  const char* sql;
  bool has_lists = false;
};

/// How many places a list of `count` ids takes: 1, 8, 64 or 512, so that few statements are kept prepared.
/// A longer list is a mistake of the caller (a wide reach is one school id, not its children) and throws.
std::size_t places_for(const Query&, std::size_t count);

/// The statement's text with each list written out, and the parameters one by one, lists padded with their last id
/// (an empty one with the nil id, which no row carries).
struct Spelled {
  std::string sql;
  std::vector<Param> params;
};
Spelled spell(const Query&, std::span<const Param>);

}  // namespace store
