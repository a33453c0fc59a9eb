// With what a mistake in the arguments ends the program; it may define it.
int argp_err_exit_status = 64;
