// What a stream is inside the library. The fields and the moments of flushing are those of glibc, because programs
// see them: through fork, through a full pipe, through a terminal.
#ifndef _BITS_FILE_H
#define _BITS_FILE_H

#include <stdio.h>

enum {
	__UNBUFFERED = 1,
	__LINE_BUFFERED = 2,
	__NO_READS = 4,
	__NO_WRITES = 8,
	__APPENDING = 16,
	__ERROR = 32,
	__END_OF_FILE = 64,
	__WRITING = 128, // the buffer holds bytes to write, or would
	__IN_MEMORY = 256, // no descriptor: sscanf's text
	__BACKED_UP = 512, // reading bytes that ungetc gave; the real place is in save_ptr, save_end
	__ALLOCATED = 1024, // made by fopen: fclose frees it
	__LISTED = 2048, // in __open_streams
	__WIDE = 4096, // of wide characters: it has __NO_READS and __NO_WRITES for the functions of bytes
	__BYTES = 8192, // of bytes, by fwide
	__WIDE_NO_READS = 16384,
	__WIDE_NO_WRITES = 32768,
	__WIDE_LINES = 65536, // line by line, for wide characters
	__WIDE_UTF8 = 131072 // its bytes are UTF-8: so was the locale when it became wide
};

#define __STREAM_SPACE 4096

// What lies under a stream that has no descriptor: memory.
struct __device {
	ssize_t (*read)(void *cookie, char *bytes, size_t count);
	ssize_t (*write)(void *cookie, const char *bytes, size_t count);
	off_t (*seek)(void *cookie, off_t offset, int from); // the new place, or -1
	int (*close)(void *cookie);
};

// What glibc has, too, lies where it has it: <stdio.h> gives programs its names for them.
struct _IO_FILE {
	int flags;
	int order; // when it was opened: streams are flushed newest first
	char *read_ptr;
	char *read_end;
	char *read_base;
	char *write_base;
	char *write_ptr;
	char *write_end; // equal to write_base when every byte must pass __overflow
	char *buffer;
	char *buffer_end;
	char *save_ptr;
	char *space; // __STREAM_SPACE bytes for the buffer
	char *save_end;
	const struct __device *device; // NULL: the descriptor
	struct _IO_FILE *next;
	int fd;
	pid_t child; // of popen
	off_t offset; // of the file where read_end is, or -1 when it is not known
	char back[8]; // what ungetc gave when there was no room before read_ptr
	void *cookie;
	char *more; // instead of `back`, when that was full
	char *more_end;
	char one[8]; // the buffer of an unbuffered stream
	char unused[48];
};
_Static_assert(sizeof(struct _IO_FILE) == 216, "the size of glibc's");

// The streams that have a buffer, newest first.
extern FILE *__open_streams;

void __set_buffer(FILE *stream);
void __list(FILE *stream);
void __unlist(FILE *stream);
off_t __seek(FILE *stream, off_t offset, int from);
FILE *__new_device(const struct __device *device, void *cookie, int flags);
ssize_t __write_through(FILE *stream, const char *bytes, size_t count);
int __write_all(FILE *stream);
int __overflow(FILE *stream, int c);
size_t __put(FILE *stream, const char *bytes, size_t count);
ssize_t __read_into(FILE *stream, char *bytes, size_t count);
int __start_reading(FILE *stream);
int __underflow(FILE *stream);
size_t __get(FILE *stream, char *bytes, size_t count);
void __leave_backup(FILE *stream);
int __synchronize(FILE *stream);
int __open_flags(const char *mode, int *flags);
FILE *__new_stream(int fd, int flags);
int __close_stream(FILE *stream);
int __begin_wide(FILE *stream);
void __end_wide(FILE *stream);

#endif
