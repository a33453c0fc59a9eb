/* What a tool shares with the shell's own command of the same name. */
#ifndef SHARED_H
#define SHARED_H

/* The tool by itself, not the shell: it says what is wrong in other words. */
extern const int by_itself;
/* What its complaints begin with. */
extern const char *tool_name;
/* The status of a tool by itself whose output cannot be written. */
extern int write_failure;
/* Tells where help would be found and ends the program. */
void refer_to_help(int status);
void complain(const char *format, ...);
int kill_main(int argc, char **argv);
int printf_main(int argc, char **argv);
int test_main(int argc, char **argv);

#endif
