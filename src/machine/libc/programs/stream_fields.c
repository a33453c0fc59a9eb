// FILE as programs see it that look inside: its size, and what its buffer holds.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static void show(const char *name, FILE *f)
{
	printf("%s: buffer %ld, to write %ld, to read %ld\n", name, (long)(f->_IO_buf_end - f->_IO_buf_base),
		(long)(f->_IO_write_ptr - f->_IO_write_base), (long)(f->_IO_read_end - f->_IO_read_ptr));
}

int main(void)
{
	char *text;
	size_t size;
	printf("%zu %zu %zu %zu\n", sizeof(FILE), offsetof(FILE, _fileno), offsetof(FILE, _chain), offsetof(FILE, _IO_buf_end));
	printf("%d %d %d\n", stdin->_fileno, stdout->_fileno, stderr->_fileno);
	show("stdin", stdin);
	show("stderr", stderr);
	FILE copy = *stdout;
	printf("%d\n", copy._fileno);
	FILE *f = fmemopen("one\ntwo\n", 8, "r");
	show("unread", f);
	getc(f);
	show("read", f);
	fclose(f);
	f = open_memstream(&text, &size);
	fputs("hello", f);
	printf("%ld\n", (long)(f->_IO_write_ptr - f->_IO_write_base));
	fclose(f);
	return 0;
}
