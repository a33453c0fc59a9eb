// <sys/queue.h>: lists and queues made of macros: SLIST, LIST, STAILQ, SIMPLEQ, TAILQ and CIRCLEQ.
#ifndef _SYS_QUEUE_H
#define _SYS_QUEUE_H

// ---- SLIST: a list with links forward only ----

#define SLIST_HEAD(name, type) \
	struct name { \
		struct type *slh_first; \
	}
#define SLIST_HEAD_INITIALIZER(head) {0}
#define SLIST_ENTRY(type) \
	struct { \
		struct type *sle_next; \
	}
#define SLIST_FIRST(head) ((head)->slh_first)
#define SLIST_EMPTY(head) (SLIST_FIRST(head) == 0)
#define SLIST_NEXT(element, field) ((element)->field.sle_next)
#define SLIST_INIT(head) \
	do { \
		(head)->slh_first = 0; \
	} while (0)
#define SLIST_INSERT_HEAD(head, element, field) \
	do { \
		(element)->field.sle_next = (head)->slh_first; \
		(head)->slh_first = (element); \
	} while (0)
#define SLIST_INSERT_AFTER(before, element, field) \
	do { \
		(element)->field.sle_next = (before)->field.sle_next; \
		(before)->field.sle_next = (element); \
	} while (0)
#define SLIST_REMOVE_HEAD(head, field) \
	do { \
		(head)->slh_first = (head)->slh_first->field.sle_next; \
	} while (0)
#define SLIST_REMOVE(head, element, type, field) \
	do { \
		struct type **__link = &(head)->slh_first; \
		while (*__link != (element)) \
			__link = &(*__link)->field.sle_next; \
		*__link = (*__link)->field.sle_next; \
	} while (0)
#define SLIST_FOREACH(variable, head, field) \
	for ((variable) = SLIST_FIRST(head); (variable); (variable) = SLIST_NEXT(variable, field))

// ---- LIST: a list with links forward and back ----

#define LIST_HEAD(name, type) \
	struct name { \
		struct type *lh_first; \
	}
#define LIST_HEAD_INITIALIZER(head) {0}
#define LIST_ENTRY(type) \
	struct { \
		struct type *le_next; \
		struct type **le_prev; \
	}
#define LIST_FIRST(head) ((head)->lh_first)
#define LIST_EMPTY(head) (LIST_FIRST(head) == 0)
#define LIST_NEXT(element, field) ((element)->field.le_next)
#define LIST_INIT(head) \
	do { \
		(head)->lh_first = 0; \
	} while (0)
#define LIST_INSERT_HEAD(head, element, field) \
	do { \
		if (((element)->field.le_next = (head)->lh_first) != 0) \
			(head)->lh_first->field.le_prev = &(element)->field.le_next; \
		(head)->lh_first = (element); \
		(element)->field.le_prev = &(head)->lh_first; \
	} while (0)
#define LIST_INSERT_AFTER(before, element, field) \
	do { \
		if (((element)->field.le_next = (before)->field.le_next) != 0) \
			(before)->field.le_next->field.le_prev = &(element)->field.le_next; \
		(before)->field.le_next = (element); \
		(element)->field.le_prev = &(before)->field.le_next; \
	} while (0)
#define LIST_INSERT_BEFORE(after, element, field) \
	do { \
		(element)->field.le_prev = (after)->field.le_prev; \
		(element)->field.le_next = (after); \
		*(after)->field.le_prev = (element); \
		(after)->field.le_prev = &(element)->field.le_next; \
	} while (0)
#define LIST_REMOVE(element, field) \
	do { \
		if ((element)->field.le_next != 0) \
			(element)->field.le_next->field.le_prev = (element)->field.le_prev; \
		*(element)->field.le_prev = (element)->field.le_next; \
	} while (0)
#define LIST_FOREACH(variable, head, field) \
	for ((variable) = LIST_FIRST(head); (variable); (variable) = LIST_NEXT(variable, field))

// ---- STAILQ: a queue with links forward only ----

#define STAILQ_HEAD(name, type) \
	struct name { \
		struct type *stqh_first; \
		struct type **stqh_last; \
	}
#define STAILQ_HEAD_INITIALIZER(head) {0, &(head).stqh_first}
#define STAILQ_ENTRY(type) \
	struct { \
		struct type *stqe_next; \
	}
#define STAILQ_FIRST(head) ((head)->stqh_first)
#define STAILQ_EMPTY(head) (STAILQ_FIRST(head) == 0)
#define STAILQ_NEXT(element, field) ((element)->field.stqe_next)
#define STAILQ_INIT(head) \
	do { \
		(head)->stqh_first = 0; \
		(head)->stqh_last = &(head)->stqh_first; \
	} while (0)
#define STAILQ_INSERT_HEAD(head, element, field) \
	do { \
		if (((element)->field.stqe_next = (head)->stqh_first) == 0) \
			(head)->stqh_last = &(element)->field.stqe_next; \
		(head)->stqh_first = (element); \
	} while (0)
#define STAILQ_INSERT_TAIL(head, element, field) \
	do { \
		(element)->field.stqe_next = 0; \
		*(head)->stqh_last = (element); \
		(head)->stqh_last = &(element)->field.stqe_next; \
	} while (0)
#define STAILQ_INSERT_AFTER(head, before, element, field) \
	do { \
		if (((element)->field.stqe_next = (before)->field.stqe_next) == 0) \
			(head)->stqh_last = &(element)->field.stqe_next; \
		(before)->field.stqe_next = (element); \
	} while (0)
#define STAILQ_REMOVE_HEAD(head, field) \
	do { \
		if (((head)->stqh_first = (head)->stqh_first->field.stqe_next) == 0) \
			(head)->stqh_last = &(head)->stqh_first; \
	} while (0)
#define STAILQ_REMOVE(head, element, type, field) \
	do { \
		struct type **__link = &(head)->stqh_first; \
		while (*__link != (element)) \
			__link = &(*__link)->field.stqe_next; \
		if ((*__link = (*__link)->field.stqe_next) == 0) \
			(head)->stqh_last = __link; \
	} while (0)
#define STAILQ_CONCAT(first, second) \
	do { \
		if (!STAILQ_EMPTY(second)) { \
			*(first)->stqh_last = (second)->stqh_first; \
			(first)->stqh_last = (second)->stqh_last; \
			STAILQ_INIT(second); \
		} \
	} while (0)
#define STAILQ_FOREACH(variable, head, field) \
	for ((variable) = STAILQ_FIRST(head); (variable); (variable) = STAILQ_NEXT(variable, field))

// ---- SIMPLEQ: the same under BSD's other name ----

#define SIMPLEQ_HEAD(name, type) \
	struct name { \
		struct type *sqh_first; \
		struct type **sqh_last; \
	}
#define SIMPLEQ_HEAD_INITIALIZER(head) {0, &(head).sqh_first}
#define SIMPLEQ_ENTRY(type) \
	struct { \
		struct type *sqe_next; \
	}
#define SIMPLEQ_FIRST(head) ((head)->sqh_first)
#define SIMPLEQ_EMPTY(head) (SIMPLEQ_FIRST(head) == 0)
#define SIMPLEQ_NEXT(element, field) ((element)->field.sqe_next)
#define SIMPLEQ_INIT(head) \
	do { \
		(head)->sqh_first = 0; \
		(head)->sqh_last = &(head)->sqh_first; \
	} while (0)
#define SIMPLEQ_INSERT_HEAD(head, element, field) \
	do { \
		if (((element)->field.sqe_next = (head)->sqh_first) == 0) \
			(head)->sqh_last = &(element)->field.sqe_next; \
		(head)->sqh_first = (element); \
	} while (0)
#define SIMPLEQ_INSERT_TAIL(head, element, field) \
	do { \
		(element)->field.sqe_next = 0; \
		*(head)->sqh_last = (element); \
		(head)->sqh_last = &(element)->field.sqe_next; \
	} while (0)
#define SIMPLEQ_INSERT_AFTER(head, before, element, field) \
	do { \
		if (((element)->field.sqe_next = (before)->field.sqe_next) == 0) \
			(head)->sqh_last = &(element)->field.sqe_next; \
		(before)->field.sqe_next = (element); \
	} while (0)
#define SIMPLEQ_REMOVE_HEAD(head, field) \
	do { \
		if (((head)->sqh_first = (head)->sqh_first->field.sqe_next) == 0) \
			(head)->sqh_last = &(head)->sqh_first; \
	} while (0)
#define SIMPLEQ_REMOVE(head, element, type, field) \
	do { \
		struct type **__link = &(head)->sqh_first; \
		while (*__link != (element)) \
			__link = &(*__link)->field.sqe_next; \
		if ((*__link = (*__link)->field.sqe_next) == 0) \
			(head)->sqh_last = __link; \
	} while (0)
#define SIMPLEQ_FOREACH(variable, head, field) \
	for ((variable) = SIMPLEQ_FIRST(head); (variable); (variable) = SIMPLEQ_NEXT(variable, field))

// ---- TAILQ: a queue with links forward and back ----

#define TAILQ_HEAD(name, type) \
	struct name { \
		struct type *tqh_first; \
		struct type **tqh_last; \
	}
#define TAILQ_HEAD_INITIALIZER(head) {0, &(head).tqh_first}
#define TAILQ_ENTRY(type) \
	struct { \
		struct type *tqe_next; \
		struct type **tqe_prev; \
	}
#define TAILQ_FIRST(head) ((head)->tqh_first)
#define TAILQ_EMPTY(head) (TAILQ_FIRST(head) == 0)
#define TAILQ_NEXT(element, field) ((element)->field.tqe_next)
#define TAILQ_LAST(head, name) (*((struct name *)((head)->tqh_last))->tqh_last)
#define TAILQ_PREV(element, name, field) (*((struct name *)((element)->field.tqe_prev))->tqh_last)
#define TAILQ_INIT(head) \
	do { \
		(head)->tqh_first = 0; \
		(head)->tqh_last = &(head)->tqh_first; \
	} while (0)
#define TAILQ_INSERT_HEAD(head, element, field) \
	do { \
		if (((element)->field.tqe_next = (head)->tqh_first) != 0) \
			(head)->tqh_first->field.tqe_prev = &(element)->field.tqe_next; \
		else \
			(head)->tqh_last = &(element)->field.tqe_next; \
		(head)->tqh_first = (element); \
		(element)->field.tqe_prev = &(head)->tqh_first; \
	} while (0)
#define TAILQ_INSERT_TAIL(head, element, field) \
	do { \
		(element)->field.tqe_next = 0; \
		(element)->field.tqe_prev = (head)->tqh_last; \
		*(head)->tqh_last = (element); \
		(head)->tqh_last = &(element)->field.tqe_next; \
	} while (0)
#define TAILQ_INSERT_AFTER(head, before, element, field) \
	do { \
		if (((element)->field.tqe_next = (before)->field.tqe_next) != 0) \
			(element)->field.tqe_next->field.tqe_prev = &(element)->field.tqe_next; \
		else \
			(head)->tqh_last = &(element)->field.tqe_next; \
		(before)->field.tqe_next = (element); \
		(element)->field.tqe_prev = &(before)->field.tqe_next; \
	} while (0)
#define TAILQ_INSERT_BEFORE(after, element, field) \
	do { \
		(element)->field.tqe_prev = (after)->field.tqe_prev; \
		(element)->field.tqe_next = (after); \
		*(after)->field.tqe_prev = (element); \
		(after)->field.tqe_prev = &(element)->field.tqe_next; \
	} while (0)
#define TAILQ_REMOVE(head, element, field) \
	do { \
		if ((element)->field.tqe_next != 0) \
			(element)->field.tqe_next->field.tqe_prev = (element)->field.tqe_prev; \
		else \
			(head)->tqh_last = (element)->field.tqe_prev; \
		*(element)->field.tqe_prev = (element)->field.tqe_next; \
	} while (0)
#define TAILQ_CONCAT(first, second, field) \
	do { \
		if (!TAILQ_EMPTY(second)) { \
			*(first)->tqh_last = (second)->tqh_first; \
			(second)->tqh_first->field.tqe_prev = (first)->tqh_last; \
			(first)->tqh_last = (second)->tqh_last; \
			TAILQ_INIT(second); \
		} \
	} while (0)
#define TAILQ_FOREACH(variable, head, field) \
	for ((variable) = TAILQ_FIRST(head); (variable); (variable) = TAILQ_NEXT(variable, field))
#define TAILQ_FOREACH_REVERSE(variable, head, name, field) \
	for ((variable) = TAILQ_LAST(head, name); (variable); (variable) = TAILQ_PREV(variable, name, field))

// ---- CIRCLEQ: a circle ----

#define CIRCLEQ_HEAD(name, type) \
	struct name { \
		struct type *cqh_first; \
		struct type *cqh_last; \
	}
#define CIRCLEQ_HEAD_INITIALIZER(head) {(void *)&(head), (void *)&(head)}
#define CIRCLEQ_ENTRY(type) \
	struct { \
		struct type *cqe_next; \
		struct type *cqe_prev; \
	}
#define CIRCLEQ_FIRST(head) ((head)->cqh_first)
#define CIRCLEQ_LAST(head) ((head)->cqh_last)
#define CIRCLEQ_EMPTY(head) (CIRCLEQ_FIRST(head) == (void *)(head))
#define CIRCLEQ_NEXT(element, field) ((element)->field.cqe_next)
#define CIRCLEQ_PREV(element, field) ((element)->field.cqe_prev)
#define CIRCLEQ_LOOP_NEXT(head, element, field) \
	((element)->field.cqe_next == (void *)(head) ? CIRCLEQ_FIRST(head) : CIRCLEQ_NEXT(element, field))
#define CIRCLEQ_LOOP_PREV(head, element, field) \
	((element)->field.cqe_prev == (void *)(head) ? CIRCLEQ_LAST(head) : CIRCLEQ_PREV(element, field))
#define CIRCLEQ_INIT(head) \
	do { \
		(head)->cqh_first = (void *)(head); \
		(head)->cqh_last = (void *)(head); \
	} while (0)
#define CIRCLEQ_INSERT_AFTER(head, before, element, field) \
	do { \
		(element)->field.cqe_next = (before)->field.cqe_next; \
		(element)->field.cqe_prev = (before); \
		if ((before)->field.cqe_next == (void *)(head)) \
			(head)->cqh_last = (element); \
		else \
			(before)->field.cqe_next->field.cqe_prev = (element); \
		(before)->field.cqe_next = (element); \
	} while (0)
#define CIRCLEQ_INSERT_BEFORE(head, after, element, field) \
	do { \
		(element)->field.cqe_next = (after); \
		(element)->field.cqe_prev = (after)->field.cqe_prev; \
		if ((after)->field.cqe_prev == (void *)(head)) \
			(head)->cqh_first = (element); \
		else \
			(after)->field.cqe_prev->field.cqe_next = (element); \
		(after)->field.cqe_prev = (element); \
	} while (0)
#define CIRCLEQ_INSERT_HEAD(head, element, field) \
	do { \
		(element)->field.cqe_next = (head)->cqh_first; \
		(element)->field.cqe_prev = (void *)(head); \
		if ((head)->cqh_last == (void *)(head)) \
			(head)->cqh_last = (element); \
		else \
			(head)->cqh_first->field.cqe_prev = (element); \
		(head)->cqh_first = (element); \
	} while (0)
#define CIRCLEQ_INSERT_TAIL(head, element, field) \
	do { \
		(element)->field.cqe_next = (void *)(head); \
		(element)->field.cqe_prev = (head)->cqh_last; \
		if ((head)->cqh_first == (void *)(head)) \
			(head)->cqh_first = (element); \
		else \
			(head)->cqh_last->field.cqe_next = (element); \
		(head)->cqh_last = (element); \
	} while (0)
#define CIRCLEQ_REMOVE(head, element, field) \
	do { \
		if ((element)->field.cqe_next == (void *)(head)) \
			(head)->cqh_last = (element)->field.cqe_prev; \
		else \
			(element)->field.cqe_next->field.cqe_prev = (element)->field.cqe_prev; \
		if ((element)->field.cqe_prev == (void *)(head)) \
			(head)->cqh_first = (element)->field.cqe_next; \
		else \
			(element)->field.cqe_prev->field.cqe_next = (element)->field.cqe_next; \
	} while (0)
#define CIRCLEQ_FOREACH(variable, head, field) \
	for ((variable) = CIRCLEQ_FIRST(head); (variable) != (void *)(head); (variable) = CIRCLEQ_NEXT(variable, field))
#define CIRCLEQ_FOREACH_REVERSE(variable, head, field) \
	for ((variable) = CIRCLEQ_LAST(head); (variable) != (void *)(head); (variable) = CIRCLEQ_PREV(variable, field))

#endif
