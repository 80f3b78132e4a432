// The Linux calls that Swift's Glibc overlay does not show.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

int syncfs(int fd);

/// Exchanges two paths atomically (renameat2 with RENAME_EXCHANGE); 0, or -1 with errno.
static inline int saan_exchange(const char *left, const char *right) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 1u << 1);
}

static inline int saan_syncfs(int fd) { return syncfs(fd); }

/// Gives a folder the owner, the extended attributes (access lists among them), the mode and, if
/// asked, the times of another; 0, or -1 with errno.
static inline int saan_copy_attributes(int from, int to, int with_times) {
  struct stat info;
  if (fstat(from, &info) != 0) return -1;
  if (fchown(to, info.st_uid, info.st_gid) != 0) return -1;
  char names[4096], value[4096];
  ssize_t count = flistxattr(from, names, sizeof names);
  if (count < 0 && errno != ENOTSUP) return -1;
  for (ssize_t at = 0; at < count; at += (ssize_t)strlen(names + at) + 1) {
    ssize_t size = fgetxattr(from, names + at, value, sizeof value);
    if (size >= 0 && fsetxattr(to, names + at, value, (size_t)size, 0) != 0) return -1;
  }
  if (fchmod(to, info.st_mode & 07777) != 0) return -1;
  struct timespec times[2] = {info.st_atim, info.st_mtim};
  return with_times ? futimens(to, times) : 0;
}

/// Whether a path is where another file system, or another part of one, is mounted; 0 when the
/// system does not tell.
static inline int saan_is_mount_point(const char *path) {
  struct { unsigned mask, block; unsigned long long attributes, rest[30]; } info;
  long result = syscall(SYS_statx, AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, 0, &info);
  return result == 0 && (info.attributes & 0x2000) != 0;
}

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

int prlimit(pid_t pid, enum __rlimit_resource resource, const struct rlimit *new, struct rlimit *old);

/// Bounds what a process may take: bytes of memory, seconds of work, bytes of a file; it comes after
/// others, and leaves no image of its memory behind. 0, or -1 with errno.
static inline int saan_limit(
    pid_t pid, unsigned long long memory, unsigned seconds, unsigned long long file) {
  struct rlimit none = {0, 0}, bytes = {memory, memory}, time = {seconds, seconds + 1},
                size = {file, file};
  setpriority(PRIO_PROCESS, (id_t)pid, 5);
  return prlimit(pid, RLIMIT_CORE, &none, 0) | prlimit(pid, RLIMIT_AS, &bytes, 0)
      | prlimit(pid, RLIMIT_CPU, &time, 0) | prlimit(pid, RLIMIT_FSIZE, &size, 0);
}

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
int pipe2(int ends[2], int flags);

/// Makes a pipe that no other program inherits; 0, or -1 with errno.
static inline int saan_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/// Starts a program in a folder, with nothing to read and all that it says in `out`; 0 or errno.
static inline int saan_start(
    pid_t *pid, const char *path, char *const words[], char *const environment[],
    const char *folder, int out) {
  posix_spawn_file_actions_t actions;
  int result = posix_spawn_file_actions_init(&actions);
  if (result != 0) return result;
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  posix_spawn_file_actions_adddup2(&actions, out, 2);
  posix_spawn_file_actions_addchdir_np(&actions, folder);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  // Whatever signals we ignore or wait for are the program's to obey.
  posix_spawnattr_t attributes;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  result = posix_spawn(pid, path, &actions, &attributes, words, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return result;
}

/// A descriptor that can be read from when a process has ended; -1 where the system has none.
static inline int saan_process(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }
