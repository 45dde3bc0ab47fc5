// The floor that `codex-aura analyze` is measured against: reads the files whose paths come on standard input, one a line,
// parses each with tree-sitter and walks every node of its tree with a cursor, on one thread. Prints what it saw.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "tree_sitter/api.h"

const TSLanguage *tree_sitter_python(void);

static char *read_file(const char *path, long *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *length = ftell(file);
  rewind(file);
  char *text = malloc((size_t)*length + 1);
  if (text && fread(text, 1, (size_t)*length, file) != (size_t)*length) {
    free(text);
    text = NULL;
  }
  fclose(file);
  return text;
}

static long walk(const TSTree *tree) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  long nodes = 0, named = 0;
  for (;;) {
    TSNode node = ts_tree_cursor_current_node(&cursor);
    nodes++;
    named += ts_node_is_named(node) + (ts_tree_cursor_current_field_id(&cursor) > 60000);
    if (ts_tree_cursor_goto_first_child(&cursor)) continue;
    while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
      if (!ts_tree_cursor_goto_parent(&cursor)) {
        ts_tree_cursor_delete(&cursor);
        return named > 0 ? nodes : 0;
      }
    }
  }
}

int main(void) {
  TSParser *parser = ts_parser_new();
  if (!ts_parser_set_language(parser, tree_sitter_python())) return 1;
  static char path[65536];
  long files = 0, bytes = 0, lines = 0, nodes = 0;
  while (fgets(path, sizeof path, stdin)) {
    path[strcspn(path, "\n")] = 0;
    long length = 0;
    char *text = read_file(path, &length);
    if (!text) {
      fprintf(stderr, "%s: can't be read\n", path);
      return 1;
    }
    TSTree *tree = ts_parser_parse_string(parser, NULL, text, (uint32_t)length);
    nodes += walk(tree);
    for (char *at = text, *end = text + length; (at = memchr(at, '\n', (size_t)(end - at))); at++) lines++;
    ts_tree_delete(tree);
    free(text);
    files++;
    bytes += length;
  }
  ts_parser_delete(parser);
  printf("{\"files\": %ld, \"bytes\": %ld, \"lines\": %ld, \"nodes\": %ld}\n", files, bytes, lines, nodes);
  return 0;
}
