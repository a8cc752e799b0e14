// A server with OpenAI's API for the tests. It answers from a script, one reply after
// the other, and wants a key.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export const key = 'sk-test-4711';
export const model = 'scripted-1';

/** What a model has answered in a story that the server's own tests tell, too. */
export const phase = (name) => readFileSync(`../server/testdata/phases/${name}`, 'utf8');

/** A reply that begins, and never goes on. */
export const silence = Symbol('silence');

/**
 * Starts an endpoint. Replies are taken from its list "replies"; what was asked is in
 * "asked", and how many requests the other side has given up in "abandoned". "models"
 * are those that it lists; "answer" may answer a request in its own way, and say so.
 */
export async function startEndpoint() {
  const endpoint = { replies: [], asked: [], abandoned: 0, models: [model], answer: undefined };
  const server = createServer(async (request, response) => {
    const body = await read(request);
    if (endpoint.answer?.(request, response)) return;
    if (request.headers.authorization !== `Bearer ${key}`) return say(response, 401, { error: { message: 'no key' } });
    if (request.url === '/v1/models') return say(response, 200, { data: endpoint.models.map((id) => ({ id })) });
    const reply = endpoint.replies.shift();
    if (reply === undefined) return say(response, 400, { error: { message: 'the script has no reply for this' } });
    endpoint.asked.push(JSON.parse(body));
    response.on('close', () => (endpoint.abandoned += response.writableFinished ? 0 : 1));
    await stream(response, reply);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint.base = `http://127.0.0.1:${server.address().port}/v1`;
  endpoint.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return endpoint;
}

async function read(request) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

export function say(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Writes a reply as models do: a few words at a time. */
async function stream(response, reply) {
  const send = (data) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  const delta = (content) => send({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (reply === silence) return void delta('The celebrity threshold is');
  for (const part of reply.match(/[\s\S]{1,400}/g)) {
    delta(part);
    await wait(1);
  }
  send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
  send({ choices: [], usage: { prompt_tokens: 5200, completion_tokens: Math.ceil(reply.length / 4) } });
  response.end('data: [DONE]\n\n');
}
