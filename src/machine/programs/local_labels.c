// Local labels, labels as values, ranges of cases.
#include <stdio.h>
#include <stdlib.h>
#define REPEAT(n, body) do { __label__ top, done; int _i = 0; top: if (_i >= (n)) goto done; body; _i++; goto top; done: ; } while (0)
enum { PUSH, ADD, MUL, PRINT, HALT, JNZ, DEC };
static int run(const int *code) {
	static void *dispatch[] = { [PUSH] = &&do_push, [ADD] = &&do_add, [MUL] = &&do_mul, [PRINT] = &&do_print, [HALT] = &&do_halt, [JNZ] = &&do_jnz, [DEC] = &&do_dec };
	int stack[16], *sp = stack; const int *ip = code;
#define NEXT goto *dispatch[*ip++]
	NEXT;
do_push: *sp++ = *ip++; NEXT;
do_add: sp--; sp[-1] += *sp; NEXT;
do_mul: sp--; sp[-1] *= *sp; NEXT;
do_print: printf("%d\n", sp[-1]); NEXT;
do_dec: sp[-1]--; NEXT;
do_jnz: if (sp[-1]) ip = code + *ip; else ip++; NEXT;
do_halt: return sp[-1];
}
static const char *kind(int c) { switch (c) { case '0' ... '9': return "digit"; case 'a' ... 'z': case 'A' ... 'Z': return "letter"; case ' ': case '\t' ... '\r': return "space"; default: return "other"; } }
static int offsets(int i) {
	static const int off[] = { &&a - &&a, &&b - &&a, &&c - &&a };
	goto *(&&a + off[i]);
a: return 10;
b: return 20;
c: return 30;
}
int main(void) {
	int prog[] = { PUSH, 3, PRINT, DEC, JNZ, 2, PUSH, 6, PUSH, 7, MUL, PRINT, HALT };
	printf("%d\n", run(prog));
	printf("%s %s %s %s\n", kind('5'), kind('q'), kind('\n'), kind('#'));
	int n = 0; REPEAT(3, n += 2); REPEAT(2, REPEAT(2, n++)); printf("%d\n", n);
	printf("%d %d %d\n", offsets(0), offsets(1), offsets(2));
	void *p = n > 5 ? &&yes : &&no; goto *p;
no: puts("no"); return 1;
yes: puts("yes");
	return 0;
}
