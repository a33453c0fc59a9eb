// Obstacks: objects one behind the other in chunks; freeing one frees all that came after it.
#define _GNU_SOURCE
#include <obstack.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define ALIGNMENT 16
// What glibc leaves of a page for malloc's own record.
#define CHUNK 4064

static void no_memory(void)
{
	fprintf(stderr, "memory exhausted\n");
	exit(obstack_exit_failure);
}

int obstack_exit_failure = EXIT_FAILURE;
void (*obstack_alloc_failed_handler)(void) = no_memory;

static void *allocate(struct obstack *stack, long size)
{
	if (stack->use_extra_arg)
		return stack->chunkfun(stack->extra_arg, size);
	return ((void *(*)(long))stack->chunkfun)(size);
}

static void release(struct obstack *stack, void *chunk)
{
	if (stack->use_extra_arg)
		stack->freefun(stack->extra_arg, chunk);
	else
		((void (*)(void *))stack->freefun)(chunk);
}

static char *aligned(const struct obstack *stack, char *address)
{
	return (char *)(((uintptr_t)address + stack->alignment_mask) & ~(uintptr_t)stack->alignment_mask);
}

static int begin(struct obstack *stack, int size, int alignment)
{
	stack->chunk_size = size == 0 ? CHUNK : size;
	stack->alignment_mask = (alignment == 0 ? ALIGNMENT : alignment) - 1;
	struct _obstack_chunk *chunk = stack->chunk = allocate(stack, stack->chunk_size);
	if (chunk == NULL)
		obstack_alloc_failed_handler();
	stack->next_free = stack->object_base = aligned(stack, chunk->contents);
	stack->chunk_limit = chunk->limit = (char *)chunk + stack->chunk_size;
	chunk->prev = NULL;
	stack->maybe_empty_object = stack->alloc_failed = 0;
	return 1;
}

int _obstack_begin(struct obstack *stack, int size, int alignment, void *(*chunks)(long), void (*back)(void *))
{
	stack->chunkfun = (void *(*)(void *, long))chunks;
	stack->freefun = (void (*)(void *, void *))back;
	stack->use_extra_arg = 0;
	return begin(stack, size, alignment);
}

int _obstack_begin_1(struct obstack *stack, int size, int alignment, void *(*chunks)(void *, long), void (*back)(void *, void *), void *argument)
{
	stack->chunkfun = chunks;
	stack->freefun = back;
	stack->extra_arg = argument;
	stack->use_extra_arg = 1;
	return begin(stack, size, alignment);
}

// The object that grows moves into a chunk that has room for so many bytes more.
void _obstack_newchunk(struct obstack *stack, int size)
{
	struct _obstack_chunk *old = stack->chunk;
	long grown = stack->next_free - stack->object_base;
	long wanted = grown + size + (grown >> 3) + stack->alignment_mask + 100;
	if (wanted < stack->chunk_size)
		wanted = stack->chunk_size;
	struct _obstack_chunk *chunk = allocate(stack, wanted);
	if (chunk == NULL)
		obstack_alloc_failed_handler();
	stack->chunk = chunk;
	chunk->prev = old;
	stack->chunk_limit = chunk->limit = (char *)chunk + wanted;
	char *base = aligned(stack, chunk->contents);
	memcpy(base, stack->object_base, grown);
	if (!stack->maybe_empty_object && stack->object_base == aligned(stack, old->contents)) {
		chunk->prev = old->prev;
		release(stack, old);
	}
	stack->object_base = base;
	stack->next_free = base + grown;
	stack->maybe_empty_object = 0;
}

void __obstack_room(struct obstack *stack, int size)
{
	if (stack->chunk_limit - stack->next_free < size)
		_obstack_newchunk(stack, size);
}

void __obstack_grow(struct obstack *stack, const void *bytes, int size)
{
	__obstack_room(stack, size);
	memcpy(stack->next_free, bytes, size);
	stack->next_free += size;
}

void *__obstack_finish(struct obstack *stack)
{
	char *object = stack->object_base;
	if (stack->next_free == object)
		stack->maybe_empty_object = 1;
	stack->next_free = aligned(stack, stack->next_free);
	if (stack->next_free > stack->chunk_limit)
		stack->next_free = stack->chunk_limit;
	stack->object_base = stack->next_free;
	return object;
}

static int holds(const struct _obstack_chunk *chunk, const char *object)
{
	return (const char *)chunk < object && object <= chunk->limit;
}

int _obstack_allocated_p(struct obstack *stack, void *object)
{
	for (struct _obstack_chunk *chunk = stack->chunk; chunk != NULL; chunk = chunk->prev)
		if (holds(chunk, object))
			return 1;
	return 0;
}

void __obstack_free(struct obstack *stack, void *object)
{
	struct _obstack_chunk *chunk = stack->chunk;
	while (chunk != NULL && !holds(chunk, object)) {
		struct _obstack_chunk *older = chunk->prev;
		release(stack, chunk);
		chunk = older;
		stack->maybe_empty_object = 1;
	}
	if (chunk != NULL) {
		stack->object_base = stack->next_free = object;
		stack->chunk_limit = chunk->limit;
		stack->chunk = chunk;
	} else if (object != NULL)
		abort();
}

int _obstack_memory_used(struct obstack *stack)
{
	int bytes = 0;
	for (struct _obstack_chunk *chunk = stack->chunk; chunk != NULL; chunk = chunk->prev)
		bytes += chunk->limit - (char *)chunk;
	return bytes;
}

int obstack_vprintf(struct obstack *stack, const char *format, va_list arguments)
{
	char *text;
	int length = vasprintf(&text, format, arguments);
	if (length < 0)
		return length;
	__obstack_grow(stack, text, length);
	free(text);
	return length;
}

int obstack_printf(struct obstack *stack, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = obstack_vprintf(stack, format, arguments);
	va_end(arguments);
	return length;
}
