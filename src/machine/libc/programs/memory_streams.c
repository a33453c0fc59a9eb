// Streams over memory: fmemopen's array has a size, open_memstream's text grows.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void show(const char *what, long value)
{
	printf("%s: %ld\n", what, value);
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
	return 0;
}
