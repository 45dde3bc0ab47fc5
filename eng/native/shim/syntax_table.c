// Flattens a tree into an array, in the order and with the values that a TSTreeCursor reports.
// It walks the subtrees itself: a cursor also tracks rows, columns and descendant indexes at each step,
// which makes it several times slower. The stack is explicit, so depth costs memory, not the C stack.
#include "codexaura.h"
#include <stdlib.h>
#include <string.h>
#include "language.h"
#include "tree.h"

#define INLINE_FRAMES 256
#define NO_ENTRY UINT32_MAX

typedef struct {
  const Subtree *children;
  const TSSymbol *aliases;
  const TSFieldMapEntry *fields;
  const TSFieldMapEntry *fields_end;
  uint32_t child_count;
  uint32_t child_index;
  uint32_t structural_index;  // counts what the grammar wrote; extras such as comments are not in it
  uint32_t position;
  uint32_t entry;             // whose subtree ends with this frame; NO_ENTRY for a hidden node
  uint8_t field;              // of the hidden node whose children these are
} Frame;

static void open_frame(
  Frame *frame, const TSLanguage *language, Subtree parent, uint32_t position, uint32_t entry, uint8_t field) {
  frame->children = ts_subtree_children(parent);
  frame->child_count = parent.ptr->child_count;
  frame->child_index = 0;
  frame->structural_index = 0;
  frame->position = position;
  frame->entry = entry;
  frame->field = field;
  frame->aliases = ts_language_alias_sequence(language, parent.ptr->production_id);
  ts_language_field_map(language, parent.ptr->production_id, &frame->fields, &frame->fields_end);
}

static inline uint8_t field_at(const Frame *frame) {
  for (const TSFieldMapEntry *map = frame->fields; map < frame->fields_end; map++) {
    if (!map->inherited && map->child_index == frame->structural_index) return (uint8_t)map->field_id;
  }
  return frame->field;
}

static inline SyntaxEntry new_entry(
  const TSLanguage *language, Subtree node, TSSymbol alias, uint32_t position, uint32_t index, uint8_t field) {
  TSSymbol symbol = alias ? alias : ts_subtree_symbol(node);
  bool is_error = symbol == ts_builtin_sym_error;
  bool is_named = alias && !is_error ? language->symbol_metadata[alias].named : ts_subtree_named(node);
  return (SyntaxEntry) {
    .start_byte = position,
    .end_byte = position + ts_subtree_size(node).bytes,
    .next = index + 1,
    .symbol = is_error ? symbol : language->public_symbol_map[symbol],
    .field = field,
    .flags = (uint8_t)(
      (is_named ? SYNTAX_NAMED : 0) | (ts_subtree_missing(node) ? SYNTAX_MISSING : 0) |
      (is_error ? SYNTAX_ERROR : 0) | (ts_subtree_error_cost(node) > 0 ? SYNTAX_HAS_ERROR : 0) |
      (ts_subtree_extra(node) ? SYNTAX_EXTRA : 0)),
  };
}

uint32_t codexaura_syntax_table_size(const TSTree *tree) {
  return ts_subtree_visible_descendant_count(tree->root) + 1;
}

uint32_t codexaura_syntax_table_fill(
  const TSTree *tree, const uint8_t *skip, uint32_t skip_count, SyntaxEntry *entries, uint32_t capacity) {
  const TSLanguage *language = tree->language;
  uint32_t position = ts_subtree_padding(tree->root).bytes;
  if (capacity == 0) return SYNTAX_TABLE_TOO_SMALL;
  entries[0] = new_entry(language, tree->root, 0, position, 0, 0);
  uint32_t count = 1;
  uint8_t root_skip = entries[0].symbol < skip_count ? skip[entries[0].symbol] : SKIP_NOTHING;
  if (ts_subtree_visible_child_count(tree->root) == 0 || root_skip == SKIP_CHILDREN) return count;

  Frame inline_frames[INLINE_FRAMES];
  Frame *frames = inline_frames;
  uint32_t frame_capacity = INLINE_FRAMES, depth = 1;
  open_frame(&frames[0], language, tree->root, position, 0, 0);

  while (depth > 0) {
    Frame *frame = &frames[depth - 1];
    if (frame->child_index == frame->child_count) {
      if (frame->entry != NO_ENTRY) entries[frame->entry].next = count;
      depth--;
      continue;
    }

    Subtree child = frame->children[frame->child_index];
    if (frame->child_index++ > 0) frame->position += ts_subtree_padding(child).bytes;
    position = frame->position;
    frame->position += ts_subtree_size(child).bytes;

    TSSymbol alias = 0;
    uint8_t field = 0;
    if (!ts_subtree_extra(child)) {
      if (frame->aliases) alias = frame->aliases[frame->structural_index];
      field = field_at(frame);
      frame->structural_index++;
    }

    bool has_children = ts_subtree_visible_child_count(child) > 0;
    uint32_t owner = NO_ENTRY;
    if (ts_subtree_visible(child) || alias) {
      SyntaxEntry entry = new_entry(language, child, alias, position, count, field);
      uint8_t action = entry.symbol < skip_count ? skip[entry.symbol] : SKIP_NOTHING;
      if (action == SKIP_LEAF && !has_children && !(entry.flags & SYNTAX_MISSING)) continue;
      if (count == capacity) {
        count = SYNTAX_TABLE_TOO_SMALL;
        break;
      }
      owner = count;
      entries[count++] = entry;
      if (action == SKIP_CHILDREN) continue;
      field = 0;
    }

    if (!has_children) continue;
    if (depth == frame_capacity) {
      Frame *grown = realloc(frames == inline_frames ? NULL : frames, 2 * (size_t)frame_capacity * sizeof(Frame));
      if (!grown) {
        count = SYNTAX_TABLE_NO_MEMORY;
        break;
      }
      if (frames == inline_frames) memcpy(grown, frames, sizeof(inline_frames));
      frames = grown;
      frame_capacity *= 2;
    }
    open_frame(&frames[depth++], language, child, position, owner, field);
  }

  if (frames != inline_frames) free(frames);
  return count;
}
