/* Dates as people write them. */
#ifndef DATE_H
#define DATE_H

#include <time.h>

/* '2026-01-31 12:30:00', '@SECONDS', 'yesterday', '3 days ago'. Returns -1 for what is no date. */
int read_date(const char *text, time_t now, struct timespec *when);

#endif
