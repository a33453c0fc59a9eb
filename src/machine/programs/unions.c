#include <stdio.h>

// Unions and anonymous members.
#include <string.h>
union word { unsigned u; unsigned char bytes[4]; float f; };
struct value {
	enum { INT, TEXT } kind;
	union { int number; const char *text; };
	struct { int line, column; };
};
static void show(const struct value *v)
{
	if (v->kind == INT)
		printf("%d at %d:%d\n", v->number, v->line, v->column);
	else
		printf("'%s' at %d:%d\n", v->text, v->line, v->column);
}
static float real(union word w)
{
	return w.f;
}
static unsigned char first(union word w)
{
	return w.bytes[0];
}
int main(void)
{
	union word w;
	w.u = 0x01020304;
	printf("%d %d %d %d\n", w.bytes[0], w.bytes[1], w.bytes[2], w.bytes[3]);
	w.f = 1.0f;
	printf("%x\n", w.u);
	w = (union word){ .bytes = { 0, 0, 0, 0x40 } };
	printf("%g\n", w.f);
	struct value a = { INT, { 5 }, { 1, 2 } }, b = { .kind = TEXT, .text = "hi", .column = 9 };
	show(&a);
	show(&b);
	printf("%zu %zu\n", sizeof(union word), sizeof(struct value));
	unsigned seven = 7;
	w = (union word)seven;
	printf("%g %d %u\n", real((union word)2.5f), first((union word)0x41u), w.u + ((union word)(seven + 1)).u);
	return 0;
}
