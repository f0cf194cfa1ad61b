#pragma once
#include "store/rows.h"

/// Rows by the ten thousand, laid in tables that only their session sees and that end with it (imports).
/// A session is the connection behind `Database::write_in_bulk` for one thread: use these from one thread, within such transactions.
namespace store {

struct TemporaryColumn {
  std::string_view name;
  std::string_view type;  // a type word of migrations ("{text}")
  bool may_be_null;
};

/// The column that holds a member of this type.
template <class T>
constexpr TemporaryColumn column_for(std::string_view name) {
  if constexpr (described::is_optional<T>) {
    return {name, column_for<typename T::value_type>(name).type, true};
  } else if constexpr (std::is_same_v<T, bool>) {
    return {name, "{bool}", false};
  } else if constexpr (described::is_id<T>) {
    return {name, "{id}", false};
  } else if constexpr (std::is_same_v<T, Date>) {
    return {name, "{date}", false};
  } else if constexpr (std::is_integral_v<T>) {
    return {name, "{int}", false};
  } else {
    static_assert(described::Text<T> || described::Choice<T>, "no column holds this type");
    return {name, "{text}", false};
  }
}

/// One value of a line of PostgreSQL's COPY, in its text format.
void append_copied(std::string& line, std::int64_t);
void append_copied(std::string& line, bool);
void append_copied(std::string& line, Date);
void append_copied(std::string& line, const Uuid&);
void append_copied(std::string& line, std::string_view);
template <described::Choice T>
void append_copied(std::string& line, T v) {
  append_copied(line, described::name_of(v));
}
template <class T>
void append_copied(std::string& line, const std::optional<T>& v) {
  if (v) {
    append_copied(line, *v);
  } else {
    line += "\\N";
  }
}

/// A temporary table, whatever its rows are.
class TemporaryTable {
 public:
  TemporaryTable(std::string name, std::vector<TemporaryColumn> columns);
  TemporaryTable(const TemporaryTable&) = delete;  // prepared statements remember where it stands

  /// Makes it empty; one left by an earlier use of the session goes first.
  void make(Tx&) const;
  void drop(Tx&) const;
  /// To be called once the rows are in: "person, kind".
  void index(Tx&, std::string_view columns) const;
  /// Tells PostgreSQL's planner what is in it: nobody else will, for a temporary table.
  void gather_statistics(Tx&) const;
  const std::string& name() const { return name_; }

 protected:
  /// COPY on PostgreSQL, from lines of text.
  void copy(Postgres&, std::size_t count, const std::function<void(std::size_t, std::string&)>& line) const;

  std::string name_;
  std::vector<TemporaryColumn> columns_;
  std::string insert_sql_;
  Query insert_;
};

/// A temporary table whose columns are the members of Row.
template <described::Struct Row>
class Temporary : public TemporaryTable {
 public:
  explicit Temporary(const char* name) : TemporaryTable(name, columns()) {}

  void load(Tx& tx, std::span<const Row> rows) const {
    if (rows.empty()) return;
    if (tx.postgres()) {
      tx.count_statement();
      return copy(*tx.postgres(), rows.size(), [&](std::size_t i, std::string& line) {
        bool first = true;
        boost::mp11::mp_for_each<described::members<Row>>([&](auto member) {
          if (!std::exchange(first, false)) line += '\t';
          append_copied(line, rows[i].*member.pointer);
        });
      });
    }
    run_many(tx, insert_, rows.size(), [&](std::size_t i, std::vector<Param>& in) {
      boost::mp11::mp_for_each<described::members<Row>>([&](auto member) { in.push_back(param(rows[i].*member.pointer)); });
    });
  }

 private:
  static std::vector<TemporaryColumn> columns() {
    std::vector<TemporaryColumn> all;
    boost::mp11::mp_for_each<described::members<Row>>(
        [&](auto member) { all.push_back(column_for<std::remove_cvref_t<decltype(std::declval<Row>().*member.pointer)>>(member.name)); });
    return all;
  }
};

/// The same for a permanent table that may have grown a moment ago. SQLite plans by the indexes alone.
void gather_statistics(Tx&, const char* table);

/// Takes a name of this territory for the session, until `let_go` or its end: false when another session has it.
/// On SQLite the lock of the file says it already.
bool hold_alone(Tx&, std::string_view what);
void let_go(Tx&, std::string_view what);

}  // namespace store
