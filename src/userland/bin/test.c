/* test and [: whether something is true of files, texts or numbers. */
#include "shared/shared.h"

int main(int argc, char **argv)
{
	tool_name = argv[0];
	return test_main(argc, argv);
}
