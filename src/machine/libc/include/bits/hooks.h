// What exit calls if the program has linked it: nothing is pulled into a program that does not use it.
#ifndef _BITS_HOOKS_H
#define _BITS_HOOKS_H

extern void (*__run_exit_handlers)(int status);
extern void (*__finish_streams)(void);
extern char *__program_name;
_Noreturn void __die(const char *message);

#endif
