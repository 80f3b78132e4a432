// The Linux calls that Swift's Glibc overlay does not show.
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int syncfs(int fd);

/// Exchanges two paths atomically (renameat2 with RENAME_EXCHANGE); 0, or -1 with errno.
static inline int saan_exchange(const char *left, const char *right) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 1u << 1);
}

static inline int saan_syncfs(int fd) { return syncfs(fd); }

/// Takes a read lease on a file: who wants to write to it waits until the descriptor is closed. 0,
/// or -1 when there is a writer already, or no leases.
static inline int saan_lease(int fd) {
  // F_SETSIG and F_SETLEASE. A writer who waits is told of by SIGURG, which programs ignore, and
  // not by SIGIO, which ends them.
  return fcntl(fd, 10, SIGURG) == 0 ? fcntl(fd, 1024, F_RDLCK) : -1;
}

/// The content of a file for reading, brought in at once; null when it can't be had.
static inline const void *saan_map(int fd, size_t count) {
  void *start = mmap(0, count, PROT_READ, MAP_PRIVATE | 0x8000 /* MAP_POPULATE */, fd, 0);
  return start == MAP_FAILED ? 0 : start;
}
