// A tree lives for as long as it takes to read it once, and is made of hundreds of thousands of small blocks: malloc, free and
// the system calls below them are a tenth of parsing. Here a block is cut off a chunk, or taken from a list of freed ones of its
// size, and at the end all of them are taken back by setting a pointer. Chunks are used again for the next file, so that the
// kernel makes fresh pages once for each thread and not once for each file.
#include "arena.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "tree_sitter/api.h"
#if defined(__linux__)
#include <sys/mman.h>
#endif

#define CHUNK_SIZE ((size_t)2 << 20)   // of a huge page, where there are any
#define MOST_CHUNKS_KEPT 8             // what one huge file needed is not kept for the small ones after it
#define UNIT ((size_t)16)
#define SMALL_CLASSES 33               // with the header up to 528 bytes, in steps of a unit
#define CLASSES (SMALL_CLASSES + 10)   // then by powers of two, up to half a megabyte
#define LARGE UINT32_MAX

// Before each block, so that its size is known when it is freed.
typedef union {
  uint32_t class_index;
  uint64_t aligned;
} Header;

// Two words on 64 bits, so that it keeps the alignment.
typedef struct Chunk {
  struct Chunk *next;
  size_t size;
} Chunk;

typedef struct FreeBlock {
  struct FreeBlock *next;
} FreeBlock;

struct Arena {
  char *at, *end;          // what is left of the chunk in use
  Chunk *chunks;           // all of CHUNK_SIZE, in the order of use
  Chunk *in_use;
  Chunk *large;            // blocks that fit into no chunk, one each
  FreeBlock *free[CLASSES];
};

#if defined(__GLIBC__)
// One load; elsewhere a library that is loaded late may not have it.
#define THREAD_LOCAL static _Thread_local __attribute__((tls_model("initial-exec")))
#else
#define THREAD_LOCAL static _Thread_local
#endif
THREAD_LOCAL Arena *current;

static void *checked(void *memory, size_t size) {
  if (!memory && size > 0) {
    // As tree-sitter does: it has no way to go on.
    fprintf(stderr, "tree-sitter failed to allocate %zu bytes", size);
    abort();
  }
  return memory;
}

// Blocks are sorted by the room that they take with their header. Headers are half a unit long, so what follows one is aligned
// to a whole unit where the header is not.
static inline uint32_t class_of(size_t size) {
  size_t units = (size + sizeof(Header) + UNIT - 1) / UNIT;
  if (units < SMALL_CLASSES) return (uint32_t)units;
  uint32_t index = SMALL_CLASSES;
  for (size_t most = 1024; most < size + sizeof(Header) && index < CLASSES; most *= 2) index++;
  return index < CLASSES ? index : LARGE;
}

static inline size_t room_of(uint32_t class_index) {
  return class_index < SMALL_CLASSES ? class_index * UNIT : (size_t)1024 << (class_index - SMALL_CLASSES);
}

static Chunk *new_chunk(void) {
#if defined(__linux__)
  void *memory = NULL;
  if (posix_memalign(&memory, CHUNK_SIZE, CHUNK_SIZE) != 0) memory = NULL;
  checked(memory, CHUNK_SIZE);
  madvise(memory, CHUNK_SIZE, MADV_HUGEPAGE);
#else
  void *memory = checked(malloc(CHUNK_SIZE), CHUNK_SIZE);
#endif
  Chunk *chunk = memory;
  chunk->next = NULL;
  chunk->size = CHUNK_SIZE;
  return chunk;
}

static void use(Arena *arena, Chunk *chunk) {
  arena->in_use = chunk;
  arena->at = (char *)chunk + sizeof(Chunk) + UNIT - sizeof(Header);
  arena->end = (char *)chunk + chunk->size;
}

static void *allocate_large(Arena *arena, size_t size) {
  size_t whole = sizeof(Chunk) + UNIT + size;
  Chunk *block = checked(malloc(whole), whole);
  block->size = size;
  block->next = arena->large;
  arena->large = block;
  Header *header = (Header *)((char *)block + sizeof(Chunk) + UNIT - sizeof(Header));
  header->class_index = LARGE;
  return header + 1;
}

static void *allocate_fresh(Arena *arena, uint32_t class_index) {
  size_t whole = room_of(class_index);
  if ((size_t)(arena->end - arena->at) < whole) {
    // What is left of the chunk is lost until the arena is reset.
    if (!arena->in_use->next) arena->in_use->next = new_chunk();
    use(arena, arena->in_use->next);
  }
  Header *header = (Header *)arena->at;
  arena->at += whole;
  header->class_index = class_index;
  return header + 1;
}

static inline void *allocate(Arena *arena, size_t size) {
  uint32_t class_index = class_of(size);
  if (class_index == LARGE) return allocate_large(arena, size);
  FreeBlock *block = arena->free[class_index];
  if (!block) return allocate_fresh(arena, class_index);
  arena->free[class_index] = block->next;
  return block;
}

static void *arena_malloc(size_t size) {
  Arena *arena = current;
  return arena ? allocate(arena, size) : checked(malloc(size), size);
}

static void *arena_calloc(size_t count, size_t size) {
  Arena *arena = current;
  if (!arena) return checked(calloc(count, size), count * size);
  if (size > 0 && count > SIZE_MAX / size) return checked(NULL, SIZE_MAX);
  return memset(allocate(arena, count * size), 0, count * size);
}

static void arena_free(void *memory) {
  Arena *arena = current;
  if (!arena) {
    free(memory);
    return;
  }
  if (!memory) return;
  uint32_t class_index = ((Header *)memory - 1)->class_index;
  // Large blocks are few: they wait for the reset.
  if (class_index == LARGE) return;
  FreeBlock *block = memory;
  block->next = arena->free[class_index];
  arena->free[class_index] = block;
}

static void *arena_realloc(void *memory, size_t size) {
  Arena *arena = current;
  if (!arena) return checked(realloc(memory, size), size);
  if (!memory) return allocate(arena, size);
  uint32_t class_index = ((Header *)memory - 1)->class_index;
  size_t old = class_index == LARGE
    ? ((Chunk *)((char *)memory - UNIT - sizeof(Chunk)))->size
    : room_of(class_index) - sizeof(Header);
  if (size <= old) return memory;
  void *moved = memcpy(allocate(arena, size), memory, old);
  arena_free(memory);
  return moved;
}

Arena *arena_new(void) {
  // Where no arena is entered, these are what tree-sitter has by itself; so it does not matter what other threads are at.
  ts_set_allocator(arena_malloc, arena_calloc, arena_realloc, arena_free);
  Arena *arena = calloc(1, sizeof(Arena));
  if (!arena) return NULL;
  use(arena, arena->chunks = new_chunk());
  return arena;
}

static void free_all(Chunk *chunk) {
  while (chunk) {
    Chunk *next = chunk->next;
    free(chunk);
    chunk = next;
  }
}

void arena_delete(Arena *arena) {
  if (!arena) return;
  free_all(arena->chunks);
  free_all(arena->large);
  free(arena);
}

void arena_enter(Arena *arena) { current = arena; }

void arena_leave(void) { current = NULL; }

void arena_reset(Arena *arena) {
  free_all(arena->large);
  arena->large = NULL;
  memset(arena->free, 0, sizeof(arena->free));
  Chunk *last = arena->chunks;
  for (int i = 1; i < MOST_CHUNKS_KEPT && last->next; i++) last = last->next;
  free_all(last->next);
  last->next = NULL;
  use(arena, arena->chunks);
}
