/* printf: prints arguments as a format says. */
#include "shared/shared.h"

int main(int argc, char **argv)
{
	tool_name = argv[0];
	return printf_main(argc, argv);
}
