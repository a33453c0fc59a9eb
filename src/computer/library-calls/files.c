/* Files, directories, descriptors, terminals and the system's own names. */
#include "case.h"
#include <dirent.h>
#include <ftw.h>
#include <glob.h>
#include <limits.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <termios.h>
#include <utime.h>

static void tree(void) { mkdir("d", 0755); close(open("d/a", O_CREAT | O_WRONLY, 0644)); close(open("d/b", O_CREAT | O_WRONLY, 0644)); }

CASE(open_and_creat) { begin(); close(open("a", O_RDWR | O_CREAT | O_EXCL, 0600)); close(creat("b", 0644)); open("none", O_RDONLY); close(open("a", O_WRONLY | O_APPEND | O_CLOEXEC)); }
CASE(open_synchronous) { begin(); close(open("a", O_RDWR | O_CREAT | O_TRUNC | O_SYNC, 0600)); close(open("a", O_WRONLY | O_DSYNC | O_APPEND | O_NOATIME)); }
CASE(openat_used) { begin(); int fd = open(".", O_RDONLY | O_DIRECTORY); close(openat(fd, "a", O_CREAT | O_WRONLY, 0600)); close(fd); }
CASE(dup_all) { begin(); close(dup(1)); dup2(1, 7); dup2(1, 1); dup2(77, 1); dup3(1, 8, O_CLOEXEC); fcntl(1, F_DUPFD, 10); fcntl(1, F_DUPFD_CLOEXEC, 10); }
CASE(fcntl_all) { begin(); fcntl(1, F_GETFD); fcntl(1, F_SETFD, FD_CLOEXEC); fcntl(0, F_GETFL); fcntl(0, F_SETFL, O_NONBLOCK); }
CASE(unnamed_numbers) { begin(); fcntl(1, 9999, 0); lseek(1, 0, 9); }
CASE(far_offsets) { file_at(0, 0); begin(); lseek(0, LONG_MAX, SEEK_SET); lseek(0, LONG_MIN, SEEK_CUR); ftruncate(0, LONG_MAX); }
CASE(closes_from) { dup2(1, 20); dup2(1, 30); begin(); closefrom(25); closefrom(15); closefrom(3); }
CASE(pipes) { int ends[2]; begin(); pipe(ends); pipe2(ends, O_CLOEXEC); pipe2(ends, O_NONBLOCK); }
CASE(seeks) { file_at(0, 30); begin(); lseek(0, 5, SEEK_SET); lseek(0, -1, SEEK_END); lseek(0, -50, SEEK_CUR); lseek(1, 0, SEEK_CUR); }
CASE(reads_and_writes) { file_at(0, 30); begin(); read(0, line, 5); read(0, line, 0); pread(0, line, 5, 20); pwrite(0, "x", 1, 3); write(0, "y", 1); write(1, "", 0); }
CASE(vectors) { struct iovec two[] = {{line, 2}, {line + 2, 3}}; file_at(0, 30); begin(); readv(0, two, 2); writev(1, two, 2); preadv(0, two, 2, 7); }
CASE(vectors_of_nothing) { int ends[2]; struct iovec two[] = {{line, 2}, {line + 2, 3}}; pipe2(ends, O_NONBLOCK); begin(); readv(ends[0], two, 2); }
CASE(status_of_files) { struct stat status; file_at(0, 30); begin(); stat("file", &status); lstat("file", &status); fstat(0, &status); fstat(1, &status); stat("none", &status); fstatat(AT_FDCWD, "file", &status, AT_SYMLINK_NOFOLLOW); }
CASE(status_of_devices) { struct stat status; device_at(0, "/dev/null"); begin(); fstat(0, &status); stat("/dev/zero", &status); }
CASE(names) { begin(); mkdir("d", 0700); rmdir("d"); rmdir("d"); close(creat("a", 0600)); link("a", "b"); symlink("a", "c"); rename("b", "e"); unlink("a"); chmod("e", 0640); }
CASE(readlink_used) { symlink("target", "c"); begin(); readlink("c", line, 100); }
CASE(names_exchanged) { close(creat("a", 0600)); close(creat("b", 0600)); begin(); renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_EXCHANGE); renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_NOREPLACE); renameat2(AT_FDCWD, "a", AT_FDCWD, "b", 0); }
CASE(realpath_from_here) { chdir("/dev"); begin(); realpath("null", NULL); }
CASE(realpath_used) { begin(); realpath("/dev/../dev/null", NULL); }
CASE(remove_file) { close(creat("a", 0600)); begin(); remove("a"); }
CASE(remove_directory) { mkdir("d", 0700); begin(); remove("d"); remove("d"); }
CASE(mkfifo_used) { begin(); mkfifo("p", 0600); mknod("q", S_IFIFO | 0600, 0); }
CASE(access_used) { begin(); access(".", R_OK | X_OK); access("none", F_OK); faccessat(AT_FDCWD, ".", W_OK, 0); }
CASE(truncate_used) { file_at(0, 30); begin(); truncate("file", 5); ftruncate(0, 3); }
CASE(fsync_used) { file_at(0, 30); begin(); fsync(0); fdatasync(0); }
CASE(times_of_files) { struct utimbuf times = {1, 2}; file_at(0, 30); begin(); utime("file", &times); utimensat(AT_FDCWD, "file", NULL, 0); futimens(0, NULL); }
CASE(umask_used) { begin(); umask(022); umask(077); }
CASE(directories) { begin(); chdir("/"); getcwd(line, 100); }
CASE(getcwd_allocates) { chdir("/tmp"); begin(); free(getcwd(NULL, 0)); getcwd(line, 2); }
CASE(get_current_dir) { chdir("/tmp"); unsetenv("PWD"); begin(); free(get_current_dir_name()); }
CASE(mkstemp_used) { char name[] = "nameXXXXXX"; begin(); close(mkstemp(name)); }
CASE(mkostemps_used) { char name[] = "nameXXXXXX.txt"; begin(); close(mkostemps(name, 4, O_CLOEXEC | O_APPEND)); mkstemps(name, 4); mkostemp(name, 0); }
CASE(mkdtemp_used) { char name[] = "nameXXXXXX"; begin(); mkdtemp(name); }
CASE(tmpnam_used) { begin(); tmpnam(line); }
CASE(opendir_readdir) { tree(); begin(); DIR *d = opendir("d"); while (readdir(d)) {} closedir(d); }
CASE(opendir_missing) { begin(); opendir("none"); }
CASE(opendir_file) { close(creat("a", 0600)); begin(); opendir("a"); }
CASE(opendir_closed_early) { tree(); begin(); DIR *d = opendir("d"); readdir(d); closedir(d); }
CASE(rewinddir_used) { tree(); begin(); DIR *d = opendir("d"); readdir(d); rewinddir(d); readdir(d); closedir(d); }
CASE(fdopendir_used) { tree(); int fd = open("d", O_RDONLY); begin(); DIR *d = fdopendir(fd); readdir(d); closedir(d); }
CASE(scandir_used) { struct dirent **all; tree(); begin(); scandir("d", &all, NULL, alphasort); }
CASE(isatty_of_pipe) { begin(); isatty(0); isatty(77); }
CASE(isatty_of_null) { device_at(0, "/dev/null"); begin(); isatty(0); }
CASE(ttyname_of_pipe) { begin(); ttyname(0); }
CASE(tcgetattr_of_pipe) { struct termios settings; begin(); tcgetattr(0, &settings); tcsetattr(0, TCSANOW, &settings); }
CASE(terminal_isatty) { begin(); isatty(0); isatty(1); isatty(2); }
CASE(terminal_ttyname) { begin(); ttyname(0); }
CASE(terminal_attributes) { struct termios settings; begin(); tcgetattr(0, &settings); settings.c_lflag &= ~ECHO; tcsetattr(0, TCSANOW, &settings); tcsetattr(0, TCSADRAIN, &settings); tcsetattr(0, TCSAFLUSH, &settings); }
CASE(terminal_window) { struct winsize size; begin(); ioctl(1, TIOCGWINSZ, &size); }
CASE(terminal_groups) { begin(); tcgetpgrp(0); tcsetpgrp(0, getpgrp()); tcgetsid(0); }
CASE(terminal_ctermid) { begin(); ctermid(line); close(open(line, O_RDWR)); }
CASE(uname_used) { struct utsname name; begin(); uname(&name); }
CASE(gethostname_used) { begin(); gethostname(line, 100); }
CASE(sysconf_simple) { begin(); sysconf(_SC_PAGESIZE); sysconf(_SC_CLK_TCK); }
CASE(sysconf_open_max) { begin(); sysconf(_SC_OPEN_MAX); }
CASE(sysconf_child_max) { begin(); sysconf(_SC_CHILD_MAX); }
CASE(sysconf_arg_max) { begin(); sysconf(_SC_ARG_MAX); }
CASE(getdtablesize_used) { begin(); getdtablesize(); getpagesize(); }
CASE(pathconf_used) { begin(); pathconf("/", _PC_NAME_MAX); fpathconf(0, _PC_PIPE_BUF); pathconf("/", _PC_PATH_MAX); }
CASE(ftok_used) { begin(); ftok(".", 1); ftok("none", 1); }
CASE(lockf_used) { file_at(0, 30); begin(); lockf(0, F_LOCK, 0); lockf(0, F_ULOCK, 0); }
CASE(posix_fallocate_used) { file_at(0, 30); begin(); posix_fallocate(0, 0, 50); }
static int seen(const char *path, const struct stat *status, int type) { (void)status; return type == 99 && path; }
static int seen_there(const char *path, const struct stat *status, int type, struct FTW *place) { (void)place; return seen(path, status, type); }
CASE(open_flags) { begin(); open("a", O_RDWR | O_CREAT | O_EXCL | O_SYNC | O_TRUNC | O_NOCTTY, 0600); open("a", O_WRONLY | O_APPEND | O_DSYNC | O_CLOEXEC | O_NONBLOCK); open("a", O_RDONLY | O_NOATIME | O_NOFOLLOW); open("a", O_RDONLY | O_DIRECTORY); }
CASE(select_sets) { fd_set in, out; int ends[2]; pipe(ends); struct timeval none = {0, 0}; FD_ZERO(&in); FD_ZERO(&out); FD_SET(ends[1], &out); begin(); select(ends[1] + 1, &in, &out, NULL, &none); FD_SET(ends[0], &in); select(ends[1] + 1, &in, NULL, NULL, &none); select(0, NULL, NULL, NULL, &none); }
CASE(lstat_of_link) { struct stat status; symlink("none", "l"); begin(); lstat("l", &status); }
CASE(nftw_used) { mkdir("d", 0700); close(creat("d/a", 0600)); begin(); nftw("d", seen_there, 5, FTW_PHYS); nftw("d", seen_there, 5, FTW_DEPTH); }
CASE(nftw_inside) { mkdir("d", 0700); mkdir("d/e", 0700); begin(); nftw("d", seen_there, 5, FTW_PHYS); nftw("d/e", seen_there, 5, FTW_CHDIR); nftw("d", seen_there, 5, FTW_CHDIR | FTW_PHYS); }
CASE(ftw_used) { mkdir("d", 0700); mkdir("d/e", 0700); begin(); ftw("d", seen, 5); ftw("none", seen, 5); ftw("d/e/f", seen, 5); }
CASE(ftw_of_links) { mkdir("d", 0700); symlink("none", "d/l"); begin(); ftw("d", seen, 5); nftw("d/l", seen_there, 5, 0); nftw("d/l", seen_there, 5, FTW_PHYS); }
