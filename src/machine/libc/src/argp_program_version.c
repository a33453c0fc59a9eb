// What --version prints; a program may define it.
const char *argp_program_version;
