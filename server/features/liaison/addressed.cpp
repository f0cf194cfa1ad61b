#include "features/liaison/addressed.h"

#include "features/liaison/words.gen.h"

namespace liaison {

namespace {

template <class T>
void add_once(std::vector<T>& ids, const Uuid& id) {
  T typed;
  typed.bytes = id.bytes;
  if (std::find(ids.begin(), ids.end(), typed) == ids.end()) ids.push_back(typed);
}

std::string children_label(std::int64_t count) {
  if (count == 1) return std::string(words::text(words::Key::one_child));
  return words::fill(words::Key::some_children, {{"n", std::to_string(count)}});
}

}  // namespace

people::Audience audience_of(const std::vector<AudiencePart>& parts) {
  people::Audience audience;
  for (const AudiencePart& part : parts) {
    switch (part.kind) {
      case AudienceKind::school_class:
        add_once(audience.classes, part.id);
        break;
      case AudienceKind::school:
        add_once(audience.schools, part.id);
        break;
      case AudienceKind::child:
        add_once(audience.children, part.id);
        break;
    }
  }
  return audience;
}

AudienceKind kind_of(people::AudienceKind kind) {
  switch (kind) {
    case people::AudienceKind::school_class:
      return AudienceKind::school_class;
    case people::AudienceKind::school:
      return AudienceKind::school;
    case people::AudienceKind::child:
      return AudienceKind::child;
  }
  std::unreachable();
}

std::string label_of(const std::vector<people::Target>& targets) {
  std::string label;
  std::int64_t children = 0;
  const auto add = [&](std::string_view one) {
    if (!label.empty()) label += ", ";
    label += one;
  };
  for (const people::Target& target : targets) {
    if (target.kind == people::AudienceKind::school) return std::string(words::text(words::Key::whole_school));
    if (target.kind == people::AudienceKind::school_class) add(target.label);
    children += target.kind == people::AudienceKind::child;
  }
  if (children > 0) add(children_label(children));
  return label;
}

}  // namespace liaison
