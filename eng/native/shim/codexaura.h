// What Codex Aura adds to the tree-sitter library. Compiled into the same shared library,
// against the library's internal headers: the pinned version in package-lock.json is the one
// these files are written for, and the tests compare them with the public API.
#ifndef CODEXAURA_H_
#define CODEXAURA_H_

#include <stdint.h>
#include "tree_sitter/api.h"

#if defined(_WIN32)
#define CODEXAURA_API __declspec(dllexport)
#else
#define CODEXAURA_API __attribute__((visibility("default")))
#endif

// Raised with every change of a signature or layout below; the managed side checks it when it loads.
#define CODEXAURA_ABI 2

enum {
  SYNTAX_NAMED = 1,
  SYNTAX_MISSING = 2,
  SYNTAX_ERROR = 4,
  SYNTAX_HAS_ERROR = 8,
  SYNTAX_EXTRA = 16,
};

enum {
  SKIP_NOTHING = 0,
  SKIP_LEAF = 1,      // leave the node out, if it has no children and is not missing
  SKIP_CHILDREN = 2,  // keep the node, leave out everything below it
};

typedef struct {
  uint32_t start_byte;
  uint32_t end_byte;
  uint32_t next;  // index of the first entry that is not below this one
  uint16_t symbol;
  uint8_t field;
  uint8_t flags;
} SyntaxEntry;

// The outcomes of codexaura_syntax_table_fill that are not a count of entries.
#define SYNTAX_TABLE_TOO_SMALL UINT32_MAX
#define SYNTAX_TABLE_NO_MEMORY (UINT32_MAX - 1)

typedef struct {
  uint32_t abi;
  uint32_t min_language_abi;
  uint32_t max_language_abi;
  uint32_t entry_size;
} CodexAuraInfo;

CODEXAURA_API void codexaura_info(CodexAuraInfo *info);

// The symbol that nodes report for a grammar symbol: symbols that differ only inside the grammar share one.
CODEXAURA_API TSSymbol codexaura_public_symbol(const TSLanguage *language, TSSymbol symbol);

// Parses `length` bytes of UTF-8. Returns NULL once *cancelled is not zero; `cancelled` may be NULL.
CODEXAURA_API TSTree *codexaura_parse(TSParser *parser, const char *text, uint32_t length, const uint32_t *cancelled);

// An upper bound, found in constant time, of the entries that a tree fills.
CODEXAURA_API uint32_t codexaura_syntax_table_size(const TSTree *tree);

// Writes the tree in preorder and returns the count of entries. Symbols from `skip_count` on are kept.
CODEXAURA_API uint32_t codexaura_syntax_table_fill(
  const TSTree *tree, const uint8_t *skip, uint32_t skip_count, SyntaxEntry *entries, uint32_t capacity);

// Parses one text after another and flattens each, in memory that is taken back all at once. For one thread at a time.
typedef struct CodexAuraReader CodexAuraReader;

// Returns NULL where there is no memory.
CODEXAURA_API CodexAuraReader *codexaura_reader_new(const TSLanguage *language);

CODEXAURA_API void codexaura_reader_delete(CodexAuraReader *reader);

// Parses like codexaura_parse, and keeps the tree in place of the one before. Returns an upper bound of the entries that it
// fills; 0 once *cancelled is not zero, or if the grammar's scanner failed.
CODEXAURA_API uint32_t codexaura_reader_parse(CodexAuraReader *reader, const char *text, uint32_t length, const uint32_t *cancelled);

// Like codexaura_syntax_table_fill for the tree that was parsed last.
CODEXAURA_API uint32_t codexaura_reader_fill(
  CodexAuraReader *reader, const uint8_t *skip, uint32_t skip_count, SyntaxEntry *entries, uint32_t capacity);

// Lets go of the tree, and of memory that it needed beyond the ordinary.
CODEXAURA_API void codexaura_reader_clear(CodexAuraReader *reader);

#endif
