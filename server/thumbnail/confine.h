#pragma once

namespace thumbnail {

/// From here on this process can compute, and read and write what is already open: no file, no socket, no other program, no more than
/// 1.25 GiB of addresses, five minutes of processor. A call outside the list ends it. False when the kernel does not take it.
bool confine();

}  // namespace thumbnail
