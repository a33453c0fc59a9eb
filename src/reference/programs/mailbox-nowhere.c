/* Mailbox calls with addresses that lead nowhere. */
#include "row.h"
#include "mailbox.h"

int main(void)
{
	void *nowhere = (void *)8;
	char letter[MAILBOX_LETTER_MAX];
	mailbox_remove("/letters");
	show("open with a name nowhere", mailbox_open(nowhere, 2));
	int box = mailbox_open("/letters", 2);
	show("send from nowhere", mailbox_send(box, nowhere, 5));
	mailbox_send(box, "hello", 5);
	show("receive to nowhere", mailbox_receive(box, nowhere, sizeof letter, NULL));
	mailbox_send(box, "hello", 5);
	show("a stamp to nowhere", mailbox_receive(box, letter, sizeof letter, nowhere));
	show("read", read(box, letter, sizeof letter));
	show("write", write(box, "hello", 5));
	show("remove a name nowhere", mailbox_remove(nowhere));
	mailbox_remove("/letters");
	return 0;
}
