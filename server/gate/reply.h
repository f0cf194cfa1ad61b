#pragma once
#include "base/result.h"
#include "gate/http.h"

namespace gate {

/// {"error": code, "fields": […], "incident": …} with the fault's status and, when it says so, Retry-After.
Reply to_reply(const Error&, std::string_view incident = {});
Reply json_reply(int status, std::string body);
/// The file, or the part of it that is asked for: the street reads it from the disk.
Reply written(File);
Reply no_content();
Reply redirect(std::string where);
Reply html(int status, std::string page);

}  // namespace gate
