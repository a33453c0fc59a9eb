// <dlfcn.h>: libraries loaded at run time.
#ifndef _DLFCN_H
#define _DLFCN_H

#include <stddef.h>

#define RTLD_LAZY 1
#define RTLD_NOW 2
#define RTLD_NOLOAD 4
#define RTLD_DEEPBIND 8
#define RTLD_GLOBAL 0x100
#define RTLD_LOCAL 0
#define RTLD_NODELETE 0x1000
#ifdef _GNU_SOURCE
#define RTLD_NEXT ((void *)-1)
#define RTLD_DEFAULT ((void *)0)
typedef struct {
	const char *dli_fname;
	void *dli_fbase;
	const char *dli_sname;
	void *dli_saddr;
} Dl_info;
int dladdr(const void *address, Dl_info *info);
void *dlvsym(void *library, const char *name, const char *version);
#endif

#define RTLD_BINDING_MASK 0x3

int dlclose(void *library);
char *dlerror(void);
void *dlopen(const char *path, int mode);
void *dlsym(void *library, const char *name);

#endif
