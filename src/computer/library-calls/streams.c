/* What streams read and write, and what they ask before: at a pipe, a file, a device, a terminal. */
#include "case.h"

CASE(printf_to_pipe) { begin(); printf("a\n"); printf("b\n"); }
CASE(printf_to_file) { file_at(1, 0); begin(); printf("a\n"); printf("b\n"); }
CASE(printf_to_null) { device_at(1, "/dev/null"); begin(); printf("a\n"); printf("b\n"); }
CASE(printf_to_zero) { device_at(1, "/dev/zero"); begin(); printf("a\n"); printf("b\n"); }
CASE(printf_to_full) { device_at(1, "/dev/full"); begin(); printf("a\n"); fflush(stdout); }
CASE(printf_to_closed) { close(1); begin(); printf("a\n"); fflush(stdout); }
CASE(printf_of_nothing) { begin(); printf(""); printf("%s", ""); }
CASE(puts_and_putchar) { begin(); puts("a"); putchar('b'); fputs("c", stdout); fputc('d', stdout); }
CASE(printf_then_exit) { begin(); printf("a"); exit(3); }
CASE(printf_then_quick_exit) { begin(); printf("a"); _exit(3); }
CASE(printf_then_quick_exit_function) { begin(); printf("a"); quick_exit(3); }
CASE(printf_and_write) { begin(); printf("a"); write(1, "b", 1); }
CASE(fflush_stdout) { begin(); printf("a"); fflush(stdout); printf("b"); fflush(stdout); fflush(stdout); }
CASE(fflush_all) { begin(); printf("a"); fflush(NULL); printf("b"); }
CASE(fflush_all_with_input) { file_at(0, 30); begin(); fgets(line, 100, stdin); printf("a"); fflush(NULL); }
CASE(stderr_at_once) { begin(); fprintf(stderr, "%d-%s\n", 1, "a"); fputs("b", stderr); putc('c', stderr); }
CASE(stderr_long) { begin(); fprintf(stderr, "%300d%300d\n", 1, 2); }
CASE(stderr_very_long) { begin(); fprintf(stderr, "%10000d", 1); }
CASE(stderr_with_setvbuf) { begin(); setvbuf(stderr, NULL, _IOLBF, 0); fprintf(stderr, "a"); fprintf(stderr, "b\nc"); }
CASE(stdout_then_stderr) { begin(); printf("out"); fprintf(stderr, "error"); }
CASE(perror_once) { begin(); errno = ENOENT; perror("open"); }
CASE(perror_twice) { begin(); errno = EINTR; perror(NULL); perror(""); }
CASE(perror_after_stderr) { begin(); fprintf(stderr, "a"); errno = EINTR; perror("b"); }
CASE(perror_after_stdout) { begin(); printf("a"); errno = EINTR; perror("b"); }
CASE(perror_closed) { close(2); begin(); errno = EINTR; perror("b"); }
CASE(putchar_4096) { begin(); for (int i = 0; i < 4096; i++) putchar('a'); }
CASE(putchar_4097) { begin(); for (int i = 0; i < 4097; i++) putchar('a'); }
CASE(putchar_9000) { begin(); for (int i = 0; i < 9000; i++) putchar('a'); }
CASE(fwrite_4095) { begin(); fwrite(big, 1, 4095, stdout); putchar('a'); putchar('b'); }
CASE(fwrite_4096) { begin(); fwrite(big, 1, 4096, stdout); }
CASE(fwrite_4097) { begin(); fwrite(big, 1, 4097, stdout); }
CASE(fwrite_8192) { begin(); fwrite(big, 1, 8192, stdout); }
CASE(fwrite_10000) { begin(); fwrite(big, 1, 10000, stdout); fwrite(big, 1, 10, stdout); }
CASE(fwrite_65536) { begin(); fwrite(big, 1, 65536, stdout); }
CASE(fwrite_10000_after_some) { begin(); printf("ab"); fwrite(big, 1, 10000, stdout); }
CASE(fwrite_rest_of_buffer) { begin(); printf("ab"); fwrite(big, 1, 4094, stdout); fwrite(big, 1, 1, stdout); }
CASE(fwrite_elements) { begin(); fwrite(big, 1000, 9, stdout); }
CASE(printf_wide_field) { begin(); printf("%5000d", 1); printf("%s", "b"); }
CASE(puts_long) { memset(big, 'a', 5000); begin(); puts(big); }
CASE(dprintf_twice) { begin(); dprintf(1, "a%d", 1); dprintf(1, "b"); }
CASE(dprintf_long) { begin(); dprintf(1, "%5000d", 1); }

CASE(setvbuf_none) { begin(); setvbuf(stdout, NULL, _IONBF, 0); printf("%d-%d", 1, 2); putchar('a'); puts("b"); fputs("cd\n", stdout); }
CASE(setvbuf_none_fwrite) { begin(); setbuf(stdout, NULL); fwrite(big, 1, 10000, stdout); }
CASE(setvbuf_lines) { begin(); setvbuf(stdout, NULL, _IOLBF, 0); printf("a\n"); printf("b"); printf("c\nd"); puts(""); }
CASE(setvbuf_full) { begin(); setvbuf(stdout, NULL, _IOFBF, 0); printf("a\n"); }
CASE(setvbuf_full_sized) { begin(); setvbuf(stdout, NULL, _IOFBF, 10); for (int i = 0; i < 30; i++) putchar('a'); }
CASE(setvbuf_own) { static char own[200]; begin(); setvbuf(stdout, own, _IOFBF, 200); for (int i = 0; i < 30; i++) printf("abcdefghij"); }
CASE(setvbuf_own_small) { static char own[10]; begin(); setvbuf(stdout, own, _IOFBF, 10); fwrite(big, 1, 35, stdout); printf("abcdefghijklmnop"); }
CASE(setvbuf_own_lines) { static char own[10]; begin(); setvbuf(stdout, own, _IOLBF, 10); printf("ab\ncd"); printf("abcdefghijklmnop\nq"); }
CASE(setbuf_own) { static char own[BUFSIZ]; begin(); setbuf(stdout, own); for (int i = 0; i < 9000; i++) putchar('a'); }
CASE(setvbuf_later) { begin(); printf("a\n"); setvbuf(stdout, NULL, _IONBF, 0); printf("b\n"); }
CASE(setlinebuf_later) { begin(); printf("a\n"); setlinebuf(stdout); printf("b\n"); }
CASE(setvbuf_input_none) { begin(); setvbuf(stdin, NULL, _IONBF, 0); fgets(line, 100, stdin); getchar(); }
CASE(setvbuf_input_small) { static char own[5]; begin(); setvbuf(stdin, own, _IOFBF, 5); fgets(line, 100, stdin); }

CASE(getchar_from_pipe) { begin(); getchar(); getchar(); }
CASE(getchar_to_end) { begin(); while (getchar() != EOF) {} getchar(); }
CASE(getchar_after_clearerr) { begin(); while (getchar() != EOF) {} clearerr(stdin); getchar(); }
CASE(fgets_from_pipe) { begin(); while (fgets(line, 100, stdin)) {} }
CASE(fgets_from_file) { file_at(0, 30); begin(); fgets(line, 100, stdin); }
CASE(fgets_from_file_to_end) { file_at(0, 30); begin(); while (fgets(line, 100, stdin)) {} }
CASE(fgets_from_null) { device_at(0, "/dev/null"); begin(); fgets(line, 100, stdin); }
CASE(fgets_from_closed) { close(0); begin(); fgets(line, 100, stdin); }
CASE(fgets_from_directory) { int fd = open(".", O_RDONLY); dup2(fd, 0); close(fd); begin(); fgets(line, 100, stdin); }
CASE(fgets_large_file) { file_at(0, 10000); begin(); while (fgets(line, 100, stdin)) {} }
CASE(scanf_from_pipe) { begin(); scanf("%s", line); scanf("%s", line); }
CASE(scanf_to_end) { begin(); while (scanf("%s", line) == 1) {} }
CASE(getline_from_pipe) { char *text = NULL; size_t size = 0; begin(); while (getline(&text, &size, stdin) > 0) {} }
CASE(getline_long) { char *text = NULL; size_t size = 0; file_at(0, 0); for (int i = 0; i < 20; i++) { memset(big, 'a', 1000); write(0, big, 1000); } lseek(0, 0, SEEK_SET); begin(); getline(&text, &size, stdin); }
CASE(prompt_and_fgets) { begin(); printf("? "); fgets(line, 100, stdin); printf("%s", line); }
CASE(fread_100) { file_at(0, 10000); begin(); fread(big, 1, 100, stdin); }
CASE(fread_4096) { file_at(0, 10000); begin(); fread(big, 1, 4096, stdin); }
CASE(fread_5000) { file_at(0, 10000); begin(); fread(big, 1, 5000, stdin); }
CASE(fread_8192) { file_at(0, 10000); begin(); fread(big, 1, 8192, stdin); }
CASE(fread_10000) { file_at(0, 10000); begin(); fread(big, 1, 10000, stdin); }
CASE(fread_more) { file_at(0, 10000); begin(); fread(big, 1, 20000, stdin); fread(big, 1, 1, stdin); }
CASE(fread_5000_after_some) { file_at(0, 10000); begin(); getchar(); fread(big, 1, 5000, stdin); }
CASE(fread_9000_after_some) { file_at(0, 20000); begin(); getchar(); fread(big, 1, 9000, stdin); getchar(); }
CASE(fread_from_pipe) { begin(); fread(line, 1, 4, stdin); fread(line, 1, 50, stdin); }
CASE(fread_unbuffered) { file_at(0, 10000); begin(); setbuf(stdin, NULL); fread(big, 1, 100, stdin); }
CASE(fread_elements) { file_at(0, 10000); begin(); fread(big, 8, 100, stdin); }
CASE(ungetc_first) { begin(); ungetc('a', stdin); getchar(); getchar(); }
CASE(ungetc_and_fread) { file_at(0, 10000); begin(); getchar(); ungetc('a', stdin); fread(big, 1, 6000, stdin); }

CASE(terminal_perror) { begin(); errno = ENOENT; perror("open"); perror("open"); }

CASE(fopen_read) { file_at(0, 30); begin(); FILE *f = fopen("file", "r"); fgets(line, 100, f); fclose(f); }
CASE(fopen_read_nothing) { file_at(0, 30); begin(); FILE *f = fopen("file", "r"); fclose(f); }
CASE(fopen_read_all) { file_at(0, 30); begin(); FILE *f = fopen("file", "r"); while (fgets(line, 100, f)) {} fclose(f); }
CASE(fopen_missing) { begin(); fopen("none", "r"); }
CASE(fopen_write) { begin(); FILE *f = fopen("new", "w"); fprintf(f, "a"); fclose(f); }
CASE(fopen_write_nothing) { begin(); FILE *f = fopen("new", "w"); fclose(f); }
CASE(fopen_append) { file_at(0, 30); begin(); FILE *f = fopen("file", "a"); fprintf(f, "a"); fclose(f); }
CASE(fopen_append_update) { file_at(0, 30); begin(); FILE *f = fopen("file", "a+"); fgets(line, 100, f); fprintf(f, "a"); fclose(f); }
CASE(fopen_exclusive) { begin(); FILE *f = fopen("new", "wxe"); fclose(f); fopen("new", "wx"); }
CASE(fopen_no_mode) { begin(); fopen("new", "q"); }
CASE(fopen_left_open) { begin(); FILE *f = fopen("new", "w"); fprintf(f, "a"); }
CASE(fopen_read_left_open) { file_at(0, 30); begin(); FILE *f = fopen("file", "r"); fgets(line, 100, f); }
CASE(update_read_then_write) { file_at(0, 30); begin(); FILE *f = fopen("file", "r+"); fgets(line, 100, f); fputs("x", f); fclose(f); }
CASE(update_read_seek_write) { file_at(0, 30); begin(); FILE *f = fopen("file", "r+"); fgets(line, 100, f); fseek(f, 0, SEEK_CUR); fputs("x", f); fclose(f); }
CASE(update_write_seek_read) { file_at(0, 30); begin(); FILE *f = fopen("file", "r+"); fputs("x", f); fseek(f, 0, SEEK_CUR); fgets(line, 100, f); fclose(f); }
CASE(update_write_flush_read) { file_at(0, 30); begin(); FILE *f = fopen("file", "r+"); fputs("x", f); fflush(f); fgets(line, 100, f); fclose(f); }
CASE(update_write_then_read) { file_at(0, 30); begin(); FILE *f = fopen("file", "r+"); fputs("x", f); fgets(line, 100, f); fclose(f); }
CASE(update_write_rewind_read) { begin(); FILE *f = fopen("new", "w+"); fputs("abc\n", f); rewind(f); fgets(line, 100, f); fclose(f); }
CASE(update_read_to_end_write) { file_at(0, 30); begin(); FILE *f = fopen("file", "r+"); while (fgets(line, 100, f)) {} fputs("x", f); fclose(f); }
CASE(fdopen_read) { int ends[2]; pipe(ends); write(ends[1], "a\n", 2); begin(); FILE *f = fdopen(ends[0], "r"); fgets(line, 100, f); fclose(f); }
CASE(fdopen_write) { int ends[2]; pipe(ends); begin(); FILE *f = fdopen(ends[1], "w"); fprintf(f, "a\n"); fclose(f); }
CASE(fdopen_append) { file_at(0, 30); begin(); FILE *f = fdopen(0, "a"); fprintf(f, "a\n"); fclose(f); }
CASE(fdopen_wrong) { int ends[2]; pipe(ends); begin(); fdopen(ends[0], "w"); fdopen(77, "r"); }
CASE(freopen_stdout) { begin(); printf("a"); freopen("new", "w", stdout); printf("b"); }
CASE(freopen_stdout_first) { begin(); freopen("new", "w", stdout); printf("b"); }
CASE(freopen_stdin) { file_at(0, 30); begin(); fgets(line, 100, stdin); freopen("file", "r", stdin); fgets(line, 100, stdin); }
CASE(freopen_append) { file_at(0, 30); begin(); freopen("file", "a", stdout); printf("b"); }
CASE(freopen_missing) { begin(); freopen("none", "r", stdin); }
CASE(freopen_mode) { file_at(1, 30); begin(); printf("a"); freopen(NULL, "a", stdout); printf("b"); }
CASE(freopen_stderr) { begin(); freopen("new", "w", stderr); fprintf(stderr, "a"); fprintf(stderr, "b"); }
CASE(fclose_stdout) { begin(); printf("a"); fclose(stdout); }
CASE(fclose_stdout_unused) { begin(); fclose(stdout); }
CASE(fclose_stdin_with_input) { file_at(0, 30); begin(); fgets(line, 100, stdin); fclose(stdin); }
CASE(fclose_stdin_pipe) { begin(); fgets(line, 100, stdin); fclose(stdin); }
CASE(fcloseall_used) { begin(); printf("a"); fcloseall(); }
CASE(tmpfile_used) { begin(); FILE *f = tmpfile(); fputs("a\n", f); rewind(f); fgets(line, 100, f); fclose(f); }
CASE(memory_streams) { char *text; size_t size; begin(); FILE *f = open_memstream(&text, &size); fputs("a", f); fclose(f); f = fmemopen(line, 10, "w"); fputs("a", f); fclose(f); }
CASE(sprintf_and_sscanf) { int n; begin(); sprintf(line, "%d", 7); sscanf(line, "%d", &n); }
CASE(wide_output) { begin(); printf("%ls\n", L"wide"); }
CASE(getc_unlocked_all) { begin(); while (getc_unlocked(stdin) != EOF) putc_unlocked('a', stdout); }
CASE(copy_large_file) { file_at(0, 20000); begin(); for (int c; (c = getchar()) != EOF;) putchar(c); }
CASE(copy_blocks) { size_t n; file_at(0, 20000); begin(); while ((n = fread(big, 1, 1024, stdin)) > 0) fwrite(big, 1, n, stdout); }
CASE(fileno_feof_ferror) { begin(); fileno(stdin); feof(stdin); ferror(stdout); }

CASE(terminal_printf) { begin(); printf("a\n"); printf("b"); printf("c\n"); printf("d"); }
CASE(terminal_putchar_1500) { begin(); for (int i = 0; i < 1500; i++) putchar('a'); }
CASE(terminal_fwrite_3000) { memset(big, 'a', 3000); begin(); fwrite(big, 1, 3000, stdout); }
CASE(terminal_lines_long) { memset(big, 'a', 1500); big[700] = '\n'; begin(); fwrite(big, 1, 1500, stdout); }
CASE(terminal_prompt) { begin(); printf("? "); fgets(line, 9, stdin); printf("%s", line); }
CASE(terminal_fgets) { begin(); fgets(line, 9, stdin); fgets(line, 9, stdin); }
CASE(terminal_getchar) { begin(); while (getchar() != '\n') {} getchar(); }
CASE(terminal_scanf) { begin(); printf("? "); scanf("%s", line); }
CASE(terminal_setvbuf_full) { begin(); setvbuf(stdout, NULL, _IOFBF, 0); printf("a\n"); printf("b\n"); }
CASE(terminal_setvbuf_none) { begin(); setbuf(stdout, NULL); printf("a"); printf("b"); }
CASE(terminal_setvbuf_none_reads) { begin(); printf("a"); setbuf(stdin, NULL); fgets(line, 9, stdin); }
CASE(terminal_stderr) { begin(); fprintf(stderr, "a"); perror("b"); }
CASE(terminal_tty) { begin(); FILE *f = fopen("/dev/tty", "w"); fprintf(f, "a\n"); fclose(f); }
CASE(terminal_tty_both) { begin(); FILE *f = fopen("/dev/tty", "r+"); fprintf(f, "a\n"); fgets(line, 9, f); fclose(f); }
CASE(terminal_pipe_reads) { int ends[2]; pipe(ends); write(ends[1], "b\n", 2); begin(); FILE *f = fdopen(ends[0], "r"); printf("a"); fgets(line, 9, f); }
CASE(terminal_unbuffered_pipe_reads) { int ends[2]; pipe(ends); write(ends[1], "b\n", 2); begin(); FILE *f = fdopen(ends[0], "r"); setbuf(f, NULL); printf("a"); fgets(line, 9, f); }
