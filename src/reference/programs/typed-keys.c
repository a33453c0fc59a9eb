/* Keys are read as they are typed, not by the line, on a terminal, where "abc\n" is typed. */
#include "row.h"
#include <termios.h>

int main(void)
{
	struct termios settings, before;
	char keys[8];
	settle();
	tcgetattr(0, &before);
	settings = before;
	settings.c_lflag &= ~(tcflag_t)ICANON;
	settings.c_cc[VMIN] = 2;
	settings.c_cc[VTIME] = 0;
	tcsetattr(0, TCSANOW, &settings);
	show("one key", read(0, keys, 1));
	show("two of three that are left", read(0, keys, 2));
	settings.c_cc[VMIN] = 1;
	tcsetattr(0, TCSANOW, &settings);
	show("what there is", read(0, keys, sizeof keys));
	tcsetattr(0, TCSANOW, &before);
	return 0;
}
