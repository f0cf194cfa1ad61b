#include "thumbnail/confine.h"

#include <linux/sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <cerrno>
#include <cstdint>
#include <initializer_list>

namespace thumbnail {

namespace {

constexpr rlim_t most_addresses = rlim_t(5) << 28;
constexpr rlim_t most_seconds = 300;  // of a hundred pictures; the server gives each 30

bool limit(decltype(RLIMIT_AS) what, rlim_t most) {
  const rlimit both{most, most};
  return ::setrlimit(what, &both) == 0;
}

/// What decoding, threads of the same process, and memory need.
constexpr int allowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(lseek),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(brk),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(membarrier),
};

/// What libraries ask in passing, and do well without.
constexpr int refused[] = {SCMP_SYS(open),       SCMP_SYS(openat),    SCMP_SYS(stat),  SCMP_SYS(newfstatat), SCMP_SYS(statx),
                           SCMP_SYS(access),     SCMP_SYS(faccessat), SCMP_SYS(ioctl), SCMP_SYS(fcntl),      SCMP_SYS(readlink),
                           SCMP_SYS(readlinkat), SCMP_SYS(unlink),    SCMP_SYS(prctl), SCMP_SYS(sysinfo)};

bool add_rules(scmp_filter_ctx filter) {
  bool all = true;
  const auto add = [&](std::uint32_t action, int call) { all = all && seccomp_rule_add(filter, action, call, 0) == 0; };
  for (const int call : allowed) add(SCMP_ACT_ALLOW, call);
  for (const int call : refused) add(SCMP_ACT_ERRNO(EACCES), call);
  // Memory that runs is never asked for.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    all = all && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
  // A thread, never a process; clone3 hides its flags behind a pointer, and the C library then uses clone.
  all = all && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                                SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM)) == 0;
  add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
  return all;
}

}  // namespace

bool confine() {
  if (!limit(RLIMIT_AS, most_addresses) || !limit(RLIMIT_CPU, most_seconds) || !limit(RLIMIT_FSIZE, 0) || !limit(RLIMIT_CORE, 0))
    return false;
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return false;
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
  if (!filter) return false;
  const bool loaded = add_rules(filter) && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return loaded;
}

}  // namespace thumbnail
