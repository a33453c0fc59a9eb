/* Streams of wide characters: the first use decides what a stream is for; what the C locale has no byte for; memory. */
#define _GNU_SOURCE
#include "row.h"
#include <wchar.h>

static void letters(const wchar_t *text)
{
	printf("[");
	for (; *text; text++)
		printf(*text < 128 ? "%c" : "<%x>", *text);
	printf("]\n");
}

static void in_memory(void)
{
	wchar_t text[100], word[20], *made;
	size_t size;
	int number;
	char narrow[20];
	show("swprintf", swprintf(text, 100, L"%d %5s|%-5s|%ls %c %lc %x %.2f %%", 42, "ab", "cd", L"wide", 'x', L'y', 255, 1.5));
	letters(text);
	show("beyond ASCII", swprintf(text, 100, L"%ls \u00e9 %lc|%3ls|%-4ls|%.1ls", L"\u20ac", L'\u00fc', L"\u00e4", L"\u00e4", L"\u00e4\u00f6"));
	letters(text);
	printf("%d %d %d\n", swprintf(text, 5, L"%d", 12345), swprintf(text, 6, L"%d", 12345), swprintf(text, 1, L"%s", ""));
	show("swscanf", swscanf(L"12 abc wide", L"%d %s %ls", &number, narrow, word));
	printf("%d %s %ls\n", number, narrow, word);
	FILE *f = open_wmemstream(&made, &size);
	show("fwprintf", fwprintf(f, L"hello %d", 5));
	show("fflush", fflush(f));
	printf("%zu %ls\n", size, made);
	fputws(L" more", f);
	fclose(f);
	printf("%zu %ls\n", size, made);
	free(made);
}

static void in_files(void)
{
	wchar_t line[100];
	FILE *f = fopen("file", "w+");
	show("neither", fwide(f, 0));
	show("fwprintf", fwprintf(f, L"h\u00e9llo %d %ls\n", 5, L"w\u00f6rld"));
	show("wide", fwide(f, 0));
	show("stays wide", fwide(f, -1));
	show("fputws", fputws(L"two\nthree", f));
	show("fputwc", fputwc(L'!', f));
	show("no byte for it", fputwc(0x100, f));
	show("fprintf", fprintf(f, "x") == -1);
	show("fputs", fputs("y", f) == EOF);
	show("fwrite", fwrite("z", 1, 1, f));
	show("ftell", ftell(f));
	rewind(f);
	show("fgetwc", fgetwc(f));
	show("ungetwc", ungetwc(L'Q', f));
	while (fgetws(line, 100, f))
		letters(line);
	show("feof", feof(f) != 0);
	fclose(f);

	f = fopen("file", "w");
	fputc('a', f);
	fputc(200, f);
	printf("of bytes %d, stays so %d, fwprintf %d\n", fwide(f, 0), fwide(f, 1), fwprintf(f, L"no"));
	show("fputwc", fputwc(L'x', f) == WEOF);
	fclose(f);
	f = fopen("file", "r");
	show("fgetwc", fgetwc(f));
	show("a byte that is no letter", fgetwc(f) == WEOF);
	printf("%s error %d end %d\n", error_name(errno), ferror(f) != 0, feof(f) != 0);
	f = freopen("file", "r", f);
	show("reopened", fwide(f, 0));
	show("fgetc", fgetc(f));
	show("fgetwc", fgetwc(f) == WEOF);
	fclose(f);
	unlink("file");
}

int main(void)
{
	in_memory();
	in_files();
	fflush(stdout);
	show("standard error", fwide(stderr, 0));
	fwprintf(stderr, L"wide %d\n", 1);
	fprintf(stderr, "narrow\n");
	return 0;
}
