// Where --help sends reports; a program may define it.
const char *argp_program_bug_address;
