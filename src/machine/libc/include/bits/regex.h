// What regcomp makes of a pattern, and regexec walks.
#ifndef _BITS_REGEX_H
#define _BITS_REGEX_H

enum __regex_kind {
	__RE_EMPTY,
	__RE_CHAR,	 // `value`
	__RE_SET,	 // `set`
	__RE_BEGIN,	 // of a line
	__RE_END,
	__RE_FIRST,	 // before the first letter of the text
	__RE_LAST,
	__RE_WORD_BEGIN,
	__RE_WORD_END,
	__RE_BOUNDARY,	 // \b
	__RE_INSIDE,	 // \B
	__RE_BOTH,	 // `left`, then `right`
	__RE_EITHER,	 // `left` or `right`
	__RE_REPEAT,	 // `left`, from `low` to `high` times; no end when `high` is -1
	__RE_GROUP,	 // `left`, remembered as `value`
	__RE_BACK	 // what group `value` matched
};

struct __regex_node {
	enum __regex_kind kind;
	int left;
	int right;
	int low;
	int high;
	int value;
	unsigned char *set; // 256 answers
};

struct __regex {
	struct __regex_node *nodes;
	int count;
	int room;
	int root;
	int groups;
	int has_back; // whether a group is referred to
	int flags;
};

#endif
