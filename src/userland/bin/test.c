/* test and [: whether something is true of files, texts or numbers. */
#include "shared/shared.h"

int main(int argc, char **argv)
{
	return test_main(argc, argv);
}
