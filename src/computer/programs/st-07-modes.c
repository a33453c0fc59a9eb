/* Every mode of fopen and fdopen on files that are there and are not; freopen; what is at /dev/full. */
#define _GNU_SOURCE
#include "row.h"

#define COUNT(array) (sizeof array / sizeof *array)

static const char *const modes[] = {"r", "w", "a", "r+", "w+", "a+", "rb", "wb+", "w+b", "rx", "wx", "w+x", "re", "we", "x", "", "rw", "r+w",
	"R", "wbx", "ae", "a+b"};

static void opened(const char *mode, int exists)
{
	unlink("file");
	if (exists) {
		FILE *f = fopen("file", "w");
		fputs("content\n", f);
		fclose(f);
	}
	errno = 0;
	FILE *f = fopen("file", mode);
	if (f == NULL) {
		printf("[%s] %d: %s\n", mode, exists, error_name(errno));
		return;
	}
	int flags = fcntl(fileno(f), F_GETFL) & (O_ACCMODE | O_APPEND), close_on_exec = fcntl(fileno(f), F_GETFD);
	printf("[%s] %d: flags %o %d at %ld", mode, exists, flags, close_on_exec, ftell(f));
	errno = 0;
	int put = fputc('x', f);
	printf(" put %d %d", put, errno);
	fflush(f);
	rewind(f);
	errno = 0;
	int got = fgetc(f);
	printf(" got %d %d error %d end %d\n", got, errno, ferror(f) != 0, feof(f) != 0);
	fclose(f);
}

static void from_descriptors(void)
{
	static const int accesses[] = {O_RDONLY, O_WRONLY, O_RDWR};
	for (size_t a = 0; a < COUNT(accesses); a++)
		for (size_t m = 0; m < 9; m++) {
			int fd = open("file", accesses[a] | O_CREAT, 0600);
			errno = 0;
			FILE *f = fdopen(fd, modes[m]);
			printf("fdopen %d %s: %d %s %o\n", accesses[a], modes[m], f != NULL, f ? "" : error_name(errno), fcntl(fd, F_GETFL) & (O_ACCMODE | O_APPEND));
			if (f)
				fclose(f);
			else
				close(fd);
		}
	printf("%d %s\n", fdopen(-1, "r") == NULL, error_name(errno));
}

static void reopened(void)
{
	char text[20] = "";
	FILE *f = fopen("one", "w+");
	fputs("one", f);
	f = freopen("two", "w", f);
	fputs("two", f);
	f = freopen("one", "r", f);
	show("read", fread(text, 1, 10, f));
	puts(text);
	f = freopen(NULL, "r", f);
	printf("again %d flags %o\n", f != NULL, fcntl(fileno(f), F_GETFL) & O_ACCMODE);
	show("fgetc", fgetc(f));
	f = freopen(NULL, "a+", f);
	printf("again %d flags %o\n", f != NULL, fcntl(fileno(f), F_GETFL) & (O_ACCMODE | O_APPEND));
	show("fputc", fputc('!', f));
	fflush(f);
	rewind(f);
	show("read", fread(text, 1, 10, f));
	int fd = fileno(f);
	show("nowhere", freopen("none/file", "r", f) == NULL);
	show("and closed", fcntl(fd, F_GETFD));
	fflush(stdout);
	int out = dup(STDOUT_FILENO);
	if (freopen("two", "w", stdout) == NULL)
		return;
	printf("into the file %d\n", fileno(stdout));
	fflush(stdout);
	dup2(out, STDOUT_FILENO);
	f = fopen("two", "r");
	printf("%s", fgets(text, sizeof text, f));
	fclose(f);
}

static void full(void)
{
	char much[5000];
	static const int kinds[] = {_IOFBF, _IOLBF, _IONBF};
	memset(much, 'x', sizeof much);
	for (size_t k = 0; k < COUNT(kinds); k++) {
		FILE *f = fopen("/dev/full", "w");
		setvbuf(f, NULL, kinds[k], 0);
		printf("kind %d:\n", kinds[k]);
		show("fprintf", fprintf(f, "%d", 5));
		show("fputc", fputc('a', f));
		show("fputs", fputs("abc\n", f));
		show("fflush", fflush(f));
		printf("error %d\n", ferror(f) != 0);
		show("fwrite", fwrite("abc\n", 1, 4, f));
		show("much", fwrite(much, 1, sizeof much, f));
		errno = 0;
		show("fclose", fclose(f));
	}
}

int main(void)
{
	for (size_t m = 0; m < COUNT(modes); m++) {
		opened(modes[m], 0);
		opened(modes[m], 1);
	}
	from_descriptors();
	reopened();
	full();
	return 0;
}
