/* kill: sends a signal. kill [-SIGNAL | -s SIGNAL] PID…, kill -l [NUMBER…] */
#include "shared/shared.h"

int main(int argc, char **argv)
{
	tool_name = argv[0];
	return kill_main(argc, argv);
}
