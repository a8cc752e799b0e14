import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandOf } from '../../src/commands/name';
import own from '../../src/commands/own.json';
import extra from '../../src/settings.json';
import tables from '../../src/tables.json';

interface Manifest {
  contributes: {
    commands: { command: string; title: string }[];
    menus: Record<string, { command?: string }[]>;
    keybindings: { command: string }[];
    walkthroughs: { steps: { media: { image: Record<string, string> } }[] }[];
    configuration: { properties: Record<string, { markdownDescription?: string; default?: unknown }> };
  };
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const sorted = (list: string[]) => [...list].sort();

test('the commands of the manifest are those of the code and of the server', () => {
  const expected = [...own.map((c) => `designls.${c.id}`), ...tables.actions.map((a) => commandOf(a.id))];
  assert.deepEqual(sorted(manifest.contributes.commands.map((c) => c.command)), sorted(expected));
  assert.equal(new Set(expected).size, expected.length, 'an action and a command have the same name');
});

test('every command of the table has its code', () => {
  const source = readFileSync('src/commands/index.ts', 'utf8');
  const handlers = /const handlers[^{]*\{(.*?)\n\};/s.exec(source)?.[1] ?? '';
  const names = [...handlers.matchAll(/^ {2}(\w+)[,:]/gm)].map((m) => m[1]!);
  assert.deepEqual(sorted(names), sorted(own.map((c) => c.id)));
});

test('menus and keys name commands that are there', () => {
  const known = new Set(manifest.contributes.commands.map((c) => c.command));
  const used = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
  for (const { command } of used) if (command) assert.ok(known.has(command), command);
});

test('the settings of the manifest are those of the server and of the extension', () => {
  const expected = [
    ...tables.settings.map((s) => `designls.${s.name}`),
    ...Object.keys(extra).map((s) => `designls.${s}`),
  ];
  const properties = manifest.contributes.configuration.properties;
  assert.deepEqual(sorted(Object.keys(properties)), sorted(expected));
  for (const [name, schema] of Object.entries(properties)) {
    assert.ok(schema.markdownDescription, `${name} is not described`);
    assert.notEqual(schema.default, undefined, `${name} has no default`);
  }
});

test('what the manifest names is there', () => {
  const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
  const used = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map((m) => m[1]!));
  assert.deepEqual(sorted([...used]), sorted(Object.keys(words)));
  const known = new Set(manifest.contributes.commands.map((c) => c.command));
  for (const [, command] of Object.values(words)
    .join()
    .matchAll(/\(command:([\w.]+)\)/g)) {
    assert.ok(known.has(command!), command);
  }
  const images = manifest.contributes.walkthroughs.flatMap((w) => w.steps).flatMap((s) => Object.values(s.media.image));
  for (const image of images) assert.ok(existsSync(image), image);
});
