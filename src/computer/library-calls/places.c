/* Where a stream stands: what fseek, ftell and rewind ask, and what is given back when a stream is closed. */
#include "case.h"

#define READ(mode) FILE *f = fopen("file", mode)

CASE(flags_of_standard_streams) { begin(); fcntl(0, F_GETFL); fcntl(0, F_GETPIPE_SZ); fcntl(1, F_GETFL); fcntl(1, F_GETPIPE_SZ); }
CASE(ftell_first) { file_at(0, 30); READ("r"); begin(); ftell(f); ftell(f); }
CASE(ftell_after_read) { file_at(0, 30); READ("r"); begin(); fgets(line, 100, f); ftell(f); ftell(f); }
CASE(ftell_after_write) { READ("w"); begin(); fputs("abc", f); ftell(f); fflush(f); ftell(f); fputs("d", f); ftell(f); }
CASE(ftell_append) { file_at(0, 30); READ("a"); begin(); ftell(f); fputs("abc", f); ftell(f); }
CASE(ftell_append_update) { file_at(0, 30); READ("a+"); begin(); ftell(f); fgets(line, 100, f); ftell(f); fputs("abc", f); ftell(f); }
CASE(ftell_append_flushed) { file_at(0, 30); READ("a+"); fputs("abc", f); begin(); ftell(f); fflush(f); ftell(f); ftruncate(fileno(f), 0); ftell(f); fputs("d", f); ftell(f); }
CASE(ftell_of_pipe) { begin(); ftell(stdin); getchar(); ftell(stdin); }
CASE(ftell_stdout_pipe) { begin(); printf("a"); ftell(stdout); }
CASE(ftell_after_ungetc) { file_at(0, 30); READ("r"); begin(); getc(f); ungetc('x', f); ftell(f); }
CASE(seek_before_use) { file_at(0, 30); READ("r"); begin(); fseek(f, 10, SEEK_SET); fgets(line, 100, f); }
CASE(seek_set_inside) { file_at(0, 30); READ("r"); begin(); fgets(line, 100, f); fseek(f, 5, SEEK_SET); fgets(line, 100, f); }
CASE(seek_set_inside_twice) { file_at(0, 30); READ("r"); begin(); fgets(line, 100, f); fseek(f, 5, SEEK_SET); fseek(f, 15, SEEK_SET); getc(f); }
CASE(seek_set_far) { file_at(0, 20000); READ("r"); begin(); getc(f); fseek(f, 10000, SEEK_SET); getc(f); }
CASE(seek_set_far_back) { file_at(0, 20000); READ("r"); begin(); fseek(f, 10000, SEEK_SET); getc(f); fseek(f, 5, SEEK_SET); getc(f); }
CASE(seek_set_beyond) { file_at(0, 30); READ("r"); begin(); getc(f); fseek(f, 100, SEEK_SET); getc(f); }
CASE(seek_set_beyond_page) { file_at(0, 30); READ("r"); begin(); getc(f); fseek(f, 5000, SEEK_SET); getc(f); }
CASE(seek_set_negative) { file_at(0, 30); READ("r"); begin(); getc(f); fseek(f, -1, SEEK_SET); }
CASE(seek_set_block) { file_at(0, 20000); READ("r"); begin(); getc(f); fseek(f, 8192, SEEK_SET); getc(f); }
CASE(seek_set_end_of_buffer) { file_at(0, 20000); READ("r"); begin(); getc(f); fseek(f, 4096, SEEK_SET); getc(f); }
CASE(seek_cur_forward) { file_at(0, 30); READ("r"); begin(); getc(f); fseek(f, 5, SEEK_CUR); getc(f); }
CASE(seek_cur_back) { file_at(0, 30); READ("r"); begin(); fgets(line, 100, f); fseek(f, -5, SEEK_CUR); getc(f); }
CASE(seek_cur_zero) { file_at(0, 30); READ("r"); begin(); fgets(line, 100, f); fseek(f, 0, SEEK_CUR); getc(f); }
CASE(seek_cur_first) { file_at(0, 30); READ("r"); begin(); fseek(f, 12, SEEK_CUR); getc(f); }
CASE(seek_cur_too_far_back) { file_at(0, 30); READ("r"); begin(); fgets(line, 100, f); fseek(f, -50, SEEK_CUR); getc(f); }
CASE(seek_cur_known) { file_at(0, 30); READ("r"); begin(); fgets(line, 100, f); ftell(f); fseek(f, 3, SEEK_CUR); getc(f); }
CASE(seek_end_first) { file_at(0, 30); READ("r"); begin(); fseek(f, 0, SEEK_END); ftell(f); }
CASE(seek_end_and_size) { file_at(0, 30); READ("r"); begin(); fseek(f, 0, SEEK_END); ftell(f); rewind(f); fread(big, 1, 30, f); fclose(f); }
CASE(seek_end_after_read) { file_at(0, 30); READ("r"); begin(); getc(f); fseek(f, 0, SEEK_END); getc(f); }
CASE(seek_end_back) { file_at(0, 30); READ("r"); begin(); getc(f); fseek(f, -10, SEEK_END); fgets(line, 100, f); }
CASE(seek_end_back_first) { file_at(0, 30); READ("r"); begin(); fseek(f, -10, SEEK_END); fgets(line, 100, f); }
CASE(seek_end_large) { file_at(0, 20000); READ("r"); begin(); fseek(f, -10, SEEK_END); fgets(line, 100, f); fseek(f, -20, SEEK_END); fgets(line, 100, f); }
CASE(seek_at_end) { file_at(0, 30); READ("r"); begin(); while (getc(f) != EOF) {} fseek(f, 5, SEEK_SET); getc(f); }
CASE(seek_after_ungetc) { file_at(0, 30); READ("r"); begin(); getc(f); ungetc('x', f); fseek(f, 2, SEEK_CUR); getc(f); }
CASE(seek_after_ungetc_set) { file_at(0, 30); READ("r"); begin(); getc(f); ungetc('x', f); fseek(f, 2, SEEK_SET); getc(f); }
CASE(seek_wrong_whence) { file_at(0, 30); READ("r"); begin(); fseek(f, 0, 9); }
CASE(seek_pipe) { begin(); fseek(stdin, 0, SEEK_SET); getchar(); fseek(stdin, 1, SEEK_CUR); }
CASE(seek_unbuffered) { file_at(0, 30); READ("r"); setbuf(f, NULL); begin(); getc(f); fseek(f, 5, SEEK_SET); getc(f); }
CASE(seek_write) { READ("w"); begin(); fputs("abc", f); fseek(f, 1, SEEK_SET); fputs("x", f); fclose(f); }
CASE(seek_write_cur) { READ("w"); begin(); fputs("abc", f); fseek(f, -1, SEEK_CUR); fputs("x", f); fclose(f); }
CASE(seek_write_end) { READ("w"); begin(); fputs("abc", f); fseek(f, 0, SEEK_END); fputs("x", f); fclose(f); }
CASE(seek_write_hole) { READ("w"); begin(); fputs("abc", f); fseek(f, 10000, SEEK_SET); fputs("x", f); fclose(f); }
CASE(seek_write_first) { READ("w"); begin(); fseek(f, 10, SEEK_SET); fputs("x", f); fclose(f); }
CASE(seek_update) { file_at(0, 30); READ("r+"); begin(); getc(f); fseek(f, 5, SEEK_SET); fputs("x", f); fseek(f, 0, SEEK_SET); getc(f); fclose(f); }
CASE(seek_update_records) { file_at(0, 100); READ("r+"); begin(); for (int i = 0; i < 3; i++) { fseek(f, i * 10, SEEK_SET); fread(line, 1, 10, f); fseek(f, i * 10, SEEK_SET); fwrite(line, 1, 10, f); } fclose(f); }
CASE(seek_append) { file_at(0, 30); READ("a"); begin(); fseek(f, 5, SEEK_SET); fputs("x", f); fclose(f); }
CASE(seek_and_tell) { file_at(0, 30); READ("r"); begin(); fseek(f, 5, SEEK_SET); ftell(f); getc(f); ftell(f); fseek(f, 7, SEEK_SET); ftell(f); }
CASE(rewind_first) { file_at(0, 30); READ("r"); begin(); rewind(f); getc(f); }
CASE(rewind_after_read) { file_at(0, 30); READ("r"); begin(); getc(f); rewind(f); getc(f); }
CASE(rewind_at_end) { file_at(0, 30); READ("r"); begin(); while (getc(f) != EOF) {} rewind(f); getc(f); }
CASE(rewind_large) { file_at(0, 20000); READ("r"); begin(); while (getc(f) != EOF) {} rewind(f); getc(f); }
CASE(fgetpos_fsetpos) { fpos_t place; file_at(0, 30); READ("r"); begin(); getc(f); fgetpos(f, &place); getc(f); fsetpos(f, &place); getc(f); }
CASE(fseeko_ftello) { file_at(0, 30); READ("r"); begin(); fseeko(f, 4, SEEK_SET); ftello(f); }
CASE(fflush_input) { file_at(0, 30); READ("r"); begin(); getc(f); fflush(f); getc(f); }
CASE(fflush_input_pipe) { begin(); getchar(); fflush(stdin); getchar(); }
CASE(fflush_input_ungetc) { file_at(0, 30); READ("r"); begin(); getc(f); ungetc('x', f); fflush(f); getc(f); }
CASE(fclose_after_some) { file_at(0, 30); READ("r"); begin(); getc(f); fclose(f); }
CASE(fclose_at_end) { file_at(0, 30); READ("r"); begin(); fread(line, 1, 30, f); fclose(f); }
CASE(fclose_after_ungetc) { file_at(0, 30); READ("r"); begin(); getc(f); ungetc('x', f); fclose(f); }
CASE(fclose_after_seek) { file_at(0, 30); READ("r"); begin(); getc(f); fseek(f, 10, SEEK_SET); fclose(f); }
CASE(exit_with_input) { file_at(0, 30); begin(); getchar(); exit(0); }
CASE(exit_with_input_pipe) { begin(); getchar(); exit(0); }
CASE(exit_with_all_input) { file_at(0, 30); begin(); while (getchar() != EOF) {} exit(0); }
CASE(exit_with_ungetc) { file_at(0, 30); begin(); getchar(); ungetc('x', stdin); exit(0); }
CASE(exit_with_open_file) { file_at(0, 30); READ("r"); begin(); getc(f); exit(0); }
CASE(exit_with_both) { file_at(0, 30); READ("r+"); begin(); getc(f); printf("a"); exit(0); }
CASE(exit_unbuffered_input) { file_at(0, 30); begin(); setbuf(stdin, NULL); getchar(); exit(0); }
CASE(exit_update_written) { file_at(0, 30); READ("r+"); begin(); getc(f); fseek(f, 3, SEEK_SET); putc('x', f); exit(0); }
CASE(terminal_exit_with_input) { begin(); getchar(); }
CASE(terminal_seek) { begin(); getchar(); fseek(stdin, 0, SEEK_CUR); ftell(stdout); }
