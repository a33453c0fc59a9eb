// <nl_types.h>: catalogues of messages.
#ifndef _NL_TYPES_H
#define _NL_TYPES_H

#define NL_SETD 1
#define NL_CAT_LOCALE 1

typedef void *nl_catd;
typedef int nl_item;

int catclose(nl_catd catalogue);
char *catgets(nl_catd catalogue, int set, int message, const char *otherwise);
nl_catd catopen(const char *name, int flags);

#endif
