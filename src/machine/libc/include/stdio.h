// <stdio.h>: streams with buffers, formatted output and input.
#ifndef _STDIO_H
#define _STDIO_H

#include <bits/shared_types.h>
#include <stdarg.h>

typedef struct _IO_FILE FILE;
#ifndef _BITS_FILE_H
struct _IO_FILE {
	int _flags;
	char *_IO_read_ptr;
	char *_IO_read_end;
	char *_IO_read_base;
	char *_IO_write_base;
	char *_IO_write_ptr;
	char *_IO_write_end;
	char *_IO_buf_base;
	char *_IO_buf_end;
	char *_IO_save_base;
	char *_IO_backup_base;
	char *_IO_save_end;
	struct _IO_marker *_markers;
	struct _IO_FILE *_chain;
	int _fileno;
	int _flags2;
	off_t _old_offset;
	unsigned short _cur_column;
	signed char _vtable_offset;
	char _shortbuf[1];
	void *_lock;
	off_t _offset;
	char __rest[64];
};
#endif
typedef struct {
	off_t __position;
	long __state;
} fpos_t;

#define EOF (-1)
#define BUFSIZ 8192
#define FILENAME_MAX 4096
#define FOPEN_MAX 16
#define L_ctermid 9
#define L_tmpnam 20
#define TMP_MAX 238328
#define P_tmpdir "/tmp"
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#ifndef SEEK_SET
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#endif
#if defined _GNU_SOURCE && !defined SEEK_DATA
#define SEEK_DATA 3
#define SEEK_HOLE 4
#endif

extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr

FILE *fdopen(int fd, const char *mode);
FILE *fopen(const char *path, const char *mode);
FILE *freopen(const char *path, const char *mode, FILE *stream);
FILE *fmemopen(void *buffer, size_t size, const char *mode);
FILE *open_memstream(char **text, size_t *size);
FILE *popen(const char *command, const char *mode);
FILE *tmpfile(void);
char *ctermid(char *name);
char *tempnam(const char *directory, const char *prefix);
char *tmpnam(char *name);
int fclose(FILE *stream);
int pclose(FILE *stream);
#define fopen64 fopen

int fflush(FILE *stream);
int setvbuf(FILE *stream, char *buffer, int mode, size_t size);
void setbuf(FILE *stream, char *buffer);
void setbuffer(FILE *stream, char *buffer, size_t size);
void setlinebuf(FILE *stream);

int printf(const char *format, ...);
int fprintf(FILE *stream, const char *format, ...);
int dprintf(int fd, const char *format, ...);
int sprintf(char *text, const char *format, ...);
int snprintf(char *text, size_t size, const char *format, ...);
int vprintf(const char *format, va_list arguments);
int vfprintf(FILE *stream, const char *format, va_list arguments);
int vdprintf(int fd, const char *format, va_list arguments);
int vsprintf(char *text, const char *format, va_list arguments);
int vsnprintf(char *text, size_t size, const char *format, va_list arguments);
#ifdef _GNU_SOURCE
int asprintf(char **text, const char *format, ...);
int vasprintf(char **text, const char *format, va_list arguments);
#endif

int scanf(const char *format, ...);
int fscanf(FILE *stream, const char *format, ...);
int sscanf(const char *text, const char *format, ...);
int vscanf(const char *format, va_list arguments);
int vfscanf(FILE *stream, const char *format, va_list arguments);
int vsscanf(const char *text, const char *format, va_list arguments);

int fgetc(FILE *stream);
int getc(FILE *stream);
int getchar(void);
int ungetc(int c, FILE *stream);
char *fgets(char *text, int size, FILE *stream);
char *gets(char *text);
ssize_t getline(char **line, size_t *size, FILE *stream);
ssize_t getdelim(char **line, size_t *size, int delimiter, FILE *stream);
size_t fread(void *items, size_t size, size_t count, FILE *stream);

int fputc(int c, FILE *stream);
int putc(int c, FILE *stream);
int putchar(int c);
int fputs(const char *text, FILE *stream);
int puts(const char *text);
size_t fwrite(const void *items, size_t size, size_t count, FILE *stream);
void perror(const char *text);

int getc_unlocked(FILE *stream);
int getchar_unlocked(void);
int putc_unlocked(int c, FILE *stream);
int putchar_unlocked(int c);
void flockfile(FILE *stream);
int ftrylockfile(FILE *stream);
void funlockfile(FILE *stream);

int fgetpos(FILE *stream, fpos_t *position);
int fsetpos(FILE *stream, const fpos_t *position);
int fseek(FILE *stream, long offset, int from);
int fseeko(FILE *stream, off_t offset, int from);
long ftell(FILE *stream);
off_t ftello(FILE *stream);
void rewind(FILE *stream);

void clearerr(FILE *stream);
int feof(FILE *stream);
int ferror(FILE *stream);
int fileno(FILE *stream);

#ifdef _GNU_SOURCE
typedef ssize_t cookie_read_function_t(void *cookie, char *bytes, size_t count);
typedef ssize_t cookie_write_function_t(void *cookie, const char *bytes, size_t count);
typedef int cookie_seek_function_t(void *cookie, off_t *offset, int from);
typedef int cookie_close_function_t(void *cookie);
typedef struct {
	cookie_read_function_t *read;
	cookie_write_function_t *write;
	cookie_seek_function_t *seek;
	cookie_close_function_t *close;
} cookie_io_functions_t;
int fcloseall(void);
FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions);
#endif

int getw(FILE *stream);
int putw(int word, FILE *stream);
// There is one thread: locked or not is the same.
#define clearerr_unlocked clearerr
#define feof_unlocked feof
#define ferror_unlocked ferror
#define fflush_unlocked fflush
#define fgetc_unlocked fgetc
#define fileno_unlocked fileno
#define fputc_unlocked fputc
#define fread_unlocked fread
#define fwrite_unlocked fwrite
#ifdef _GNU_SOURCE
#define fgets_unlocked fgets
#define fputs_unlocked fputs
#endif

int remove(const char *path);
int rename(const char *from, const char *to);
int renameat(int from_directory, const char *from, int to_directory, const char *to);
#ifdef _GNU_SOURCE
#define RENAME_NOREPLACE 1
#define RENAME_EXCHANGE 2
int renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned int flags);
#endif

#if defined _XOPEN_SOURCE && _XOPEN_SOURCE - 0 < 600
extern char *optarg;
extern int optind;
extern int opterr;
extern int optopt;

int getopt(int argc, char *const argv[], const char *options);
#endif

#ifdef _GNU_SOURCE
struct obstack;
int obstack_printf(struct obstack *stack, const char *format, ...) __attribute__((format(printf, 2, 3)));
int obstack_vprintf(struct obstack *stack, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
#endif

#endif
