/* What somebody answers to a question. */
#ifndef ANSWER_H
#define ANSWER_H

/* Reads a line; 1 when it begins with y. */
int answers_yes(void);

#endif
