// Run once, between the two compilations of the libraries: parses and flattens the files whose paths come on standard input,
// so that the compiler learns which branches are taken.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "codexaura.h"

const TSLanguage *tree_sitter_python(void);

static char *read_file(const char *path, uint32_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *length = (uint32_t)ftell(file);
  rewind(file);
  char *text = malloc(*length + 1);
  if (text && fread(text, 1, *length, file) != *length) {
    free(text);
    text = NULL;
  }
  fclose(file);
  return text;
}

int main(void) {
  static char path[65536];
  CodexAuraReader *reader = codexaura_reader_new(tree_sitter_python());
  if (!reader) return 1;
  while (fgets(path, sizeof path, stdin)) {
    path[strcspn(path, "\n")] = 0;
    uint32_t length, goes_on = 0;
    char *text = read_file(path, &length);
    if (!text) return 1;
    uint32_t capacity = codexaura_reader_parse(reader, text, length, &goes_on);
    SyntaxEntry *entries = malloc(capacity * sizeof(SyntaxEntry));
    if (!entries || codexaura_reader_fill(reader, NULL, 0, entries, capacity) > capacity) return 1;
    free(entries);
    free(text);
  }
  codexaura_reader_delete(reader);
  return 0;
}
