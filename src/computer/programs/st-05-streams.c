/* Streams over files: modes, positions, ungetc, buffers that are written when they must be, errors that fclose tells. */
#define _GNU_SOURCE
#include "row.h"

static long size_of(const char *path)
{
	struct stat status;
	return stat(path, &status) == -1 ? -1 : (long)status.st_size;
}

int main(void)
{
	char text[100], *line = NULL;
	size_t room = 0;
	ssize_t length;
	FILE *f;
	errno = 0;
	show("missing", fopen("none", "r") == NULL ? -1 : 0);
	show("bad mode", fopen("file", "q") == NULL ? -1 : 0);
	f = fopen("file", "w+");
	show("fputs", fputs("line one\nline two\n\nlast", f));
	show("ftell", ftell(f));
	rewind(f);
	while ((length = getline(&line, &room, f)) != -1)
		printf("%zd [%s]\n", length, line);
	printf("end %d error %d\n", feof(f) != 0, ferror(f) != 0);
	clearerr(f);
	printf("end %d\n", feof(f) != 0);
	show("fseek", fseek(f, -4, SEEK_END));
	show("fgetc", fgetc(f));
	show("ungetc", ungetc('Z', f));
	show("ftell", ftell(f));
	show("fgetc", fgetc(f));
	show("fgetc", fgetc(f));
	fseek(f, 0, SEEK_SET);
	show("fread", fread(text, 1, 4, f));
	fseek(f, 0, SEEK_CUR);
	show("fwrite", fwrite("XX", 1, 2, f));
	rewind(f);
	printf("%s", fgets(text, sizeof text, f));
	show("before the file", fseek(f, -1, SEEK_SET));
	show("bad whence", fseek(f, 0, 9));
	show("beyond", fseek(f, 1000, SEEK_SET));
	show("nothing there", fgetc(f));
	fclose(f);

	f = fopen("file", "a+");
	show("append begins at", ftell(f));
	fputs("APP", f);
	show("and ends at", ftell(f));
	rewind(f);
	show("first", fgetc(f));
	fclose(f);
	f = fopen("file", "r");
	show("write to a reader", fputc('x', f));
	printf("error %d\n", ferror(f) != 0);
	fclose(f);
	f = fopen("file", "w");
	show("read from a writer", fgetc(f));
	fclose(f);
	show("exclusive", fopen("file", "wx") == NULL ? -1 : 0);
	f = fopen("file", "we");
	show("close on exec", fcntl(fileno(f), F_GETFD));
	fclose(f);

	f = fopen("file", "w");
	show("setvbuf", setvbuf(f, NULL, _IOFBF, 10));
	fputs("0123456789ABC", f);
	show("kept back", size_of("file"));
	fclose(f);
	show("written", size_of("file"));
	f = fopen("file", "w");
	setvbuf(f, NULL, _IOLBF, 0);
	fputs("abc\ndef", f);
	show("up to the line's end", size_of("file"));
	fclose(f);
	f = fopen("file", "w");
	setbuf(f, NULL);
	fputc('a', f);
	show("at once", size_of("file"));
	fclose(f);
	show("bad buffering", setvbuf(stdout, NULL, 99, 0));

	show("not open", fdopen(77, "r") == NULL ? -1 : 0);
	int fd = open("file", O_RDONLY);
	show("not for writing", fdopen(fd, "w") == NULL ? -1 : 0);
	f = fdopen(fd, "r");
	show("fclose", fclose(f));
	show("closed with it", close(fd));
	f = tmpfile();
	fputs("temporary", f);
	rewind(f);
	show("tmpfile", fgetc(f));
	fclose(f);

	f = fopen("/dev/full", "w");
	fputs("x", f);
	show("fflush on a full disk", fflush(f));
	printf("error %d\n", ferror(f) != 0);
	show("fclose afterwards", fclose(f));
	f = fopen("/dev/full", "w");
	fputs("x", f);
	show("fclose on a full disk", fclose(f));
	f = fopen("file", "w");
	close(fileno(f));
	fputs("x", f);
	show("descriptor gone", fclose(f));
	f = fopen(".", "r");
	show("a directory", fgetc(f));
	show("fclose", fclose(f));
	show("for writing", fopen(".", "w") == NULL ? -1 : 0);

	fflush(stdout);
	int kept = dup(1);
	f = freopen("file", "w", stdout);
	printf("redirected %d\n", f == stdout);
	fflush(stdout);
	dup2(kept, 1);
	f = fopen("file", "r");
	printf("%s", fgets(text, sizeof text, f));
	fclose(f);
	printf("%zu %d\n", fwrite("abc", 0, 5, stdout), fputs("", stdout) >= 0);
	unlink("file");
	return 0;
}
