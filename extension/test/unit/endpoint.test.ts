import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { checkBase, EndpointError, listModels } from '../../src/reviewer/endpoint';

/** Runs a test against a server on this machine. */
async function against(answer: RequestListener, ask: (base: string) => Promise<void>): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const reply =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

test('an endpoint lists its models in order, and gets the key', async () => {
  const seen: (string | undefined)[] = [];
  const answer: RequestListener = (request, response) => {
    seen.push(request.url, request.headers.authorization);
    response.end('{"data":[{"id":"b"},{"id":"a"},{"id":"b"},{"nonsense":1},null]}');
  };
  await against(answer, async (base) => assert.deepEqual(await listModels(base, 'sk-1'), ['a', 'b']));
  assert.deepEqual(seen, ['/v1/models', 'Bearer sk-1']);
});

test('what is wrong with an endpoint is one clear sentence', async () => {
  const cases: [string, RequestListener, RegExp, boolean?][] = [
    ['a key is wanted', reply(401, '{}'), /does not accept the key/, true],
    ['a login page', reply(200, '<!doctype html><title>Log in</title>'), /web page, such as a login/],
    ['sent to a login', reply(302, '', { location: 'http://127.0.0.1:1/login' }), /another page, such as a login/],
    ['no models', reply(200, '{"data":[]}'), /has no models/],
    ['another API', reply(200, '{"hello":"world"}'), /does not answer like OpenAI's API/],
    ['no JSON', reply(200, 'pong'), /does not answer like OpenAI's API/],
    ['another path', reply(404, 'not found'), /no list of models at this address/],
    ['too busy', reply(429, ''), /no more requests/],
    ['broken', reply(502, '<html>'), /failed \(502\)/],
    ['silent', () => undefined, /did not answer within 0.3 seconds/],
  ];
  for (const [name, answer, want, wantsKey = false] of cases) {
    await against(answer, async (base) => {
      await assert.rejects(listModels(base, 'sk-1', 300), (error: EndpointError) => {
        assert.match(error.message, want, name);
        assert.equal(error.wantsKey, wantsKey, name);
        assert.doesNotMatch(error.message, /sk-1|\n/, name);
        return true;
      });
    });
  }
});

test('a server that is down is told, and one without a key is asked for it', async () => {
  let base = '';
  await against(reply(401, ''), async (at) => {
    base = at;
    await assert.rejects(listModels(at, ''), /wants a key/);
  });
  await assert.rejects(listModels(base, ''), /^EndpointError: No connection to 127\.0\.0\.1|^Error: No connection/);
});

test('an address is checked before anything is sent', () => {
  assert.deepEqual(checkBase(' https://example.com/v1/ '), { base: 'https://example.com/v1' });
  assert.deepEqual(checkBase('http://localhost:8080/v1?x=1#y'), { base: 'http://localhost:8080/v1' });
  for (const wrong of ['', 'example.com/v1', 'ftp://example.com', 'file:///etc', 'https://user:pw@example.com/v1']) {
    assert.ok('wrong' in checkBase(wrong), wrong);
  }
});
