#include "codexaura.h"
#include <stdlib.h>
#include "arena.h"
#include "tree.h"

struct CodexAuraReader {
  const TSLanguage *language;
  Arena *arena;
  TSTree *tree;  // in the arena
};

CodexAuraReader *codexaura_reader_new(const TSLanguage *language) {
  CodexAuraReader *reader = malloc(sizeof(CodexAuraReader));
  if (!reader) return NULL;
  reader->language = language;
  reader->tree = NULL;
  reader->arena = arena_new();
  if (reader->arena) return reader;
  free(reader);
  return NULL;
}

void codexaura_reader_delete(CodexAuraReader *reader) {
  if (!reader) return;
  arena_delete(reader->arena);
  free(reader);
}

void codexaura_reader_clear(CodexAuraReader *reader) {
  reader->tree = NULL;
  arena_reset(reader->arena);
}

uint32_t codexaura_reader_parse(CodexAuraReader *reader, const char *text, uint32_t length, const uint32_t *cancelled) {
  codexaura_reader_clear(reader);
  arena_enter(reader->arena);
  // A parser keeps memory from one text to the next, and so can't outlive the arena. Making one is as cheap as a few lines of source.
  TSParser *parser = ts_parser_new();
  if (ts_parser_set_language(parser, reader->language)) reader->tree = codexaura_parse(parser, text, length, cancelled);
  ts_parser_delete(parser);
  arena_leave();
  if (reader->tree) return codexaura_syntax_table_size(reader->tree);
  codexaura_reader_clear(reader);
  return 0;
}

uint32_t codexaura_reader_fill(CodexAuraReader *reader, const uint8_t *skip, uint32_t skip_count, SyntaxEntry *entries, uint32_t capacity) {
  return reader->tree ? codexaura_syntax_table_fill(reader->tree, skip, skip_count, entries, capacity) : 0;
}
