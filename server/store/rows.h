#pragma once
#include "store/tx.h"

/// What generated queries call: one statement, its parameters, its rows as described structs or single values.
namespace store {

template <class Row, class T>
void get_value(Row row, int i, T& v) {
  if constexpr (described::is_optional<T>) {
    if (row.null(i)) {
      v.reset();
    } else {
      get_value(row, i, v.emplace());
    }
  } else if constexpr (described::Choice<T>) {
    std::string name;
    row.get(i, name);
    if (!described::from_name(name, v)) wrong_column(i, "not one of the choices");
  } else {
    row.get(i, v);
  }
}

template <class T>
inline constexpr bool single = !described::Struct<T>;

template <class T>
constexpr auto columns_of() {
  if constexpr (single<T>) {
    return std::array<std::string_view, 1>{};  // one column, whatever its name
  } else {
    return described::names_of<T>;
  }
}

template <class Row, class T>
void fill(Row row, T& v) {
  if constexpr (single<T>) {
    get_value(row, 0, v);
  } else {
    int i = 0;
    boost::mp11::mp_for_each<described::members<T>>([&](auto member) { get_value(row, i++, v.*member.pointer); });
  }
}

/// Calls `each` for every row.
template <class T, class Each>
void for_each_row(Tx& tx, const Query& query, std::span<const Param> in, Each&& each) {
  static constexpr auto columns = columns_of<T>();
  tx.count_statement();
  if (auto* sqlite = tx.sqlite()) {
    auto* statement = sqlite->bound(query, in, columns);
    const Reset reset{statement};
    int code = 0;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
      T v{};
      fill(SqliteRow{statement}, v);
      each(std::move(v));
    }
    if (code != SQLITE_DONE) sqlite->fail(query.name);
  } else {
    const auto rows = tx.postgres()->execute(query, in, columns);
    const int count = PQntuples(rows.result);
    for (int i = 0; i < count; ++i) {
      T v{};
      fill(PostgresRow{rows.result, i}, v);
      each(std::move(v));
    }
  }
}

template <class T>
std::vector<T> all(Tx& tx, const Query& query, std::span<const Param> in) {
  std::vector<T> out;
  for_each_row<T>(tx, query, in, [&](T&& v) { out.push_back(std::move(v)); });
  return out;
}

template <class T>
std::optional<T> find(Tx& tx, const Query& query, std::span<const Param> in) {
  std::optional<T> out;
  for_each_row<T>(tx, query, in, [&](T&& v) {
    if (!out) out = std::move(v);
  });
  return out;
}

template <class T>
inline constexpr auto column_names = columns_of<T>();
inline constexpr std::span<const std::string_view> no_columns{};

/// A parameter of type T, to prepare a statement with; never run.
template <class T>
Param sample() {
  static const T nothing{};
  return param(nothing);
}

/// Prepares a statement without running it. Throws Fault when it cannot be, or when its columns are not `columns`.
void prepare(Tx&, const Query&, std::span<const Param>, std::span<const std::string_view> columns);

/// Runs a statement without rows; returns how many it touched.
std::int64_t run(Tx&, const Query&, std::span<const Param>);
/// Runs a statement once for each of `count` rows; returns how many it touched.
std::int64_t run_many(Tx&, const Query&, std::size_t count, const std::function<void(std::size_t, std::vector<Param>&)>& params);

}  // namespace store
