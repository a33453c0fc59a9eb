/* printf: prints arguments as a format says. */
#include "shared/shared.h"

int main(int argc, char **argv)
{
	return printf_main(argc, argv);
}
