// <obstack.h>: a stack of objects in large chunks, the topmost of which may still grow.
#ifndef _OBSTACK_H
#define _OBSTACK_H

#include <stddef.h>
#include <string.h>

struct _obstack_chunk {
	char *limit;
	struct _obstack_chunk *prev;
	char contents[4];
};

struct obstack {
	long chunk_size;
	struct _obstack_chunk *chunk;
	char *object_base;
	char *next_free;
	char *chunk_limit;
	union {
		ptrdiff_t tempint;
		void *tempptr;
	} temp;
	int alignment_mask;
	void *(*chunkfun)(void *, long);
	void (*freefun)(void *, void *);
	void *extra_arg;
	unsigned use_extra_arg : 1;
	unsigned maybe_empty_object : 1;
	unsigned alloc_failed : 1;
};

extern void (*obstack_alloc_failed_handler)(void);
extern int obstack_exit_failure;

int _obstack_allocated_p(struct obstack *stack, void *object);
int _obstack_begin(struct obstack *stack, int size, int alignment, void *(*allocate)(long), void (*release)(void *));
int _obstack_begin_1(struct obstack *stack, int size, int alignment, void *(*allocate)(void *, long),
	void (*release)(void *, void *), void *argument);
void *__obstack_finish(struct obstack *stack);
void __obstack_grow(struct obstack *stack, const void *bytes, int size);
void __obstack_room(struct obstack *stack, int size);
int _obstack_memory_used(struct obstack *stack);
void _obstack_newchunk(struct obstack *stack, int size);
void __obstack_free(struct obstack *stack, void *object);

#define obstack_init(stack) \
	_obstack_begin((stack), 0, 0, (void *(*)(long))obstack_chunk_alloc, (void (*)(void *))obstack_chunk_free)
#define obstack_begin(stack, size) \
	_obstack_begin((stack), (size), 0, (void *(*)(long))obstack_chunk_alloc, (void (*)(void *))obstack_chunk_free)
#define obstack_specify_allocation(stack, size, alignment, allocate, release) \
	_obstack_begin((stack), (size), (alignment), (void *(*)(long))(allocate), (void (*)(void *))(release))
#define obstack_specify_allocation_with_arg(stack, size, alignment, allocate, release, argument) \
	_obstack_begin_1((stack), (size), (alignment), (void *(*)(void *, long))(allocate), \
		(void (*)(void *, void *))(release), (argument))

#define obstack_base(stack) ((void *)(stack)->object_base)
#define obstack_chunk_size(stack) ((stack)->chunk_size)
#define obstack_next_free(stack) ((stack)->next_free)
#define obstack_alignment_mask(stack) ((stack)->alignment_mask)
#define obstack_memory_used(stack) _obstack_memory_used(stack)
#define obstack_object_size(stack) ((int)((stack)->next_free - (stack)->object_base))
#define obstack_room(stack) ((int)((stack)->chunk_limit - (stack)->next_free))
#define obstack_empty_p(stack) \
	((stack)->chunk->prev == 0 && (stack)->next_free == (stack)->object_base && \
		(stack)->object_base - (char *)(stack)->chunk <= 16 + (stack)->alignment_mask)

#define obstack_make_room(stack, size) __obstack_room((stack), (size))
#define obstack_grow(stack, from, size) __obstack_grow((stack), (from), (size))
#define obstack_grow0(stack, from, size) (__obstack_grow((stack), (from), (size)), __obstack_grow((stack), "", 1))
#define obstack_1grow(stack, letter) \
	((stack)->next_free + 1 > (stack)->chunk_limit ? _obstack_newchunk((stack), 1) : (void)0, \
		(void)(*(stack)->next_free++ = (letter)))
#define obstack_ptr_grow(stack, pointer) \
	(__obstack_room((stack), sizeof(void *)), (void)(*(const void **)(stack)->next_free = (pointer)), \
		(void)((stack)->next_free += sizeof(void *)))
#define obstack_int_grow(stack, number) \
	(__obstack_room((stack), sizeof(int)), (void)(*(int *)(stack)->next_free = (number)), \
		(void)((stack)->next_free += sizeof(int)))
#define obstack_1grow_fast(stack, letter) ((void)(*(stack)->next_free++ = (letter)))
#define obstack_ptr_grow_fast(stack, pointer) \
	((void)(*(const void **)(stack)->next_free = (pointer)), (void)((stack)->next_free += sizeof(void *)))
#define obstack_int_grow_fast(stack, number) \
	((void)(*(int *)(stack)->next_free = (number)), (void)((stack)->next_free += sizeof(int)))
#define obstack_blank(stack, size) (__obstack_room((stack), (size)), (void)((stack)->next_free += (size)))
#define obstack_blank_fast(stack, size) ((void)((stack)->next_free += (size)))
#define obstack_finish(stack) __obstack_finish(stack)
#define obstack_alloc(stack, size) (obstack_blank((stack), (size)), __obstack_finish(stack))
#define obstack_copy(stack, from, size) (__obstack_grow((stack), (from), (size)), __obstack_finish(stack))
#define obstack_copy0(stack, from, size) (obstack_grow0((stack), (from), (size)), __obstack_finish(stack))
#define obstack_free(stack, object) __obstack_free((stack), (object))

#endif
