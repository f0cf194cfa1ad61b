#include "store/postgres.h"

namespace store {

namespace {

constexpr Oid oid_bool = 16, oid_bytea = 17, oid_int8 = 20, oid_text = 25, oid_date = 1082, oid_uuid = 2950;

Cause cause_of(const char* state) {
  const std::string_view s = state ? state : "";
  if (s == "23505") return Cause::unique;
  if (s == "23503") return Cause::foreign_key;
  if (s == "23502") return Cause::not_null;
  if (s == "23514") return Cause::check;
  if (s == "40001" || s == "40P01") return Cause::serialization;
  if (s == "55P03" || s == "57014" || s == "53300") return Cause::busy;
  if (s == "53100") return Cause::full;
  if (s.starts_with("08") || s.starts_with("57P")) return Cause::connection;
  return Cause::other;
}

/// The parts of a message that cannot hold a value: what was violated and where.
std::string describe(const PGresult* r) {
  std::string out;
  for (const int field : {PG_DIAG_TABLE_NAME, PG_DIAG_COLUMN_NAME, PG_DIAG_CONSTRAINT_NAME}) {
    if (const char* text = PQresultErrorField(r, field)) out += std::string(" ") + text;
  }
  const char* state = PQresultErrorField(r, PG_DIAG_SQLSTATE);
  if (state && std::string_view(state).starts_with("42")) out += std::string(" ") + PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY);
  return out;
}

}  // namespace

struct Postgres::Sent {
  std::vector<Oid> types;
  std::vector<const char*> at;
  std::vector<int> sizes;
  std::vector<int> formats;
  std::vector<std::uint64_t> room;  // numbers in network order; never grows after it was sized

  explicit Sent(std::span<const Param> in) : formats(in.size(), 1), room(in.size(), 0) {
    for (std::size_t i = 0; i < in.size(); ++i) add(i, in[i]);
  }

 private:
  void add(std::size_t i, const Param& p) {
    const char* place = reinterpret_cast<const char*>(&room[i]);
    switch (p.type) {
      case Param::Type::integer:
        room[i] = htobe64(std::uint64_t(p.number));
        push(oid_int8, place, 8, p.null);
        break;
      case Param::Type::boolean:
        *reinterpret_cast<char*>(&room[i]) = p.number != 0;
        push(oid_bool, place, 1, p.null);
        break;
      case Param::Type::date: {
        const std::uint32_t n = htobe32(std::uint32_t(std::int32_t(p.number) - 10957));
        std::memcpy(&room[i], &n, 4);
        push(oid_date, place, 4, p.null);
        break;
      }
      case Param::Type::text:
        push(oid_text, static_cast<const char*>(p.at), int(p.size), p.null);
        break;
      case Param::Type::bytes:
        push(oid_bytea, static_cast<const char*>(p.at), int(p.size), p.null);
        break;
      case Param::Type::id:
        push(oid_uuid, static_cast<const char*>(p.at), 16, p.null);
        break;
      case Param::Type::ids:
        break;  // spelled out before
    }
  }
  void push(Oid type, const char* value, int size, bool null) {
    types.push_back(type);
    at.push_back(null ? nullptr : value);
    sizes.push_back(size);
  }
};

Postgres::Postgres(const std::string& uri, const std::string& schema) : connection_(PQconnectdb(uri.c_str())) {
  if (PQstatus(connection_) != CONNECTION_OK) {
    PQfinish(connection_);
    throw Fault(Cause::connection, "cannot reach the database");
  }
  PQsetNoticeProcessor(connection_, [](void*, const char*) {}, nullptr);
  char* quoted = PQescapeIdentifier(connection_, schema.data(), schema.size());
  const std::string path = std::string("SET search_path TO ") + quoted;
  PQfreemem(quoted);
  try {
    exec(path.c_str());
    exec("SET TIME ZONE 'UTC'");
  } catch (...) {
    PQfinish(connection_);
    throw;
  }
}

Postgres::~Postgres() { PQfinish(connection_); }

PostgresResult Postgres::checked(PGresult* r, const char* query) {
  PostgresResult owned(r);
  const auto status = PQresultStatus(r);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_COPY_IN || status == PGRES_COPY_OUT) return owned;
  if (lost()) throw Fault(Cause::connection, std::string(query) + ": the connection was lost");
  const char* state = PQresultErrorField(r, PG_DIAG_SQLSTATE);
  throw Fault(cause_of(state), fmt::format("{}: postgres {}{}", query, state ? state : "?", describe(r)));
}

void Postgres::exec(const char* sql) { checked(PQexec(connection_, sql), std::string(sql).substr(0, 60).c_str()); }

const std::string& Postgres::prepared(const Query& query, const std::string& sql, const Sent& sent,
                                      std::span<const std::string_view> columns) {
  auto& name = names_[sql];
  if (!name.empty()) return name;
  const std::string made = "q" + std::to_string(names_.size());
  checked(PQprepare(connection_, made.c_str(), sql.c_str(), int(sent.types.size()), sent.types.data()), query.name);
  const PostgresResult described = checked(PQdescribePrepared(connection_, made.c_str()), query.name);
  bool right = PQnfields(described.result) == int(columns.size());
  for (int i = 0; right && i < int(columns.size()); ++i) {
    right = columns[std::size_t(i)].empty() || columns[std::size_t(i)] == PQfname(described.result, i);
  }
  if (!right) throw Fault(Cause::misuse, std::string(query.name) + ": the columns are not the members of its out type");
  name = made;
  return name;
}

PostgresResult Postgres::execute(const Query& query, std::span<const Param> in, std::span<const std::string_view> columns) {
  Spelled spelled;
  if (query.has_lists) {
    spelled = spell(query, in);
    in = spelled.params;
  } else {
    spelled.sql = query.sql;
  }
  const Sent sent(in);
  const std::string& name = prepared(query, spelled.sql, sent, columns);
  return checked(PQexecPrepared(connection_, name.c_str(), int(in.size()), sent.at.data(), sent.sizes.data(), sent.formats.data(), 1),
                 query.name);
}

void Postgres::prepare(const Query& query, std::span<const Param> in, std::span<const std::string_view> columns) {
  const Spelled spelled = spell(query, in);
  prepared(query, spelled.sql, Sent(spelled.params), columns);
}

std::int64_t Postgres::execute_many(const Query& query, std::size_t count,
                                    const std::function<void(std::size_t, std::vector<Param>&)>& params) {
  constexpr std::size_t at_once = 100;  // small enough that neither side's buffer fills while the other writes
  std::int64_t touched = 0;
  std::vector<Param> in;
  for (std::size_t from = 0; from < count; from += at_once) {
    const std::size_t until = std::min(count, from + at_once);
    in.clear();
    params(from, in);
    const std::string name = prepared(query, query.sql, Sent(in), {});
    if (!PQenterPipelineMode(connection_)) throw Fault(Cause::connection, std::string(query.name) + ": no pipeline");
    for (std::size_t i = from; i < until; ++i) {
      in.clear();
      params(i, in);
      const Sent sent(in);
      PQsendQueryPrepared(connection_, name.c_str(), int(in.size()), sent.at.data(), sent.sizes.data(), sent.formats.data(), 1);
    }
    PQpipelineSync(connection_);
    std::optional<Fault> failed;
    for (std::size_t i = from; i < until; ++i) {
      PGresult* r = PQgetResult(connection_);
      try {
        if (PQresultStatus(r) == PGRES_PIPELINE_ABORTED) {
          PQclear(r);
        } else {
          touched += std::atoll(PQcmdTuples(checked(r, query.name).result));
        }
      } catch (const Fault& fault) {
        if (!failed) failed = fault;
      }
      PQclear(PQgetResult(connection_));  // the end of this statement
    }
    PQclear(PQgetResult(connection_));  // the sync
    PQexitPipelineMode(connection_);
    if (failed) throw *failed;
  }
  return touched;
}

void Postgres::notify(const std::string& channel, const std::string& payload) {
  const char* values[] = {channel.c_str(), payload.c_str()};
  checked(PQexecParams(connection_, "SELECT pg_notify($1, $2)", 2, nullptr, values, nullptr, nullptr, 0), "notify");
}

std::vector<std::string> Postgres::heard() {
  if (PQconsumeInput(connection_) != 1) throw Fault(Cause::connection, "listen: the connection was lost");
  std::vector<std::string> all;
  while (PGnotify* one = PQnotifies(connection_)) {
    all.emplace_back(one->extra);
    PQfreemem(one);
  }
  return all;
}

void Postgres::copy_out(const char* sql, const std::function<void(std::string_view)>& line) {
  checked(PQexec(connection_, sql), "copy");
  char* row = nullptr;
  for (int size = 0; (size = PQgetCopyData(connection_, &row, 0)) > 0; PQfreemem(row)) line({row, std::size_t(size)});
  checked(PQgetResult(connection_), "copy");
  PQclear(PQgetResult(connection_));
}

void Postgres::copy_begin(const char* sql) { checked(PQexec(connection_, sql), "copy"); }

void Postgres::copy_line(std::string_view line) {
  if (PQputCopyData(connection_, line.data(), int(line.size())) != 1) throw Fault(Cause::connection, "copy: the connection was lost");
}

void Postgres::copy_end() {
  if (PQputCopyEnd(connection_, nullptr) != 1) throw Fault(Cause::connection, "copy: the connection was lost");
  checked(PQgetResult(connection_), "copy");
  PQclear(PQgetResult(connection_));
}

}  // namespace store
