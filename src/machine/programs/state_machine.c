#include <stdio.h>

// Counting words with a state machine and a table of functions.
#include <ctype.h>
enum state { OUT, IN, QUOTED, STATES };
struct context { int words, quotes; enum state state; };
typedef void handler(struct context *, int);
static void out(struct context *c, int ch)
{
	if (ch == '"') c->state = QUOTED;
	else if (!isspace(ch)) { c->words++; c->state = IN; }
}
static void in(struct context *c, int ch) { if (isspace(ch)) c->state = OUT; }
static void quoted(struct context *c, int ch) { if (ch == '"') { c->quotes++; c->state = OUT; } }
static handler *const handlers[STATES] = { [OUT] = out, [IN] = in, [QUOTED] = quoted };
int main(void)
{
	struct context c = { 0 };
	for (const char *p = "two words \"and a quote\" then  three more"; *p; p++)
		handlers[c.state](&c, *p);
	printf("%d %d %d\n", c.words, c.quotes, c.state);
	return 0;
}
