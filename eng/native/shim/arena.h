// Memory of one parse, given back all at once.
#ifndef CODEXAURA_ARENA_H_
#define CODEXAURA_ARENA_H_

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_delete(Arena *arena);

// Makes tree-sitter take memory from the arena, on this thread, until arena_leave.
void arena_enter(Arena *arena);
void arena_leave(void);

// Takes back all that the arena gave out. Keeps some of it for the next parse.
void arena_reset(Arena *arena);

#endif
