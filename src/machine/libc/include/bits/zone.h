// What the files of the calendar share: dates at an offset from UTC, and the zone that TZ names.
#ifndef _BITS_ZONE_H
#define _BITS_ZONE_H

#include <time.h>

struct tm *__offset_time(time_t seconds, long offset, struct tm *tm);
struct tm *__zone_time(time_t seconds, struct tm *tm);
long __calendar_seconds(const struct tm *tm);
const char *__zone_rules(const char *name);

#endif
