#include "app/school_rows.h"

namespace app {

namespace {

using store::backup::needed;

constexpr std::string_view of_school = "school = $1";
constexpr std::string_view of_class = "school_class IN (SELECT id FROM {people_class} WHERE school = $1)";
constexpr std::string_view of_note = "note IN (SELECT id FROM {liaison_note} WHERE school = $1)";
constexpr std::string_view of_entry = "entry IN (SELECT id FROM {homework_entry} WHERE school = $1)";
constexpr std::string_view of_upload = "upload IN (SELECT id FROM {uploads_upload} WHERE school = $1)";
constexpr std::string_view guardian_of_pupil =
    "kind = 'guardian_of' AND child IN (SELECT person FROM {people_relation} WHERE kind = 'pupil_of_school' AND school = $1)";
constexpr std::string_view about_pupil = "child IN (SELECT person FROM {people_relation} WHERE kind = 'pupil_of_school' AND school = $1)";
constexpr std::string_view of_guardian =
    "relation IN (SELECT id FROM {people_relation} WHERE kind = 'guardian_of' AND child IN "
    "(SELECT person FROM {people_relation} WHERE kind = 'pupil_of_school' AND school = $1))";

constexpr store::backup::Belonging rows[] = {
    {"store_migration"},
    {"store_job"},
    {"store_audit"},

    {.table = "people_party", .back = needed},
    {.table = "people_person", .back = needed},
    {"people_school", "id = $1"},
    {"people_class", of_school},
    {"people_group", of_school},
    {"people_relation", of_school, guardian_of_pupil},
    {.table = "people_custody", .back = of_guardian},
    {.table = "people_protection", .back = about_pupil},
    {.table = "people_suspension", .back = of_school},
    {"people_merge"},
    {"people_contact"},
    {"people_quiet_hours", of_school},
    {"people_week", of_school},
    {"people_holiday", of_school},

    {"gate_account"},
    {"gate_credential"},
    {"gate_identity"},
    {"gate_session"},
    {"gate_code"},
    {"gate_limit"},
    {"gate_idempotency"},
    {"gate_comfort"},

    {"notices_delivery", of_school},
    {"drafts_draft"},

    {"uploads_upload", of_school},
    {"uploads_part", of_upload},
    {"uploads_form", of_upload},
    {"uploads_attached", of_upload},
    {"uploads_usage", of_school},

    {"attendance_hours", of_school},
    {"attendance_told", of_school},
    {"attendance_call", of_class},
    {"attendance_mark", of_class},
    {"attendance_phoned", of_school},

    {"liaison_note", of_school},
    {"liaison_version", of_note},
    {"liaison_audience", of_note},
    {"liaison_signature", of_note},
    {"liaison_answer", of_note},
    {"liaison_reminder", of_note},
    {"liaison_conversation", of_school},
    {"liaison_message", "conversation IN (SELECT id FROM {liaison_conversation} WHERE school = $1)"},

    {"homework_subject", of_school},
    {"homework_entry", of_school},
    {"homework_version", of_entry},
    {"homework_target", of_entry},
    {"homework_tick", of_entry},
    {"homework_decision", of_school},
    {"homework_opening", of_class},
};

constexpr store::backup::FileColumn files[] = {{"uploads_part", "blob", true}, {"uploads_form", "blob"}};

}  // namespace

std::span<const store::backup::Belonging> school_rows() { return rows; }
std::span<const store::backup::FileColumn> file_columns() { return files; }

}  // namespace app
