#include "import/aaf/sentences.h"

#include <algorithm>

#include "import/aaf/words.gen.h"

namespace aaf {

namespace {

using Sentence = std::pair<std::string_view, words::Key>;

constexpr Sentence sentences[] = {
    {"aaf.no_folder", words::Key::errors_aaf_no_folder},
    {"aaf.is_archive", words::Key::errors_aaf_is_archive},
    {"aaf.no_parts", words::Key::errors_aaf_no_parts},
    {"aaf.is_delta", words::Key::errors_aaf_is_delta},
    {"aaf.second_degree", words::Key::errors_aaf_second_degree},
    {"aaf.kind_missing", words::Key::errors_aaf_kind_missing},
    {"aaf.part_missing", words::Key::errors_aaf_part_missing},
    {"aaf.mixed_deliveries", words::Key::errors_aaf_mixed_deliveries},
    {"aaf.kind_empty", words::Key::errors_aaf_kind_empty},
    {"aaf.not_xml", words::Key::errors_aaf_not_xml},
    {"aaf.cut_short", words::Key::errors_aaf_cut_short},
    {"aaf.encoding_unknown", words::Key::errors_aaf_encoding_unknown},
    {"aaf.entity_declared", words::Key::errors_aaf_entity_declared},
    {"aaf.entity_undeclared", words::Key::errors_aaf_entity_undeclared},
    {"aaf.entity_unknown", words::Key::errors_aaf_entity_unknown},
    {"aaf.too_deep", words::Key::errors_aaf_too_deep},
    {"aaf.token_too_large", words::Key::errors_aaf_token_too_large},
    {"aaf.unreadable", words::Key::errors_aaf_unreadable},
    {"aaf.foreign_root", words::Key::errors_aaf_foreign_root},
    {"aaf.foreign_element", words::Key::errors_aaf_foreign_element},
    {"aaf.date_missing", words::Key::errors_aaf_date_missing},
    {"aaf.date_far", words::Key::errors_aaf_date_far},
    {"aaf.academy_missing", words::Key::errors_aaf_academy_missing},
    {"aaf.academies_differ", words::Key::errors_aaf_academies_differ},
    {"aaf.academy_unknown", words::Key::errors_aaf_academy_unknown},
    {"aaf.school_absent", words::Key::errors_aaf_school_absent},
    {"aaf.confirm_absent", words::Key::errors_aaf_confirm_absent},
    {"aaf.confirm_without_name", words::Key::errors_aaf_confirm_without_name},
    {"aaf.import_running", words::Key::errors_aaf_import_running},
    {"aaf.database_busy", words::Key::errors_aaf_database_busy},
    {"aaf.disk_full", words::Key::errors_aaf_disk_full},
    {"aaf.database_failed", words::Key::errors_aaf_database_failed},
    {"aaf.key_malformed", words::Key::errors_aaf_key_malformed},
    {"aaf.key_mismatch", words::Key::errors_aaf_key_mismatch},
    {"aaf.key_repeated", words::Key::errors_aaf_key_repeated},
    {"aaf.wrong_kind", words::Key::errors_aaf_wrong_kind},
    {"aaf.name_missing", words::Key::errors_aaf_name_missing},
    {"aaf.school_missing", words::Key::errors_aaf_school_missing},
    {"aaf.uai_missing", words::Key::errors_aaf_uai_missing},
    {"aaf.uai_malformed", words::Key::errors_aaf_uai_malformed},
    {"aaf.uai_letter", words::Key::errors_aaf_uai_letter},
    {"aaf.text_unreadable", words::Key::errors_aaf_text_unreadable},
    {"aaf.too_many_values", words::Key::errors_aaf_too_many_values},
    {"aaf.value_too_long", words::Key::errors_aaf_value_too_long},
    {"aaf.uai_repaired", words::Key::errors_aaf_uai_repaired},
    {"aaf.uai_invented", words::Key::errors_aaf_uai_invented},
    {"aaf.attribute_unknown", words::Key::errors_aaf_attribute_unknown},
    {"aaf.class_malformed", words::Key::errors_aaf_class_malformed},
    {"aaf.class_elsewhere", words::Key::errors_aaf_class_elsewhere},
    {"aaf.date_malformed", words::Key::errors_aaf_date_malformed},
    {"aaf.function_malformed", words::Key::errors_aaf_function_malformed},
    {"aaf.grade_unknown", words::Key::errors_aaf_grade_unknown},
    {"aaf.ine_malformed", words::Key::errors_aaf_ine_malformed},
    {"aaf.ine_known", words::Key::errors_aaf_ine_known},
    {"aaf.ine_repeated", words::Key::errors_aaf_ine_repeated},
    {"aaf.label_neutralised", words::Key::errors_aaf_label_neutralised},
    {"aaf.link_malformed", words::Key::errors_aaf_link_malformed},
    {"aaf.relation_unknown", words::Key::errors_aaf_relation_unknown},
    {"aaf.relation_doubtful", words::Key::errors_aaf_relation_doubtful},
    {"aaf.guardian_missing", words::Key::errors_aaf_guardian_missing},
    {"aaf.no_guardian", words::Key::errors_aaf_no_guardian},
    {"aaf.school_unknown", words::Key::errors_aaf_school_unknown},
    {"aaf.school_gone", words::Key::errors_aaf_school_gone},
};

struct Counted {
  std::string_view what;
  words::Key one;
  words::Key many;
};

constexpr Counted counteds[] = {
    {"school", words::Key::one_school, words::Key::many_school},
    {"pupil", words::Key::one_pupil, words::Key::many_pupil},
    {"guardian", words::Key::one_guardian, words::Key::many_guardian},
    {"staff", words::Key::one_staff, words::Key::many_staff},
    {"person", words::Key::one_person, words::Key::many_person},
    {"row", words::Key::one_row, words::Key::many_row},
    {"part", words::Key::one_part, words::Key::many_part},
};

}  // namespace

std::string_view sentence_of(std::string_view code) {
  const auto* found = std::ranges::find(sentences, code, &Sentence::first);
  return found == std::end(sentences) ? code : words::text(found->second);
}

std::string sentence_of(const Error& error) {
  const std::string_view sentence = sentence_of(error.code);
  if (error.fields.empty() || error.fields[0].path.empty()) return std::string(sentence);
  return words::fill(words::Key::refusal_at, {{"path", error.fields[0].path}, {"sentence", sentence}});
}

std::string counted(std::int64_t n, std::string_view what) {
  const auto* found = std::ranges::find(counteds, what, &Counted::what);
  if (n < 2 && n > 0) return std::string(words::text(found->one));
  return words::fill(found->many, {{"n", std::to_string(n)}});
}

}  // namespace aaf
