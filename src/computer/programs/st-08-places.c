/* Bytes given back without end, places in a file that is read and written in turn, and who sees what after fork. */
#define _GNU_SOURCE
#include "row.h"
#include <stdio_ext.h>

static char text[5000];

static void given_back(void)
{
	FILE *f = fopen("file", "w+");
	fputs("abcdefgh", f);
	rewind(f);
	show("before the first", ungetc('x', f));
	show("ftell", ftell(f));
	show("fgetc", fgetc(f));
	show("fgetc", fgetc(f));
	for (int i = 0; i < 300; i++)
		ungetc('0' + i % 10, f);
	show("ftell", ftell(f));
	for (int i = 0; i < 302; i++)
		putchar(fgetc(f));
	printf("\n");
	show("nothing", ungetc(EOF, f));
	while (fgetc(f) != EOF)
		;
	show("ungetc", ungetc('z', f));
	printf("end %d, then %d, then %d\n", feof(f), fgetc(f), fgetc(f));
	rewind(f);
	fgetc(f);
	ungetc('Q', f);
	show("seek forgets", fseek(f, 0, SEEK_CUR));
	show("fgetc", fgetc(f));
	ungetc('w', f);
	show("written there", fputc('W', f));
	fflush(f);
	rewind(f);
	show("fread", fread(text, 1, 100, f));
	printf("%.8s\n", text);
	rewind(f);
	show("ungetc", ungetc(0xff, f));
	show("fgetc", fgetc(f));
	fclose(f);
}

static void places(void)
{
	struct stat status;
	FILE *f = fopen("file", "w+");
	for (int i = 0; i < 3000; i++)
		fprintf(f, "%04d", i);
	show("ftell", ftell(f));
	fseek(f, -4, SEEK_END);
	show("fread", fread(text, 1, 10, f));
	fseek(f, 8000, SEEK_SET);
	show("fread", fread(text, 1, 4, f));
	show("write over the next", fwrite("WXYZ", 1, 4, f));
	show("ftell", ftell(f));
	fseek(f, -8, SEEK_CUR);
	show("fread", fread(text, 1, 12, f));
	printf("%.12s\n", text);
	show("far", fseek(f, 100000, SEEK_SET));
	show("fgetc", fgetc(f));
	show("fputc", fputc('x', f));
	show("ftell", ftell(f));
	fflush(f);
	fstat(fileno(f), &status);
	printf("size %ld\n", (long)status.st_size);
	fclose(f);
	f = fopen("file", "a+");
	show("fgetc", fgetc(f));
	show("fputs", fputs("APP", f));
	show("ftell", ftell(f));
	fseek(f, 4, SEEK_SET);
	show("fputs", fputs("APP2", f));
	show("ftell", ftell(f));
	fclose(f);
	f = fopen("file", "r");
	fread(text, 1, 10, f);
	printf("%ld %ld\n", ftell(f), (long)lseek(fileno(f), 0, SEEK_CUR));
	show("fflush", fflush(f));
	printf("%ld\n", (long)lseek(fileno(f), 0, SEEK_CUR));
	fclose(f);
}

static long size_now(FILE *f)
{
	struct stat status;
	fstat(fileno(f), &status);
	return status.st_size;
}

static void buffers(void)
{
	static const int kinds[] = {_IOFBF, _IOLBF, _IONBF};
	static char mine[64];
	for (int kind = 0; kind < 3; kind++)
		for (int space = 0; space < 3; space++) {
			FILE *f = fopen("file", "w");
			int result = setvbuf(f, space == 1 ? mine : NULL, kinds[kind], space == 0 ? 0 : space == 1 ? sizeof mine : 5000);
			printf("%d %d: %d", kinds[kind], space, result);
			fputs("ab", f);
			printf(" %ld", size_now(f));
			fputs("cd\nef", f);
			printf(" %ld %zu", size_now(f), __fpending(f));
			for (int i = 0; i < 50; i++)
				fputc('z', f);
			printf(" %ld", size_now(f));
			fwrite(text, 1, 3000, f);
			printf(" %ld %zu %d\n", size_now(f), __fbufsize(f), __flbf(f) != 0);
			fclose(f);
		}
}

static void lines(void)
{
	char *line = malloc(5);
	size_t room = 5;
	ssize_t length;
	FILE *f = fopen("file", "w+");
	fputs("one:two::three\nline two\n\n", f);
	for (int i = 0; i < 300; i++)
		fputc('x', f);
	fwrite("a\0b", 1, 3, f);
	rewind(f);
	while ((length = getline(&line, &room, f)) != -1)
		printf("%zd of %zu, ", length, room);
	rewind(f);
	free(line);
	line = NULL;
	while ((length = getdelim(&line, &room, ':', f)) != -1)
		printf("%zd of %zu, ", length, room);
	printf("\n");
	free(line);
	fclose(f);
}

static void shared(void)
{
	FILE *f = fopen("file", "w+");
	fprintf(f, "before ");
	if (fork() == 0) {
		fprintf(f, "child ");
		fclose(f);
		_exit(0);
	}
	wait(NULL);
	fprintf(f, "parent");
	fclose(f);
	f = fopen("file", "r");
	memset(text, 0, sizeof text);
	show("fread", fread(text, 1, 100, f));
	puts(text);
	rewind(f);
	fgetc(f);
	fflush(stdout);
	if (fork() == 0) {
		show("the child reads", fread(text, 1, 3, f));
		exit(0);
	}
	wait(NULL);
	show("the child has given back", lseek(fileno(f), 0, SEEK_CUR));
	show("the parent has its own", fgetc(f));
	fclose(f);
}

int main(void)
{
	given_back();
	places();
	buffers();
	lines();
	shared();
	return 0;
}
