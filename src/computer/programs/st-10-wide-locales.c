/* Wide streams in "C" and in "C.UTF-8": what is read, what becomes of letters that the stream has no bytes for. */
#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static FILE *file(const char *text)
{
	FILE *file = fopen("letters", "w+");
	fputs(text, file);
	fclose(file);
	return fopen("letters", "r+");
}

static void show_file(void)
{
	FILE *file = fopen("letters", "r");
	for (int c; (c = fgetc(file)) != EOF;)
		printf(c < 127 && c >= ' ' ? "%c" : "<%02x>", c);
	fclose(file);
	printf("\n");
}

static void streams(void)
{
	FILE *in = file("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n b\xff c\xc3");
	for (int i = 0; i < 12; i++) {
		errno = 0;
		wint_t letter = fgetwc(in);
		printf("%x %d %d%d; ", letter, errno == EILSEQ, ferror(in) != 0, feof(in) != 0);
	}
	printf("\n");
	fclose(in);
	in = file("na\xc3\xafve caf\xc3\xa9\nsecond\n");
	wchar_t line[40];
	wchar_t *got = fgetws(line, 40, in);
	printf("%d %d\n", got != NULL, got ? (int)wcslen(line) : -1);
	fclose(in);
	in = file("\xc3\xa9t\xc3\xa9 42 \xe2\x82\xac\xe2\x82\xac\xe2\x82\xac");
	int number = 0;
	wchar_t money[10] = L"";
	line[0] = 0;
	int count = fwscanf(in, L"%ls %d %2ls", line, &number, money);
	printf("%d %d %d %d\n", count, (int)wcslen(line), number, (int)wcslen(money));
	fclose(in);
	in = file("xy");
	fgetwc(in);
	printf("%x ", ungetwc(MB_CUR_MAX > 1 ? 0xe9 : L'e', in));
	printf("%x ", fgetwc(in));
	printf("%x\n", fgetwc(in));
	fclose(in);
	FILE *out = file("");
	printf("%d %d ", fwide(out, 0), fwide(out, 1));
	printf("%x ", fputwc(0xe9, out));
	printf("%x ", fputwc(0x20ac, out));
	printf("%x ", fputwc(0x1f600, out));
	printf("%d ", fputws(L" \u201cquoted\u201d \u2026 na\u00efve \u00a9 \u00ab\u00bb \u2013\u2014 \u00df \u00e6 ", out) >= 0);
	printf("%d ", fwprintf(out, L"[%ls|%5lc|%s]", L"\u00e9", (wint_t)0x20ac, "plain"));
	printf("%d\n", fclose(out));
	show_file();
	// The locale of the moment when a stream becomes wide is its locale.
	out = file("");
	fputwc(L'a', out);
	char *before = strdup(setlocale(LC_ALL, NULL));
	setlocale(LC_ALL, strcmp(before, "C") == 0 ? "C.UTF-8" : "C");
	fputwc(0x4e00, out);
	fclose(out);
	setlocale(LC_ALL, before);
	free(before);
	show_file();
	wchar_t *text;
	size_t size;
	out = open_wmemstream(&text, &size);
	fwprintf(out, L"\u20ac%lc", (wint_t)0xe9);
	fclose(out);
	printf("%d %x %x\n", (int)size, (unsigned)text[0], (unsigned)text[1]);
	free(text);
}

int main(void)
{
	for (int turn = 0; turn < 2; turn++) {
		printf("--- %s\n", setlocale(LC_ALL, turn ? "C.UTF-8" : "C"));
		streams();
	}
	return 0;
}
