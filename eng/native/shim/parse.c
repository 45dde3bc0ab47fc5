#include "codexaura.h"
#include "language.h"

typedef struct {
  const char *text;
  uint32_t length;
} Source;

static const char *read_source(void *payload, uint32_t byte, TSPoint point, uint32_t *length) {
  (void)point;
  const Source *source = payload;
  if (byte >= source->length) {
    *length = 0;
    return "";
  }
  *length = source->length - byte;
  return source->text + byte;
}

// Here and not in managed code, because tree-sitter asks every hundred steps.
static bool is_cancelled(TSParseState *state) {
  return *(const volatile uint32_t *)state->payload != 0;
}

TSTree *codexaura_parse(TSParser *parser, const char *text, uint32_t length, const uint32_t *cancelled) {
  Source source = {text, length};
  TSInput input = {&source, read_source, TSInputEncodingUTF8, NULL};
  TSParseOptions options = {(void *)cancelled, cancelled ? is_cancelled : NULL};
  TSTree *tree = ts_parser_parse_with_options(parser, NULL, input, options);
  // Otherwise the next call would go on with this text, which its owner may have freed by then.
  if (!tree) ts_parser_reset(parser);
  return tree;
}

void codexaura_info(CodexAuraInfo *info) {
  info->abi = CODEXAURA_ABI;
  info->min_language_abi = TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION;
  info->max_language_abi = TREE_SITTER_LANGUAGE_VERSION;
  info->entry_size = sizeof(SyntaxEntry);
}

TSSymbol codexaura_public_symbol(const TSLanguage *language, TSSymbol symbol) {
  return ts_language_public_symbol(language, symbol);
}
