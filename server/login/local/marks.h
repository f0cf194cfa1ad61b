#pragma once
#include <string_view>

#include "login/local/html.h"

/// What is drawn on the doors. The paths are those of web/src/ui (icons.ts, sticker.ts): the rooms show them through scripts, which
/// the doors do without.
namespace login::local {

namespace icons {
inline constexpr std::string_view back = "M20 12H4.5M11 5l-7 7 7 7";
inline constexpr std::string_view clock = "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0zM12 7v5l3.5 2";
inline constexpr std::string_view help =
    "M7.5 13V6.2a1.4 1.4 0 0 1 2.8 0V11M10.3 10.5V4.4a1.4 1.4 0 0 1 2.8 0v6M13.1 10.5V5.4a1.4 1.4 0 0 1 2.8 0V12M15.9 11V8a1.4 1.4 0 0 1 "
    "2.8 0v6c0 4-2.4 7-6 7-3 0-4.5-1.2-5.8-3.6L4 13.6c-.7-1.4 1.2-2.6 2.3-1.3L7.5 14";
inline constexpr std::string_view next = "M9 5l7 7-7 7";
inline constexpr std::string_view person = "M8.2 8a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0 -7.6 0zM4.5 20.5c.5-4.5 3.2-7 7.5-7s7 2.5 7.5 7";
inline constexpr std::string_view satchel = "M6.5 20.5V11a5.5 5.5 0 0 1 11 0v9.5zM9.5 5.8V4h5v1.8M9.5 20.5v-5h5v5M10 11.5h4";
inline constexpr std::string_view school = "M3 20.5h18M5 20.5V11l7-5 7 5v9.5M12 6V2.5h4V5h-4M10 20.5V15h4v5.5M8 12.5h.1M16 12.5h.1";
inline constexpr std::string_view ticket = "M3.5 6.5h17V10a2 2 0 0 0 0 4v3.5h-17V14a2 2 0 0 0 0-4zM14.5 6.5v2M14.5 11v2M14.5 15.5v2";
inline constexpr std::string_view warning = "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1";
}  // namespace icons

namespace shapes {
inline constexpr std::string_view flower =
    "M24 2.5c5 0 8 3 8.5 7 4-1.5 8.5.5 10.5 4.5s.5 8-2.5 10c3 2 4.5 6 2.5 10s-6.5 6-10.5 4.5c-.5 4-3.5 7-8.5 7s-8-3-8.5-7c-4 "
    "1.5-8.5-.5-10.5-"
    "4.5s-.5-8 2.5-10c-3-2-4.5-6-2.5-10s6.5-6 10.5-4.5c.5-4 3.5-7 8.5-7z";
inline constexpr std::string_view drop = "M24 1.5c4 7 17 15 17 27.5 0 9.5-7.5 16.5-17 16.5S7 38.5 7 29C7 16.5 20 8.5 24 1.5z";
inline constexpr std::string_view house = "M21 3.5q3-2.5 6 0l15.5 13q2.5 2 2.5 5V40q0 5-5 5H8q-5 0-5-5V21.5q0-3 2.5-5z";
}  // namespace shapes

/// A silent drawing of 24 px; `size` "" or " ic-p" (20 px) or " ic-g" (32 px).
Html icon(std::string_view path, std::string_view size = "");
/// A sticker of that shape and colour ("mer", "soleil"…) that bears an icon.
Html sticker(std::string_view shape, std::string_view colour, std::string_view icon_path);
Html brand();
/// The school yard, for the width of its column; `said` is what a screen reader says of it.
Html courtyard(std::string_view said);

}  // namespace login::local
