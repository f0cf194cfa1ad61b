#pragma once
#include "people/ids.h"
#include "store/tx.h"

/// Who lives in the village. Ids are the same in every copy.
struct Cast {
  PartyId academy;
  SchoolId tilleuls, oliviers;

  ClassId cp, ce2, cm;    // of les Tilleuls
  ClassId gs, ms;         // of les Oliviers
  ClassId ce2_last_year;  // 2025-2026
  GroupId chorale;        // of les Tilleuls: tom and zoe

  // staff
  PersonId mme_garcin;    // heads les Tilleuls, teaches cm
  PersonId m_lacaze;      // heads les Oliviers
  PersonId m_benali;      // teaches ce2
  PersonId mme_petit;     // teaches cp, and is a parent: Zoé's mother
  PersonId mme_rossi;     // teaches gs
  PersonId mme_sow;       // teaches ms in les Oliviers and cp in les Tilleuls
  PersonId m_ancien;      // taught ce2 until yesterday
  PersonId mme_future;    // will teach ce2 from tomorrow
  PersonId m_remplacant;  // substitute in ce2, from Monday 14 to Friday 18 September
  PersonId mme_admin;     // administers les Tilleuls: its directory, never its contents

  // children
  PersonId tom;    // ce2: Sarah and Mathieu
  PersonId lina;   // gs: Sarah (her other record) and Mathieu
  PersonId noe;    // gs: Karim and Julie, separated
  PersonId adam;   // ce2: M. Bernard, and those whose rights are limited
  PersonId gabin;  // ce2: nobody
  PersonId zoe;    // cp: Mme Petit
  PersonId rose;   // ms: Mme Diallo

  // guardians
  PersonId sarah;           // Tom's mother; her record of les Oliviers is merged into it
  PersonId sarah_oliviers;  // the same woman, as les Oliviers typed her: Lina's mother
  PersonId mathieu;         // father of Tom and Lina
  PersonId karim, julie;    // Noé's
  PersonId m_bernard;       // Adam's father
  PersonId mme_diallo;      // Rose's mother; was Adam's guardian until yesterday
  PersonId m_demain;        // Adam's guardian from tomorrow
  PersonId m_suspendu;      // Adam's, all suspended by a decision
  PersonId mme_informee;    // Adam's, informed only

  /// Reads the cast's ids back by the keys it was made with.
  static Cast settle(Tx&);
};

/// A pupil whom a test adds: who arrives in the year, or has left.
struct Arrival {
  std::string first_name, last_name;
  SchoolId school;
  ClassId school_class;
  std::string grade;
  Date from_on;
  std::optional<Date> until_on = {};
};
PersonId settle_pupil(Tx&, unsigned number, const Arrival&);
PersonId settle_guardian(Tx&, unsigned number, PersonId child, const std::string& first_name, const std::string& last_name);

/// Builds the village in an empty, migrated database.
void build_village(Tx&);
