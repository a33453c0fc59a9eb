// regexec: the leftmost match, of these the longest. For its groups the first alternative that leads there is taken, and a
// repetition as long as can be: glibc's choice.
//
// Without back references all ways through the tree are gone at once: a node takes a set of places in the text to the set
// of places where it can end. With them it tries one way after the other.
#include <bits/regex.h>
#include <ctype.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

struct run {
	const struct __regex *regex;
	const unsigned char *text;
	int length;
	int flags;
	regmatch_t *groups;
	int longest;	     // only with back references: where the best match ends
	regmatch_t *best;
};

static int is_word(const struct run *run, int at)
{
	return at >= 0 && at < run->length && (isalnum(run->text[at]) || run->text[at] == '_');
}

/* Whether an assertion holds at a place. */
static int holds(const struct run *run, enum __regex_kind kind, int at)
{
	int by_line = run->regex->flags & REG_NEWLINE;
	switch (kind) {
	case __RE_BEGIN:
		if (at == 0)
			return !(run->flags & REG_NOTBOL);
		return by_line && run->text[at - 1] == '\n';
	case __RE_END:
		if (at == run->length)
			return !(run->flags & REG_NOTEOL);
		return by_line && run->text[at] == '\n';
	case __RE_FIRST:
		return at == 0 && !(run->flags & REG_NOTBOL);
	case __RE_LAST:
		return at == run->length && !(run->flags & REG_NOTEOL);
	case __RE_WORD_BEGIN:
		return !is_word(run, at - 1) && is_word(run, at);
	case __RE_WORD_END:
		return is_word(run, at - 1) && !is_word(run, at);
	case __RE_BOUNDARY:
		return is_word(run, at - 1) != is_word(run, at);
	case __RE_INSIDE:
		return is_word(run, at - 1) == is_word(run, at);
	default:
		return 1;
	}
}

static int takes(const struct run *run, const struct __regex_node *node, int at)
{
	if (at >= run->length)
		return 0;
	return node->kind == __RE_CHAR ? run->text[at] == node->value : node->set[run->text[at]];
}

/* ---- sets of places: one byte for each, and the first and last that are in it ---- */

struct places {
	unsigned char *has;
	int first;
	int last; // before `first` when there are none
};

static struct places none(const struct run *run)
{
	struct places places = {calloc((size_t)run->length + 1, 1), run->length + 1, -1};
	return places;
}

static void add(struct places *places, int at)
{
	if (places->has == NULL)
		return;
	places->has[at] = 1;
	if (at < places->first)
		places->first = at;
	if (at > places->last)
		places->last = at;
}

static struct places only(const struct run *run, int at)
{
	struct places places = none(run);
	add(&places, at);
	return places;
}

/* Adds what is in `more`; says whether anything is new. `more` keeps what is new alone. */
static int join(struct places *places, struct places *more)
{
	int grew = 0;
	for (int at = more->first; at <= more->last; at++)
		if (more->has[at]) {
			if (places->has[at])
				more->has[at] = 0;
			else {
				add(places, at);
				grew = 1;
			}
		}
	return grew;
}

static struct places step(const struct run *run, int index, const struct places *from);

static struct places repeat(const struct run *run, int inner, int low, int high, const struct places *from)
{
	struct places now = none(run);
	join(&now, &(struct places){from->has, from->first, from->last});
	for (int i = 0; i < low && now.last >= now.first; i++) {
		struct places next = step(run, inner, &now);
		int same = next.first == now.first && next.last == now.last
			&& memcmp(next.has, now.has, (size_t)run->length + 1) == 0;
		free(now.has);
		now = next;
		if (same)
			break;
	}
	struct places edge = none(run), copy = now;
	for (int at = copy.first; at <= copy.last; at++)
		if (copy.has[at])
			add(&edge, at);
	for (int i = low; i != high && edge.last >= edge.first; i++) {
		struct places next = step(run, inner, &edge);
		free(edge.has);
		edge = next;
		if (!join(&now, &edge))
			break;
	}
	free(edge.has);
	return now;
}

/* Where a node can end that begins at one of these places. */
static struct places step(const struct run *run, int index, const struct places *from)
{
	const struct __regex_node *node = &run->regex->nodes[index];
	struct places result;
	switch (node->kind) {
	case __RE_BOTH: {
		struct places middle = step(run, node->left, from);
		if (middle.last < middle.first)
			return middle;
		result = step(run, node->right, &middle);
		free(middle.has);
		return result;
	}
	case __RE_EITHER: {
		struct places other = step(run, node->right, from);
		result = step(run, node->left, from);
		join(&result, &other);
		free(other.has);
		return result;
	}
	case __RE_GROUP:
		return step(run, node->left, from);
	case __RE_REPEAT:
		return repeat(run, node->left, node->low, node->high, from);
	default:
		result = none(run);
		for (int at = from->first; at <= from->last; at++)
			if (from->has[at]) {
				if (node->kind == __RE_CHAR || node->kind == __RE_SET) {
					if (takes(run, node, at))
						add(&result, at + 1);
				} else if (holds(run, node->kind, at))
					add(&result, at);
			}
		return result;
	}
}

static int reaches(const struct run *run, int index, int from, int to)
{
	struct places start = only(run, from), end = step(run, index, &start);
	int does = end.has[to];
	free(start.has);
	free(end.has);
	return does;
}

/* The one of these places where a node that begins at `from` is best to end; -1 when it can end at none. */
static int choose(const struct run *run, int index, int from, const struct places *allowed)
{
	const struct __regex_node *node = &run->regex->nodes[index];
	int chosen = -1;
	if (node->kind == __RE_GROUP)
		return choose(run, node->left, from, allowed);
	if (node->kind == __RE_EITHER) {
		chosen = choose(run, node->left, from, allowed);
		return chosen != -1 ? chosen : choose(run, node->right, from, allowed);
	}
	struct places start = only(run, from), ends = step(run, node->kind == __RE_BOTH ? node->left : index, &start);
	if (node->kind == __RE_BOTH) {
		struct places middle = none(run);
		for (int at = ends.first; at <= ends.last; at++)
			if (ends.has[at] && choose(run, node->right, at, allowed) != -1)
				add(&middle, at);
		int at = middle.last < middle.first ? -1 : choose(run, node->left, from, &middle);
		if (at != -1)
			chosen = choose(run, node->right, at, allowed);
		free(middle.has);
	} else
		for (int at = ends.last; at >= ends.first && chosen == -1; at--)
			if (ends.has[at] && allowed->has[at])
				chosen = at;
	free(start.has);
	free(ends.has);
	return chosen;
}

static int repeats(const struct run *run, const struct __regex_node *node, int done, int from, int to)
{
	int low = node->low > done ? node->low - done : 0, high = node->high == -1 ? -1 : node->high - done;
	struct places start = only(run, from), end = repeat(run, node->left, low, high, &start);
	int does = end.has[to];
	free(start.has);
	free(end.has);
	return does;
}

static void assign(struct run *run, int index, int from, int to);

static void assign_repeat(struct run *run, const struct __regex_node *node, int from, int to)
{
	int done = 0;
	while (from < to) {
		struct places start = only(run, from), ends = step(run, node->left, &start), good = none(run);
		for (int at = ends.first; at <= ends.last && at <= to; at++)
			if (at > from && ends.has[at] && repeats(run, node, done + 1, at, to))
				add(&good, at);
		int next = good.last < good.first ? -1 : choose(run, node->left, from, &good);
		free(start.has);
		free(ends.has);
		free(good.has);
		if (next == -1)
			return;
		assign(run, node->left, from, next);
		from = next;
		done++;
	}
	if (node->high != 0 && (done == 0 || done < node->low) && reaches(run, node->left, from, from))
		assign(run, node->left, from, from);
}

/* Notes the groups of a node that is known to match from `from` to `to`. */
static void assign(struct run *run, int index, int from, int to)
{
	const struct __regex_node *node = &run->regex->nodes[index];
	switch (node->kind) {
	case __RE_BOTH: {
		struct places start = only(run, from), ends = step(run, node->left, &start), good = none(run);
		for (int at = ends.first; at <= ends.last && at <= to; at++)
			if (ends.has[at] && reaches(run, node->right, at, to))
				add(&good, at);
		int middle = choose(run, node->left, from, &good);
		free(start.has);
		free(ends.has);
		free(good.has);
		assign(run, node->left, from, middle);
		assign(run, node->right, middle, to);
		return;
	}
	case __RE_EITHER:
		assign(run, reaches(run, node->left, from, to) ? node->left : node->right, from, to);
		return;
	case __RE_REPEAT:
		assign_repeat(run, node, from, to);
		return;
	case __RE_GROUP:
		run->groups[node->value].rm_so = from;
		run->groups[node->value].rm_eo = to;
		assign(run, node->left, from, to);
		return;
	default:
		return;
	}
}

/* ---- with back references: what is still to be matched is a list ---- */

struct rest {
	int index; // a node; -1: a group ends here; -2: once more, perhaps, of a repetition
	int value; // the group, or the node of the repetition
	int from;
	int done;
	const struct rest *next;
};

static void try_rest(struct run *run, const struct rest *rest, int at);

static void try_node(struct run *run, int index, int at, const struct rest *next)
{
	const struct __regex_node *node = &run->regex->nodes[index];
	switch (node->kind) {
	case __RE_BOTH: {
		struct rest right = {node->right, 0, 0, 0, next};
		try_node(run, node->left, at, &right);
		return;
	}
	case __RE_EITHER:
		try_node(run, node->left, at, next);
		try_node(run, node->right, at, next);
		return;
	case __RE_GROUP: {
		struct rest end = {-1, node->value, at, 0, next};
		try_node(run, node->left, at, &end);
		return;
	}
	case __RE_REPEAT: {
		struct rest more = {-2, index, -1, 0, next};
		try_rest(run, &more, at);
		return;
	}
	case __RE_BACK: {
		regmatch_t group = run->groups[node->value];
		int length = group.rm_eo - group.rm_so;
		if (group.rm_so == -1 || at + length > run->length)
			return;
		for (int i = 0; i < length; i++) {
			int a = run->text[group.rm_so + i], b = run->text[at + i];
			if (a != b && !(run->regex->flags & REG_ICASE && tolower(a) == tolower(b)))
				return;
		}
		try_rest(run, next, at + length);
		return;
	}
	case __RE_CHAR:
	case __RE_SET:
		if (takes(run, node, at))
			try_rest(run, next, at + 1);
		return;
	default:
		if (holds(run, node->kind, at))
			try_rest(run, next, at);
	}
}

static void try_rest(struct run *run, const struct rest *rest, int at)
{
	if (rest == NULL) {
		if (at > run->longest) {
			run->longest = at;
			memcpy(run->best, run->groups, (size_t)(run->regex->groups + 1) * sizeof *run->best);
		}
	} else if (rest->index >= 0)
		try_node(run, rest->index, at, rest->next);
	else if (rest->index == -1) {
		regmatch_t before = run->groups[rest->value];
		run->groups[rest->value].rm_so = rest->from;
		run->groups[rest->value].rm_eo = at;
		try_rest(run, rest->next, at);
		run->groups[rest->value] = before;
	} else {
		const struct __regex_node *node = &run->regex->nodes[rest->value];
		struct rest more = {-2, rest->value, at, rest->done + 1, rest->next};
		if (rest->done != node->high && rest->from != at)
			try_node(run, node->left, at, &more);
		if (rest->done >= node->low || rest->from == at)
			try_rest(run, rest->next, at);
	}
}

/* The end of the longest match that begins at `begin`, or -1; its groups are noted. */
static int match_at(struct run *run, int begin)
{
	const struct __regex *regex = run->regex;
	for (int i = 0; i <= regex->groups; i++)
		run->groups[i].rm_so = run->groups[i].rm_eo = -1;
	if (regex->has_back) {
		run->longest = -1;
		try_node(run, regex->root, begin, NULL);
		if (run->longest >= 0)
			memcpy(run->groups, run->best, (size_t)(regex->groups + 1) * sizeof *run->best);
		return run->longest;
	}
	struct places start = only(run, begin), ends = step(run, regex->root, &start);
	int end = ends.last >= ends.first ? ends.last : -1;
	free(start.has);
	free(ends.has);
	if (end >= 0 && !(regex->flags & REG_NOSUB))
		assign(run, regex->root, begin, end);
	return end;
}

int regexec(const regex_t *regex, const char *text, size_t count, regmatch_t matches[], int flags)
{
	const struct __regex *tree = regex->__buffer;
	int part = flags & REG_STARTEND, base = part ? matches[0].rm_so : 0;
	int length = part ? matches[0].rm_eo - base : (int)strlen(text);
	size_t size = (size_t)(tree->groups + 1) * sizeof(regmatch_t);
	struct run run = {tree, (const unsigned char *)text + base, length, flags, malloc(size), -1, malloc(size)};
	if (run.groups == NULL || run.best == NULL)
		return REG_ESPACE;
	int end = -1, begin = 0;
	for (; begin <= length; begin++)
		if ((end = match_at(&run, begin)) >= 0)
			break;
	if (end >= 0 && !(tree->flags & REG_NOSUB)) {
		run.groups[0].rm_so = begin;
		run.groups[0].rm_eo = end;
		for (size_t i = 0; i < count; i++) {
			int known = i <= (size_t)tree->groups && run.groups[i].rm_so != -1;
			matches[i].rm_so = known ? run.groups[i].rm_so + base : -1;
			matches[i].rm_eo = known ? run.groups[i].rm_eo + base : -1;
		}
	}
	free(run.groups);
	free(run.best);
	return end >= 0 ? 0 : REG_NOMATCH;
}
