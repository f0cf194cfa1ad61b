#pragma once
#include <endian.h>
#include <libpq-fe.h>

#include <cstring>
#include <unordered_map>

#include "store/fault.h"
#include "store/query.h"
#include "store/sqlite.h"

namespace store {

struct PostgresResult {
  PGresult* result = nullptr;
  explicit PostgresResult(PGresult* r) : result(r) {}
  PostgresResult(PostgresResult&& other) noexcept : result(std::exchange(other.result, nullptr)) {}
  PostgresResult& operator=(PostgresResult&&) = delete;
  ~PostgresResult() { PQclear(result); }
};

/// One connection to one PostgreSQL schema, used by one thread at a time. Parameters and results travel in binary.
class Postgres {
 public:
  /// Connects and sets the search path to `schema` for life.
  Postgres(const std::string& uri, const std::string& schema);
  ~Postgres();
  Postgres(const Postgres&) = delete;
  Postgres& operator=(const Postgres&) = delete;

  void exec(const char* sql);
  PostgresResult execute(const Query&, std::span<const Param>, std::span<const std::string_view> columns);
  void prepare(const Query&, std::span<const Param>, std::span<const std::string_view> columns);
  /// The same statement for each of `count` rows, sent as a pipeline; returns the rows touched.
  std::int64_t execute_many(const Query&, std::size_t count, const std::function<void(std::size_t, std::vector<Param>&)>& params);
  void notify(const std::string& channel, const std::string& payload);
  /// What came on the channels this connection listens to, without waiting.
  std::vector<std::string> heard();
  int socket() const { return PQsocket(connection_); }
  bool lost() const { return PQstatus(connection_) != CONNECTION_OK; }
  /// COPY into a table from rows of text, tab separated, as PostgreSQL's text format has them.
  void copy_begin(const char* sql);
  void copy_line(std::string_view);
  void copy_end();
  /// COPY … TO STDOUT: each row as it comes, one line of the text format with its end.
  void copy_out(const char* sql, const std::function<void(std::string_view)>& line);

 private:
  struct Sent;
  const std::string& prepared(const Query&, const std::string& sql, const Sent&, std::span<const std::string_view> columns);
  PostgresResult checked(PGresult*, const char* query);
  PGconn* connection_ = nullptr;
  std::unordered_map<std::string, std::string> names_;
};

/// One row of a result, every column in binary.
struct PostgresRow {
  const PGresult* r;
  int row;
  bool null(int i) const { return PQgetisnull(r, row, i) != 0; }
  const char* at(int i) const { return PQgetvalue(r, row, i); }
  std::size_t size(int i) const { return std::size_t(PQgetlength(r, row, i)); }
  void get(int i, std::int64_t& v) const {
    if (size(i) == 8) {
      std::uint64_t n = 0;
      std::memcpy(&n, at(i), 8);
      v = std::int64_t(be64toh(n));
    } else if (size(i) == 4) {
      std::uint32_t n = 0;
      std::memcpy(&n, at(i), 4);
      v = std::int32_t(be32toh(n));
    } else {
      wrong_column(i, "not an integer of 4 or 8 bytes");
    }
  }
  void get(int i, bool& v) const {
    if (size(i) != 1) wrong_column(i, "not a boolean");
    v = *at(i) != 0;
  }
  void get(int i, std::string& v) const {
    if (null(i)) wrong_column(i, "null");
    v.assign(at(i), size(i));
  }
  void get(int i, std::vector<unsigned char>& v) const { v.assign(at(i), at(i) + size(i)); }
  void get(int i, Uuid& v) const {
    if (size(i) != 16) wrong_column(i, "not a uuid");
    std::memcpy(v.bytes.data(), at(i), 16);
  }
  void get(int i, Date& v) const {
    if (size(i) != 4) wrong_column(i, "not a date");
    std::uint32_t n = 0;
    std::memcpy(&n, at(i), 4);
    v.days = std::int32_t(be32toh(n)) + 10957;  // PostgreSQL counts from 2000-01-01
  }
};

}  // namespace store
