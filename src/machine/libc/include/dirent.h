// <dirent.h>: reading directories.
#ifndef _DIRENT_H
#define _DIRENT_H

#include <bits/types.h>

#ifdef _DEFAULT_SOURCE
#include <bits/local_limits.h>
#define MAXNAMLEN NAME_MAX
#endif

struct dirent {
	ino_t d_ino;
	off_t d_off;
	unsigned short d_reclen;
	unsigned char d_type;
	char d_name[256];
};

#define DT_UNKNOWN 0
#define DT_FIFO 1
#define DT_CHR 2
#define DT_DIR 4
#define DT_BLK 6
#define DT_REG 8
#define DT_LNK 10
#define DT_SOCK 12

#ifdef _DEFAULT_SOURCE
#define DT_WHT 14
#define d_fileno d_ino
#define IFTODT(mode) (((mode) & 0170000) >> 12)
#define DTTOIF(type) ((type) << 12)
#endif

#if defined _GNU_SOURCE || defined _LARGEFILE64_SOURCE
#define dirent64 dirent
#define readdir64 readdir
#endif

typedef struct __directory DIR;

int alphasort(const struct dirent **first, const struct dirent **second);
int closedir(DIR *directory);
int dirfd(DIR *directory);
DIR *fdopendir(int fd);
DIR *opendir(const char *path);
struct dirent *readdir(DIR *directory);
#ifdef _GNU_SOURCE
int versionsort(const struct dirent **first, const struct dirent **second);
ssize_t getdents64(int fd, void *buffer, size_t size);
#endif
void rewinddir(DIR *directory);
int scandir(const char *path, struct dirent ***list, int (*wanted)(const struct dirent *),
	int (*compare)(const struct dirent **, const struct dirent **));
void seekdir(DIR *directory, long place);
long telldir(DIR *directory);
int readdir_r(DIR *directory, struct dirent *entry, struct dirent **result);

#endif
