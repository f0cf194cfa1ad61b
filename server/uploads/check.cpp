#include "uploads/check.h"

#include "uploads/header.h"
#include "uploads/limits.h"

namespace uploads {

Result<std::vector<CheckedForm>> check(std::string content, Workshop& workshop) {
  const auto header = read_header(content);
  if (!header) return refusal(Fault::unsupported, "uploads.not_a_type");
  std::vector<CheckedForm> forms;
  if (header->type == Incoming::pdf) {
    forms.push_back({Size::whole, Type::pdf, 0, 0, std::move(content)});
    return forms;
  }
  if (header->width > longest_side || header->height > longest_side || header->width * header->height > most_pixels)
    return refusal(Fault::too_large, "uploads.too_many_pixels");
  auto painted = TRY(workshop.paint(content));
  for (PaintedForm& form : painted) forms.push_back({form.size, form.type, form.width, form.height, std::move(form.content)});
  return forms;
}

}  // namespace uploads
