#include "import/aaf/staging.h"

namespace aaf {

namespace {
constexpr std::size_t batch = 2000;  // rows held of one table
}

void make_staging(Tx& tx) {
  schools_table.make(tx);
  persons_table.make(tx);
  links_table.make(tx);
  classes_table.make(tx);
  wanted_table.make(tx);
  ending_table.make(tx);
  remarks_table.make(tx);
}

void drop_staging(Tx& tx) {
  for (const store::TemporaryTable* table : std::initializer_list<const store::TemporaryTable*>{
           &schools_table, &persons_table, &links_table, &classes_table, &wanted_table, &ending_table, &remarks_table}) {
    table->drop(tx);
  }
}

Staging::Staging(Tx& tx, Date dated, bool accept_invented_uai) : tx_(tx), dated_(dated), reader_(sinks(), accept_invented_uai) {
  make_staging(tx);
}

Sinks Staging::sinks() {
  Sinks sinks;
  sinks.school = [this](SchoolRecord&& record) {
    StagedSchool school = laid_by(record);
    school.school = tx_.new_id<SchoolId>();
    school.number = ++number_;
    school.file = file_;
    schools_.push_back(std::move(school));
  };
  sinks.pupil = [this](PupilRecord&& record) {
    if (auto laid = laid_by(record, dated_)) lay(std::move(*laid));
  };
  sinks.guardian = [this](GuardianRecord&& record) { lay(laid_by(record)); };
  sinks.staff = [this](StaffRecord&& record) { lay(laid_by(record)); };
  sinks.refused = [this](Refused&& refused) {
    remark({.weight = Weight::refused,
            .code = std::move(refused.code),
            .file = std::move(refused.file),
            .line = std::int64_t(refused.line),
            .kind = refused.kind,
            .key = std::move(refused.key)});
  };
  sinks.warning = [this](Warning&& warning) {
    remark({.code = std::move(warning.code),
            .file = std::move(warning.file),
            .line = std::int64_t(warning.line),
            .kind = warning.kind,
            .key = std::move(warning.key),
            .about = std::move(warning.about)});
  };
  sinks.bytes_read = [this](std::uint64_t bytes) {
    flush(batch);
    reading_.bytes += bytes;
    reading_.persons = std::uint64_t(number_);
    if (told_) told_(reading_);
  };
  return sinks;
}

void Staging::lay(Laid&& laid) {
  laid.person.person = tx_.new_id<PersonId>();
  laid.person.number = ++number_;
  laid.person.file = file_;
  for (StagedLink& link : laid.links) {
    link.relation = tx_.new_id<RelationId>();
    link.number = number_;
    links_.push_back(std::move(link));
  }
  for (Remark& one : laid.remarks) {
    one.file = file_;
    remark(std::move(one));
  }
  persons_.push_back(std::move(laid.person));
}

void Staging::remark(Remark&& remark) {
  remark.number = ++remarked_;
  remarks_.push_back(std::move(remark));
}

void Staging::flush(std::size_t at_least) {
  const auto load = [&](const auto& table, auto& rows) {
    if (rows.size() < at_least) return;
    table.load(tx_, rows);
    rows.clear();
  };
  load(schools_table, schools_);
  load(persons_table, persons_);
  load(links_table, links_);
  load(remarks_table, remarks_);
}

Result<void> Staging::read(const Delivery& delivery, const std::function<void(const Reading&)>& told) {
  told_ = told;
  reading_.all_bytes = delivery.size_bytes;
  for (const Part& part : delivery.parts) {
    file_ = part.file;
    TRY(reader_.read(part));
  }
  TRY(reader_.finish());
  finish();
  return {};
}

void Staging::finish() {
  flush(1);
  schools_table.index(tx_, "feed_key");
  schools_table.index(tx_, "school");
  schools_table.index(tx_, "uai");
  persons_table.index(tx_, "feed_key");
  persons_table.index(tx_, "person");
  links_table.index(tx_, "number");
  links_table.index(tx_, "person_key");
  links_table.index(tx_, "school_key, kind");
  remarks_table.index(tx_, "weight, kind, key");
  for (const store::TemporaryTable* table :
       std::initializer_list<const store::TemporaryTable*>{&schools_table, &persons_table, &links_table, &remarks_table}) {
    table->gather_statistics(tx_);
  }
}

}  // namespace aaf
