// Directories: entries are fetched many at a time and handed out one by one.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER 32768

struct __directory {
	int fd;
	long place;
	long at;
	long filled;
	char buffer[BUFFER];
};

long __getdents(int fd, void *buffer, size_t size);

ssize_t getdents64(int fd, void *buffer, size_t size)
{
	return __getdents(fd, buffer, size);
}

static DIR *new_directory(int fd)
{
	DIR *directory = malloc(sizeof *directory);
	if (directory == NULL)
		return NULL;
	directory->fd = fd;
	directory->place = 0;
	directory->at = 0;
	directory->filled = 0;
	return directory;
}

DIR *opendir(const char *path)
{
	struct stat status;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_DIRECTORY);
	if (fd == -1)
		return NULL;
	fstat(fd, &status);
	DIR *directory = new_directory(fd);
	if (directory == NULL)
		close(fd);
	return directory;
}

DIR *fdopendir(int fd)
{
	struct stat status;
	if (fstat(fd, &status) == -1)
		return NULL;
	if (!S_ISDIR(status.st_mode)) {
		errno = ENOTDIR;
		return NULL;
	}
	if (fcntl(fd, F_GETFL) == -1 || fcntl(fd, F_SETFD, FD_CLOEXEC) == -1)
		return NULL;
	return new_directory(fd);
}

struct dirent *readdir(DIR *directory)
{
	if (directory->at >= directory->filled) {
		int before = errno;
		long count = __getdents(directory->fd, directory->buffer, sizeof directory->buffer);
		// A directory that was removed has come to its end.
		if (count < 0 && errno == ENOENT)
			errno = before;
		if (count <= 0)
			return NULL;
		directory->filled = count;
		directory->at = 0;
	}
	struct dirent *entry = (struct dirent *)(directory->buffer + directory->at);
	directory->at += entry->d_reclen;
	directory->place = entry->d_off;
	return entry;
}

int readdir_r(DIR *directory, struct dirent *entry, struct dirent **result)
{
	int before = errno;
	errno = 0;
	struct dirent *next = readdir(directory);
	int error = errno;
	errno = before;
	*result = next == NULL ? NULL : memcpy(entry, next, next->d_reclen);
	return error;
}

int closedir(DIR *directory)
{
	int fd = directory->fd;
	free(directory);
	return close(fd);
}

int dirfd(DIR *directory)
{
	return directory->fd;
}

long telldir(DIR *directory)
{
	return directory->place;
}

void seekdir(DIR *directory, long place)
{
	lseek(directory->fd, place, SEEK_SET);
	directory->place = place;
	directory->at = 0;
	directory->filled = 0;
}

void rewinddir(DIR *directory)
{
	seekdir(directory, 0);
}
