// What is left: words of streams, names of temporary files, the ends of paths, wide characters.
#define _GNU_SOURCE
#include <errno.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

int main(void)
{
	char memory[16], text[64];
	wchar_t wide[16], *place;
	mbstate_t state;
	static const char *const paths[] = {"/usr/lib", "/usr/", "usr", "/", ".", "..", "", "a/b/", "//", "/a", "a//b//"};
	FILE *stream = fmemopen(memory, sizeof memory, "w+");
	putw(0x01020304, stream);
	rewind(stream);
	printf("%x %d\n", getw(stream), ftrylockfile(stream));
	fclose(stream);
	for (unsigned i = 0; i < sizeof paths / sizeof *paths; i++) {
		char first[32], second[32];
		strcpy(first, paths[i]);
		strcpy(second, paths[i]);
		printf("[%s] [%s] ", paths[i], basename(first));
		printf("[%s]\n", dirname(second));
	}
	printf("%s %s\n", basename("/constant/path"), ctermid(NULL));

	printf("%zu\n", mbstowcs(wide, "hello", 16));
	printf("%zu %d\n", wcslen(wide), wcscmp(wide, L"hello"));
	printf("%zu\n", wcstombs(text, wide, sizeof text));
	puts(text);
	printf("%d %d %d\n", mbtowc(wide, "x", 1), mblen("", 1), mbtowc(NULL, NULL, 0));
	memset(&state, 0, sizeof state);
	printf("%zu %d\n", mbrtowc(wide, "abc", 3, &state), mbsinit(&state));
	errno = 0;
	printf("%zd %d\n", (ssize_t)mbrtowc(wide, "\xc3\xa9", 2, &state), errno == EILSEQ);
	printf("%zd\n", (ssize_t)wcrtomb(text, 0x20ac, &state));
	wcscpy(wide, L"one two");
	printf("%ls|%ls|%ls\n", wcschr(wide, L't'), wcsstr(wide, L"e t"), wcsrchr(wide, L'o'));
	wcscat(wide, L"!");
	wcsncat(wide, L"abc", 2);
	printf("%ls %zu %zu\n", wide, wcsspn(wide, L"one"), wcscspn(wide, L" "));
	for (wchar_t *word = wcstok(wide, L" ", &place); word; word = wcstok(NULL, L" ", &place))
		printf("<%ls>", word);
	printf("\n%d %d\n", wmemcmp(L"abc", L"abd", 3) < 0, wcsncmp(L"abc", L"abd", 2));
	for (wint_t letter = 0; letter < 300; letter += 17) {
		printf("%u:", letter);
		printf(" %d%d%d", iswalpha(letter) != 0, iswdigit(letter) != 0, iswspace(letter) != 0);
		printf("%d%d%d", iswpunct(letter) != 0, iswprint(letter) != 0, iswcntrl(letter) != 0);
		printf(" %u %u %d\n", towupper(letter), towlower(letter), iswctype(letter, wctype("xdigit")) != 0);
	}
	printf("%d\n", wctype("nosuch") == 0);
	return 0;
}
