// <ucontext.h>: contexts of a thread of control.
#ifndef _UCONTEXT_H
#define _UCONTEXT_H

#include <signal.h>

int getcontext(ucontext_t *context);
void makecontext(ucontext_t *context, void (*function)(void), int count, ...);
int setcontext(const ucontext_t *context);
int swapcontext(ucontext_t *old, const ucontext_t *context);

#endif
