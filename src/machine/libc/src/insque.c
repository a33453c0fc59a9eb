// insque, remque: a list with links forward and back.
#define _GNU_SOURCE
#include <search.h>
#include <stddef.h>

void insque(void *element, void *previous)
{
	struct qelem *own = element, *before = previous;
	own->q_back = before;
	if (before == NULL) {
		own->q_forw = NULL;
		return;
	}
	own->q_forw = before->q_forw;
	if (before->q_forw != NULL)
		before->q_forw->q_back = own;
	before->q_forw = own;
}

void remque(void *element)
{
	struct qelem *own = element;
	if (own->q_forw != NULL)
		own->q_forw->q_back = own->q_back;
	if (own->q_back != NULL)
		own->q_back->q_forw = own->q_forw;
}
