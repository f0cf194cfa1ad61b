#pragma once
#include <array>
#include <boost/describe.hpp>
#include <initializer_list>
#include <string_view>

/// What a person is in a context. All exist by name; those alive now are pupil_c2, pupil_c3, guardian, teacher, substitute, head and
/// school_admin (app/cli for academy_admin).
enum class Profile {
  pupil_c1,
  pupil_c2,
  pupil_c3,
  guardian,
  contact_person,
  parent_representative,
  teacher,
  head,
  substitute,
  specialist_support,
  inclusion_assistant,
  nursery_assistant,
  inspector,
  advisor,
  activity_staff,
  activity_manager,
  external_speaker,
  municipal_officer,
  elected_official,
  school_admin,
  academy_admin,
  dpo,
  support,
  visitor,
};
BOOST_DESCRIBE_ENUM(Profile, pupil_c1, pupil_c2, pupil_c3, guardian, contact_person, parent_representative, teacher, head, substitute,
                    specialist_support, inclusion_assistant, nursery_assistant, inspector, advisor, activity_staff, activity_manager,
                    external_speaker, municipal_officer, elected_official, school_admin, academy_admin, dpo, support, visitor)

/// How far a right goes, in the letters of docs/sources.md#rights.
enum class Reach {
  o,  // own
  k,  // own children
  c,  // own classes and groups
  s,  // the school
};

/// Whether a right informs or acts: a guardian held to `inform_only` keeps the first and loses the second.
enum class Does { informs, acts };

struct Grant {
  Profile profile;
  Reach reach;
};

/// Who may do something, and how far: a list of (profile, reach). Who is not in the list may not.
class Right {
 public:
  consteval Right(std::string_view name, Does does, std::initializer_list<Grant> grants) : name_(name), does_(does), size_(grants.size()) {
    if (grants.size() == 0 || grants.size() > 16) throw "a Right names 1 to 16 profiles";
    std::size_t i = 0;
    for (const Grant& grant : grants) grants_[i++] = grant;
  }
  constexpr std::string_view name() const { return name_; }
  constexpr Does does() const { return does_; }
  constexpr const Grant* find(Profile profile) const {
    for (std::size_t i = 0; i < size_; ++i) {
      if (grants_[i].profile == profile) return &grants_[i];
    }
    return nullptr;
  }

 private:
  std::string_view name_;
  Does does_;
  std::array<Grant, 16> grants_{};
  std::size_t size_;
};
