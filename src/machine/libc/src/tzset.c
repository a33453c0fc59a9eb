// The local time: TZ as POSIX writes it, such as EST5EDT,M3.2.0,M11.1.0, or the name of a zone; read as glibc reads it.
#include <bits/zone.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

char *tzname[2] = {"UTC", "UTC"};
long timezone;
int daylight;

// One of the two times of a year, and when in the year it ends (the first) or ends again (the second).
struct rule {
	char *name;
	long offset; // seconds east of UTC
	char kind; // 'J': day 1 to 365 without leap days; 'M': month, week, day; 0: day 0 to 365
	int month, week, day;
	long seconds; // from midnight, in the time that ends then
	long year, change;
};

static struct rule rules[2] = {{.name = "UTC"}, {.name = "UTC"}};
static char *known;
static int is_set;

// Names are kept for good: a struct tm may point at them.
static char *keep(const char *text, size_t length)
{
	static struct kept {
		struct kept *next;
		char text[];
	} *all;
	for (struct kept *one = all; one; one = one->next)
		if (strncmp(one->text, text, length) == 0 && one->text[length] == 0)
			return one->text;
	struct kept *more = malloc(sizeof *more + length + 1);
	if (more == NULL)
		return "";
	memcpy(more->text, text, length);
	more->text[length] = 0;
	more->next = all;
	all = more;
	return more->text;
}

static int read_name(const char **at, struct rule *rule)
{
	const char *start = *at;
	const char *end = start;
	while (isalpha((unsigned char)*end))
		end++;
	if (end - start >= 3) {
		rule->name = keep(start, end - start);
		*at = end;
		return 1;
	}
	if (*start != '<')
		return 0;
	for (end = ++start; isalnum((unsigned char)*end) || *end == '+' || *end == '-';)
		end++;
	if (*end != '>' || end - start < 3)
		return 0;
	rule->name = keep(start, end - start);
	*at = end + 1;
	return 1;
}

// hh, hh:mm or hh:mm:ss; how many of the three there are.
static int read_time(const char **at, int part[3])
{
	int parts = 0;
	const char *text = *at;
	while (parts < 3 && isdigit((unsigned char)*text)) {
		int value = 0;
		for (; isdigit((unsigned char)*text); text++)
			if (value < 10000)
				value = value * 10 + *text - '0';
		part[parts++] = value;
		*at = text;
		if (*text != ':')
			break;
		text++;
	}
	return parts;
}

static int at_most(int value, int most)
{
	return value < most ? value : most;
}

static int read_offset(const char **at, struct rule *rule)
{
	int standard = rule == &rules[0];
	if (standard && **at != '+' && **at != '-' && !isdigit((unsigned char)**at))
		return 0;
	int sign = **at == '-' ? 1 : -1;
	if (**at == '-' || **at == '+')
		++*at;
	int part[3] = {0, 0, 0};
	if (read_time(at, part) > 0)
		rule->offset = sign * (at_most(part[2], 59) + at_most(part[1], 59) * 60 + at_most(part[0], 24) * 3600L);
	else if (standard)
		return 0;
	else
		rule->offset = rules[0].offset + 3600;
	return 1;
}

static int read_number(const char **at)
{
	int value = -1;
	for (; isdigit((unsigned char)**at); ++*at)
		if (value < 10000)
			value = (value < 0 ? 0 : value * 10) + **at - '0';
	return value;
}

static int read_day(const char **at, struct rule *rule)
{
	if (**at == 'J' || isdigit((unsigned char)**at)) {
		rule->kind = **at == 'J' ? 'J' : 0;
		if (rule->kind)
			++*at;
		rule->day = read_number(at);
		return rule->day >= (rule->kind ? 1 : 0) && rule->day <= 365;
	}
	if (**at == 0) { // the rules of the United States
		rule->kind = 'M';
		rule->month = rule == &rules[0] ? 3 : 11;
		rule->week = rule == &rules[0] ? 2 : 1;
		rule->day = 0;
		return 1;
	}
	if (**at != 'M')
		return 0;
	rule->kind = *(*at)++;
	rule->month = read_number(at);
	if (*(*at)++ != '.')
		return 0;
	rule->week = read_number(at);
	if (*(*at)++ != '.')
		return 0;
	rule->day = read_number(at);
	return rule->month >= 1 && rule->month <= 12 && rule->week >= 1 && rule->week <= 5 && rule->day >= 0 && rule->day <= 6;
}

static int read_rule(const char **at, struct rule *rule)
{
	if (**at == ',')
		++*at;
	if (!read_day(at, rule) || (**at != 0 && **at != '/' && **at != ','))
		return 0;
	rule->seconds = 2 * 3600;
	if (**at == '/') {
		if (*++*at == 0)
			return 0;
		int sign = **at == '-' ? -1 : 1;
		if (sign < 0)
			++*at;
		int part[3] = {2, 0, 0};
		read_time(at, part);
		rule->seconds = sign * (part[0] * 3600L + part[1] * 60 + part[2]);
	}
	rule->year = -1;
	return 1;
}

// What cannot be read leaves UTC, under the name that was read.
static void read_zone(const char *text)
{
	rules[0].name = rules[1].name = "";
	if (!read_name(&text, &rules[0]) || !read_offset(&text, &rules[0]))
		return;
	if (*text == 0 || *text == '=') {
		rules[1] = rules[0];
		if (*text == '=')
			rules[1].name = keep(text + 1, strlen(text + 1));
		return;
	}
	if (read_name(&text, &rules[1]))
		read_offset(&text, &rules[1]);
	if (read_rule(&text, &rules[0]))
		read_rule(&text, &rules[1]);
}

static void read_variable(void)
{
	const char *text = getenv("TZ");
	is_set = 1;
	if (text == NULL ? known == NULL : known != NULL && strcmp(text, known) == 0)
		return;
	free(known);
	known = text ? strdup(text) : NULL;
	memset(rules, 0, sizeof rules);
	if (text && *text == ':')
		text++;
	if (text && *text) {
		const char *named = __zone_rules(text);
		read_zone(named ? named : text);
	} else
		rules[0].name = rules[1].name = "UTC";
	timezone = -rules[0].offset;
	daylight = rules[0].offset != rules[1].offset || (*rules[1].name && strcmp(rules[0].name, rules[1].name) != 0);
}

void tzset(void)
{
	read_variable();
	tzname[0] = rules[0].name;
	tzname[1] = rules[1].name;
}

// When in a year a rule has its change, in seconds since 1970.
static void compute_change(struct rule *rule, long year)
{
	if (rule->year == year)
		return;
	struct tm day = {.tm_year = year - 1900, .tm_mday = 1};
	int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	if (rule->kind == 'M') {
		struct tm first, next;
		day.tm_mon = rule->month - 1;
		long start = __calendar_seconds(&day);
		__offset_time(start, 0, &first);
		day.tm_mon = rule->month;
		__offset_time(__calendar_seconds(&day) - 86400, 0, &next);
		day.tm_mon = rule->month - 1;
		day.tm_mday += (rule->day - first.tm_wday + 7) % 7 + 7 * (rule->week - 1);
		if (day.tm_mday > next.tm_mday)
			day.tm_mday -= 7;
	} else
		day.tm_mday += rule->kind == 'J' ? rule->day - 1 + (rule->day >= 60 && leap) : rule->day;
	rule->year = year;
	rule->change = __calendar_seconds(&day) - rule->offset + rule->seconds;
}

struct tm *__zone_time(time_t seconds, struct tm *tm)
{
	int second = 0;
	if (!is_set)
		tzset();
	if (rules[0].offset != rules[1].offset) {
		if (__offset_time(seconds, 0, tm) == NULL)
			return NULL;
		compute_change(&rules[0], tm->tm_year + 1900L);
		compute_change(&rules[1], tm->tm_year + 1900L);
		long there = rules[0].change;
		long back = rules[1].change;
		second = there > back ? seconds < back || seconds >= there : seconds >= there && seconds < back;
	}
	if (__offset_time(seconds, rules[second].offset, tm) == NULL)
		return NULL;
	tm->tm_isdst = second;
	tm->tm_zone = rules[second].name;
	return tm;
}
