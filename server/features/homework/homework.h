#pragma once
#include "gate/plug.h"

/// The text book of classes (cahier de textes): what was done, what is to be done, and the ticks of pupils. Nothing is ever sent to pupils.
namespace homework {

/// The routes, the cards "homework_pupil", "homework_family" and "homework_class", the job that follows a school's quiet hours, and what
/// its tables hold about persons.
gate::Plug plug();

}  // namespace homework
