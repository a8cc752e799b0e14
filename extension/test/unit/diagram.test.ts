import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockAt, mermaidBlocks } from '../../src/diagram/block';
import { fit, zoom } from '../../webview/diagram/view';

test('blocks are found in lists, quotes, with tildes and attributes, and not in other code', () => {
  const text = [
    '```mermaid',
    'flowchart LR',
    '```',
    '> ~~~ mermaid {theme=dark}',
    '> A --> B',
    '> ~~~',
    '- ```{.mermaid}',
    '  pie',
    '  ```',
    '````markdown',
    '```mermaid',
    'not a diagram',
    '```',
    '````',
  ].join('\n');
  assert.deepEqual(
    mermaidBlocks(text).map((b) => [b.open, b.close, b.source]),
    [
      [0, 2, 'flowchart LR'],
      [3, 5, 'A --> B'],
      [6, 8, 'pie'],
    ],
  );
});

test('a block that is not closed ends with the text, also with CRLF', () => {
  assert.deepEqual(mermaidBlocks('a\r\n```mermaid\r\npie'), [{ open: 1, close: 3, source: 'pie' }]);
});

test('the block at a line includes its fences', () => {
  const blocks = mermaidBlocks('```mermaid\nx\n```\n\n```mermaid\ny\n```');
  assert.equal(blockAt(blocks, 2)?.source, 'x');
  assert.equal(blockAt(blocks, 3), undefined);
  assert.equal(blockAt(blocks, 4)?.source, 'y');
});

test('a picture is fitted into the window, and zoomed around a point', () => {
  const view = fit({ width: 100, height: 50 }, { width: 232, height: 400 });
  assert.deepEqual(view, { scale: 2, x: 16, y: 150 });
  const nearer = zoom(view, 2, { x: 16, y: 150 });
  assert.deepEqual(nearer, { scale: 4, x: 16, y: 150 });
  assert.equal(zoom(view, 1000, { x: 0, y: 0 }).scale, 20);
  assert.equal(fit({ width: 0, height: 0 }, { width: 10, height: 10 }).scale, 1);
});
