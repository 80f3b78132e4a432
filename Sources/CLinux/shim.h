// The Linux calls that Swift's Glibc overlay does not show.
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

int syncfs(int fd);

/// Exchanges two paths atomically (renameat2 with RENAME_EXCHANGE); 0, or -1 with errno.
static inline int saan_exchange(const char *left, const char *right) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 1u << 1);
}

static inline int saan_syncfs(int fd) { return syncfs(fd); }
