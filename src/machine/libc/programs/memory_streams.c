// Streams over memory: fmemopen's array has a size, open_memstream's text grows.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static void show(const char *what, long value)
{
	printf("%s: %ld\n", what, value);
}

/* A place that is sought, and what then is the text: it ends there, and zeros fill what was never written. */
static void memory_places(void)
{
	static const struct {
		int offset, from;
	} seeks[] = {{3, SEEK_SET}, {0, SEEK_SET}, {9, SEEK_SET}, {12, SEEK_SET}, {0, SEEK_END}, {-2, SEEK_END}, {-11, SEEK_CUR}};
	for (size_t i = 0; i < sizeof seeks / sizeof *seeks; i++)
		for (int more = 0; more < 4; more++) {
			char *text = NULL;
			wchar_t *letters = NULL;
			size_t size = 0, count = 0;
			FILE *narrow = open_memstream(&text, &size), *wide = open_wmemstream(&letters, &count);
			fputs("0123456789", narrow);
			fputws(L"0123456789", wide);
			if (more & 2)
				printf("%d%d ", fseek(narrow, 4, SEEK_SET), fseek(wide, 4, SEEK_SET));
			printf("%d", fseek(narrow, seeks[i].offset, seeks[i].from));
			printf("%d ", fseek(wide, seeks[i].offset, seeks[i].from));
			if (more & 1)
				printf("%d%d ", fputs("XY", narrow), fputws(L"XY", wide));
			printf("%ld %ld ", ftell(narrow), ftell(wide));
			fflush(narrow);
			fflush(wide);
			printf("%zu %zu ", size, count);
			printf("%d%d ", fseek(narrow, 0, SEEK_END), fseek(wide, 0, SEEK_END));
			fclose(narrow);
			fclose(wide);
			printf("%zu %zu %s %ls\n", size, count, text, letters);
			free(text);
			free(letters);
		}
}

int main(void)
{
	char array[20] = "preset", small[5] = "", line[32], *text;
	size_t size;
	FILE *stream = fmemopen(array, sizeof array, "r+");
	show("first", fgetc(stream));
	show("seek", fseek(stream, 0, SEEK_SET));
	show("print", fprintf(stream, "hi %d", 5));
	show("flush", fflush(stream));
	printf("[%s]\n", array);
	show("to the end", fseek(stream, 0, SEEK_END));
	show("tell", ftell(stream));
	show("beyond", fseek(stream, 1, SEEK_END));
	show("close", fclose(stream));

	stream = fmemopen("const text\nsecond", 17, "r");
	while (fgets(line, sizeof line, stream))
		printf("{%s}", line);
	printf("\n%d\n", feof(stream) != 0);
	show("write to it", fputc('x', stream));
	fclose(stream);

	stream = fmemopen(small, sizeof small, "w");
	show("too long", fputs("too long a text", stream));
	show("flush", fflush(stream));
	show("close", fclose(stream));
	printf("%s\n", small);

	strcpy(array, "head");
	stream = fmemopen(array, sizeof array, "a");
	fputs(" and tail", stream);
	show("append", fclose(stream));
	printf("%s\n", array);
	stream = fmemopen(array, sizeof array, "w+");
	printf("emptied [%s]\n", array);
	fputs("12 34", stream);
	rewind(stream);
	int a, b;
	show("scan", fscanf(stream, "%d%d", &a, &b));
	show("sum", a + b);
	fclose(stream);
	stream = fmemopen(NULL, 10, "w+");
	fputs("own", stream);
	rewind(stream);
	show("own memory", fgetc(stream));
	fclose(stream);
	errno = 0;
	show("bad mode", fmemopen(array, 5, "q") == NULL && errno == EINVAL);

	stream = open_memstream(&text, &size);
	show("print", fprintf(stream, "hello"));
	fflush(stream);
	printf("%zu %s\n", size, text);
	for (int i = 0; i < 100; i++)
		fprintf(stream, " %d", i);
	fclose(stream);
	printf("%zu %.20s...%s\n", size, text, text + size - 6);
	free(text);
	stream = open_memstream(&text, &size);
	fputs("0123456789", stream);
	fseek(stream, 3, SEEK_SET);
	fputs("XY", stream);
	fflush(stream);
	printf("%zu %s\n", size, text);
	fseek(stream, 0, SEEK_END);
	fputs("end", stream);
	fclose(stream);
	printf("%zu %s\n", size, text);
	free(text);
	memory_places();
	return 0;
}
