// Talks to a server with the TypeScript SDK and fails loudly where something is not as it should be.
// usage: node client.mjs stdio COMMAND ARGUMENT… | node client.mjs http URL
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [kind, target, ...rest] = process.argv.slice(2);
const transport = kind === 'http'
  ? new StreamableHTTPClientTransport(new URL(target))
  : new StdioClientTransport({ command: target, args: rest, env: process.env, stderr: 'inherit' });
const client = new Client({ name: 'typescript', version: '1' }, { capabilities: {} });
client.onerror = error => { console.error('client error:', error.message); };
const limits = { timeout: 120000 };

await client.connect(transport);
assert.equal(client.getServerVersion().name, 'codex-aura');
assert.deepEqual(await client.ping(), {});

// From here on the client checks each structured answer against the tool's output schema by itself.
const { tools } = await client.listTools();
assert.equal(tools.length, 7);

const progress = [];
const refreshed = await client.callTool({ name: 'refresh', arguments: { full: true } }, undefined, { ...limits, onprogress: p => progress.push(p.progress) });
assert.ok(!refreshed.isError, refreshed.content[0].text);
assert.ok(progress.length > 0, 'no progress');

const calls = [
  ['get_context', { task: 'the discount is larger than the price of the cart', max_tokens: 2000 }],
  ['find_symbol', { query: 'Cart.add' }],
  ['get_dependencies', { symbol: 'Cart.add', relation: 'callers' }],
  ['analyze_impact', { symbols: ['Cart.add'] }],
  ['read_symbol', { symbol: 'Cart' }],
  ['graph_overview', {}],
];
for (const [name, args] of calls) {
  const result = await client.callTool({ name, arguments: args }, undefined, limits);
  assert.ok(!result.isError, result.content[0].text);
  assert.ok(result.content[0].text.includes('up to date]'), result.content[0].text);
  assert.ok(result.structuredContent.graph, name);
}

const unknown = await client.callTool({ name: 'find_symbol', arguments: { query: 'OrderSrvice.plcae' } });
assert.ok(unknown.isError && unknown.content[0].text.includes('Nearest:'), unknown.content[0].text);

const { resources } = await client.listResources();
assert.ok(resources.some(r => r.uri === 'codex-aura://overview'));
const { resourceTemplates } = await client.listResourceTemplates();
assert.equal(resourceTemplates.length, 2);
const node = await client.readResource({ uri: 'codex-aura://node/src/shop/cart.py::class::Cart' });
assert.ok(node.contents[0].text.includes('class Cart'));

const { prompts } = await client.listPrompts();
assert.equal(prompts.length, 3);
const prompt = await client.getPrompt({ name: 'explain_module', arguments: { module: 'src/shop/pricing' } });
assert.ok(prompt.messages[0].content.text.includes('PriceList'));
const completed = await client.complete({ ref: { type: 'ref/prompt', name: 'explain_module' }, argument: { name: 'module', value: 'src/shop/pri' } });
assert.ok(completed.completion.values.includes('src/shop/pricing'));

const many = await Promise.all(Array.from({ length: 20 }, (_, i) =>
  client.callTool({ name: 'find_symbol', arguments: { query: i % 2 ? 'Cart' : 'Money' } }, undefined, limits)));
assert.ok(many.every((r, i) => r.structuredContent.matches[0].symbol === (i % 2 ? 'Cart' : 'Money')));

const stop = new AbortController();
const stopped = client.callTool({ name: 'refresh', arguments: { full: true } }, undefined, { ...limits, signal: stop.signal });
stop.abort('changed my mind');
await assert.rejects(stopped);
assert.deepEqual(await client.ping(), {});

await client.close();
console.log('ok');
