/* Sees, records, fails or kills at the file calls that one process makes below one folder.
 *
 * Loaded with LD_PRELOAD. Settings come from the environment, see shim.py:
 *   FAULTS_FOLDER  absolute path; only files below it are seen
 *   FAULTS_LOG     binary log outside the folder, opened O_APPEND; one writev a call
 *   FAULTS_AT      number of the call (from 1) at which something happens, 0 = never
 *   FAULTS_SINCE   what FAULTS_AT counts from: 0 = the start, 1 = the first write to a file whose name
 *                  ends in -journal, 2 = the first sync after that
 *   FAULTS_ERRNO   the error that call ends with (0 with FAULTS_HALF = a short write only)
 *   FAULTS_STICKY  every later call fails as well; "disk full" errors spare reads and unlinks
 *   FAULTS_HALF    a write at that number writes half its bytes; the error hits the next write
 *   FAULTS_KILL    the process gets SIGKILL at that number instead (with FAULTS_HALF: after half)
 *   FAULTS_KILL_AFTER_US  SIGKILL so many microseconds after call number FAULTS_AT
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { DESCRIPTORS = 4096 };
enum { CREATED = 1, EMPTIED = 2, IS_FOLDER = 4, KILLED = 8 };

struct entry {
    uint32_t magic, pid;
    uint64_t nanos, number;
    uint32_t handle;
    int32_t error;
    int64_t offset, length;
    uint32_t data_size;
    uint16_t path_size, second_size;
    char kind;
    uint8_t flags;
} __attribute__((packed));

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static size_t folder_size;
static int log_descriptor = -1;
static uint32_t handles[DESCRIPTORS], last_handle, journal;
static uint64_t calls, skipped, at;
static int since, phase;
static int error_wanted, sticky, half, kill_there, next_write_fails;
static long kill_after_us;


static long number_from(const char *name) {
    const char *text = getenv(name);
    return text ? atol(text) : 0;
}

/* Reads the settings (again): at start, and in a forked child that was given others. */
__attribute__((visibility("default"), constructor)) void fault_settings(void) {
    const char *root = getenv("FAULTS_FOLDER"), *log = getenv("FAULTS_LOG");
    if (log_descriptor >= 0) syscall(SYS_close, log_descriptor);
    log_descriptor = -1;
    snprintf(folder, sizeof folder, "%s", root ? root : "");
    folder_size = strlen(folder);
    if (log) log_descriptor = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    calls = skipped = phase = 0;
    since = number_from("FAULTS_SINCE");
    next_write_fails = 0;
    at = number_from("FAULTS_AT");
    error_wanted = number_from("FAULTS_ERRNO");
    sticky = number_from("FAULTS_STICKY");
    half = number_from("FAULTS_HALF");
    kill_there = number_from("FAULTS_KILL");
    kill_after_us = number_from("FAULTS_KILL_AFTER_US");
}

/* The absolute path if it is the folder or below it, else NULL. */
static const char *below(int base, const char *path, char *space) {
    char link[64], start[PATH_MAX];
    ssize_t size;
    if (!folder_size || !path) return NULL;
    if (path[0] == '/') {
        snprintf(space, PATH_MAX, "%s", path);
    } else {
        if (base == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
        else snprintf(link, sizeof link, "/proc/self/fd/%d", base);
        size = readlink(link, start, sizeof start - 1);
        if (size < 0) return NULL;
        start[size] = 0;
        if (snprintf(space, PATH_MAX, "%s/%s", start, path) >= PATH_MAX) return NULL;
    }
    if (strncmp(space, folder, folder_size)) return NULL;
    return space[folder_size] == 0 || space[folder_size] == '/' ? space : NULL;
}

static uint32_t handle_of(int descriptor) {
    return folder_size && descriptor >= 0 && descriptor < DESCRIPTORS ? handles[descriptor] : 0;
}

static void note(char kind, uint32_t handle, int error, uint8_t flags, int64_t offset, int64_t length,
                 const char *path, const char *second, const void *data) {
    struct timespec now;
    struct entry entry = {.magic = 0x544c4146, .pid = getpid(), .number = calls, .handle = handle, .error = error,
                          .offset = offset, .length = length, .kind = kind, .flags = flags};
    if (log_descriptor < 0) return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    entry.nanos = now.tv_sec * 1000000000ull + now.tv_nsec;
    entry.path_size = path ? strlen(path) : 0;
    entry.second_size = second ? strlen(second) : 0;
    entry.data_size = data && length > 0 ? length : 0;
    struct iovec parts[] = {{&entry, sizeof entry}, {(void *)path, entry.path_size},
                            {(void *)second, entry.second_size}, {(void *)data, entry.data_size}};
    syscall(SYS_writev, log_descriptor, parts, 4);
}

static void die(char kind, uint32_t handle, const char *path) {
    note(kind, handle, ECANCELED, KILLED, 0, 0, path, NULL, NULL);
    for (;;) kill(getpid(), SIGKILL);
}

static void start_timer(void) {
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL};
    struct itimerspec when = {{0, 0}, {kill_after_us / 1000000, kill_after_us % 1000000 * 1000 + 1}};
    timer_t timer;
    kill_after_us = 0;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0) timer_settime(timer, 0, &when, NULL);
}

/* Counts the call; 0 = let it through, -1 = write half only, otherwise the error it must end with. */
static int verdict(char kind, int creates, uint32_t handle, const char *path) {
    int full = error_wanted == ENOSPC || error_wanted == EDQUOT || error_wanted == EFBIG;
    uint64_t number;
    if ((phase == 0 && kind == 'W' && handle == journal) || (phase == 1 && kind == 'S')) {
        if (++phase == since) skipped = calls;
    }
    calls++;
    if (phase < since) return 0;
    number = calls - skipped;
    if (kill_after_us && number == at) start_timer();
    if (next_write_fails && kind == 'W') {
        next_write_fails = sticky;
        return error_wanted;
    }
    if (!at || number < at || (number > at && !sticky)) return 0;
    if (half && kind == 'W') {
        if (number > at) return 0;
        next_write_fails = !kill_there && error_wanted;
        return -1;
    }
    if (kill_there) die(kind, handle, path);
    if (full && (kind == 'R' || kind == 'U' || (kind == 'O' && !creates))) return 0;
    return error_wanted;
}

static int opened(int base, const char *path, int flags, mode_t mode) {
    char space[PATH_MAX];
    struct stat status;
    const char *full = below(base, path, space);
    int descriptor, existed, error;
    if (!full) return syscall(SYS_openat, base, path, flags, mode);
    pthread_mutex_lock(&gate);
    existed = stat(full, &status) == 0;
    error = verdict('O', (flags & O_CREAT) && !existed, 0, full);
    if (error > 0) {
        descriptor = -1;
        note('O', 0, error, 0, flags, 0, full, NULL, NULL);
    } else {
        descriptor = syscall(SYS_openat, base, path, flags, mode);
        error = errno;
        if (descriptor >= 0 && descriptor < DESCRIPTORS) {
            handles[descriptor] = ++last_handle;
            if (strlen(full) > 8 && !strcmp(full + strlen(full) - 8, "-journal")) journal = last_handle;
            fstat(descriptor, &status);
            note('O', last_handle, 0, (existed ? 0 : CREATED) | (flags & O_TRUNC ? EMPTIED : 0) |
                 (S_ISDIR(status.st_mode) ? IS_FOLDER : 0), flags, 0, full, NULL, NULL);
        }
    }
    pthread_mutex_unlock(&gate);
    if (descriptor < 0) errno = error;
    return descriptor;
}

#define MODE_FROM(flags) \
    mode_t mode = 0; \
    va_list rest; \
    va_start(rest, flags); \
    if ((flags) & (O_CREAT | O_TMPFILE)) mode = va_arg(rest, mode_t); \
    va_end(rest)

int open(const char *path, int flags, ...) { MODE_FROM(flags); return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_FROM(flags); return opened(AT_FDCWD, path, flags, mode); }
int openat(int base, const char *path, int flags, ...) { MODE_FROM(flags); return opened(base, path, flags, mode); }
int openat64(int base, const char *path, int flags, ...) { MODE_FROM(flags); return opened(base, path, flags, mode); }
int __open_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int descriptor) {
    if (descriptor >= 0 && descriptor < DESCRIPTORS) handles[descriptor] = 0;
    return syscall(SYS_close, descriptor);
}

/* offset < 0: at the file position */
static ssize_t written(int descriptor, const void *data, size_t size, off_t offset) {
    uint32_t handle = handle_of(descriptor);
    ssize_t done = -1;
    int error = 0, kill_now;
    if (handle) {
        pthread_mutex_lock(&gate);
        error = verdict('W', 0, handle, NULL);
        kill_now = error < 0 && kill_there;
        if (error < 0) size = size > 1 ? size / 2 : size;
    }
    if (error <= 0) {
        done = offset < 0 ? syscall(SYS_write, descriptor, data, size)
                          : syscall(SYS_pwrite64, descriptor, data, size, offset);
        error = done < 0 ? errno : 0;
    }
    if (handle) {
        if (done > 0 && offset < 0) offset = lseek(descriptor, 0, SEEK_CUR) - done;
        note('W', handle, error, 0, offset, done, NULL, NULL, data);
        if (kill_now) die('W', handle, NULL);
        pthread_mutex_unlock(&gate);
    }
    if (done < 0) errno = error;
    return done;
}

ssize_t write(int descriptor, const void *data, size_t size) { return written(descriptor, data, size, -1); }
ssize_t pwrite(int descriptor, const void *data, size_t size, off_t at_) { return written(descriptor, data, size, at_); }
ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t at_) { return written(descriptor, data, size, at_); }

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    ssize_t done, sum = 0;
    if (!handle_of(descriptor)) return syscall(SYS_writev, descriptor, parts, count);
    for (int i = 0; i < count; i++, sum += done) {
        done = written(descriptor, parts[i].iov_base, parts[i].iov_len, -1);
        if (done < 0) return sum ? sum : -1;
        if ((size_t)done < parts[i].iov_len) return sum + done;
    }
    return sum;
}

/* Counts and judges a call on a tracked descriptor or path, makes it, and notes it when it had an effect. */
#define JUDGED(kind, handle, length_, path_, second_, call) \
    int error_, result_ = -1; \
    pthread_mutex_lock(&gate); \
    error_ = verdict(kind, 0, handle, path_); \
    if (error_ <= 0) { result_ = (call) < 0 ? -1 : 0; error_ = result_ < 0 ? errno : 0; } \
    note(kind, handle, error_, 0, 0, length_, path_, second_, NULL); \
    pthread_mutex_unlock(&gate); \
    if (result_ < 0) errno = error_; \
    return result_

static ssize_t taken(int descriptor, void *data, size_t size, off_t offset) {
    uint32_t handle = handle_of(descriptor);
    int error = 0;
    if (handle) {
        pthread_mutex_lock(&gate);
        error = verdict('R', 0, handle, NULL);
        note('R', handle, error, 0, offset, size, NULL, NULL, NULL);
        pthread_mutex_unlock(&gate);
    }
    if (error > 0) return errno = error, -1;
    return offset < 0 ? syscall(SYS_read, descriptor, data, size) : syscall(SYS_pread64, descriptor, data, size, offset);
}

ssize_t read(int descriptor, void *data, size_t size) { return taken(descriptor, data, size, -1); }
ssize_t pread(int descriptor, void *data, size_t size, off_t at_) { return taken(descriptor, data, size, at_); }
ssize_t pread64(int descriptor, void *data, size_t size, off64_t at_) { return taken(descriptor, data, size, at_); }

static int cut(int descriptor, off_t size) {
    uint32_t handle = handle_of(descriptor);
    if (!handle) return syscall(SYS_ftruncate, descriptor, size);
    JUDGED('T', handle, size, NULL, NULL, syscall(SYS_ftruncate, descriptor, size));
}

int ftruncate(int descriptor, off_t size) { return cut(descriptor, size); }
int ftruncate64(int descriptor, off64_t size) { return cut(descriptor, size); }

static int synced(int descriptor, long call) {
    uint32_t handle = handle_of(descriptor);
    if (!handle) return syscall(call, descriptor);
    JUDGED('S', handle, 0, NULL, NULL, syscall(call, descriptor));
}

int fsync(int descriptor) { return synced(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return synced(descriptor, SYS_fdatasync); }

static int removed(int base, const char *path, int flags) {
    char space[PATH_MAX];
    const char *full = below(base, path, space);
    if (!full) return syscall(SYS_unlinkat, base, path, flags);
    JUDGED('U', 0, flags, full, NULL, syscall(SYS_unlinkat, base, path, flags));
}

int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int base, const char *path, int flags) { return removed(base, path, flags); }

static int renamed(int base, const char *path, int base2, const char *path2, unsigned flags) {
    char space[PATH_MAX], space2[PATH_MAX];
    const char *full = below(base, path, space), *full2 = below(base2, path2, space2);
    if (!full && !full2) return syscall(SYS_renameat2, base, path, base2, path2, flags);
    JUDGED('N', 0, 0, full ? full : "", full2 ? full2 : "", syscall(SYS_renameat2, base, path, base2, path2, flags));
}

int rename(const char *path, const char *path2) { return renamed(AT_FDCWD, path, AT_FDCWD, path2, 0); }
int renameat(int base, const char *path, int base2, const char *path2) { return renamed(base, path, base2, path2, 0); }
int renameat2(int base, const char *path, int base2, const char *path2, unsigned flags) { return renamed(base, path, base2, path2, flags); }

/* Copies inside the kernel would escape the record: refused, callers fall back to read and write. */
ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    if (handle_of(out)) return errno = EINVAL, -1;
    return syscall(SYS_sendfile, out, in, offset, count);
}
ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) { return sendfile(out, in, offset, count); }
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t count, unsigned flags) {
    if (handle_of(out)) return errno = EXDEV, -1;
    return syscall(SYS_copy_file_range, in, from, out, to, count, flags);
}
