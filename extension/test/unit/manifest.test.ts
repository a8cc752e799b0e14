import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandOf } from '../../src/commands/name';
import own from '../../src/commands/own.json';
import extra from '../../src/settings.json';
import tables from '../../src/tables.json';

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category: string; enablement?: string }[];
    menus: Record<string, { command?: string; submenu?: string; when?: string }[]>;
    keybindings: { command: string; when: string }[];
    walkthroughs: { steps: { media: { image: Record<string, string> } }[] }[];
    configuration: { properties: Record<string, Setting> };
  };
  activationEvents: string[];
  icon: string;
  categories: string[];
  keywords: string[];
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
  dependencies?: object;
}
interface Setting {
  markdownDescription?: string;
  default?: unknown;
  order?: number;
  properties?: Record<string, unknown>;
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

test('an action is offered where it makes sense: in a design document', () => {
  const design = 'editorLangId == markdown && designls.isDesign';
  const { commands, menus } = manifest.contributes;
  for (const action of tables.actions) {
    const name = commandOf(action.id);
    const selects = action.scope.every((scope) => scope === 'selection');
    const when = selects ? `${design} && editorHasSelection` : design;
    assert.equal(commands.find((c) => c.command === name)?.enablement, when, name);
    for (const menu of ['commandPalette', 'designls.actions']) {
      assert.equal(menus[menu]?.find((m) => m.command === name)?.when, when, `${name} in ${menu}`);
    }
  }
  assert.ok(commands.every((c) => c.category === '%category%'));
  assert.deepEqual(menus['editor/context'], [
    { submenu: 'designls.actions', when: 'designls.isDesign', group: '1_modification@9' },
  ]);
  assert.ok(
    menus['editor/title']?.some((m) => m.command === 'designls.chooseAction' && m.when === 'designls.isDesign'),
  );
  const here = manifest.contributes.keybindings.filter(({ when }) =>
    /editorTextFocus && designls\.isDesign/.test(when),
  );
  assert.deepEqual(
    here.map((k) => k.command),
    ['designls.chooseAction', 'designls.nextFinding', 'designls.askQuestions'],
  );
});

test('what belongs to a thread is in no palette', () => {
  for (const { id } of own.filter((c) => 'thread' in c)) {
    const entry = manifest.contributes.menus['commandPalette']?.find((m) => m.command === `designls.${id}`);
    assert.equal(entry?.when, 'false', id);
  }
});

test('each rule can be set, those of a model among them', () => {
  const { properties } = manifest.contributes.configuration.properties['designls.rules']!;
  assert.deepEqual(
    Object.keys(properties!),
    tables.rules.map((r) => r.id),
  );
  assert.ok('latency-budget' in properties!);
});

test('the manifest is one for a marketplace', () => {
  assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown']);
  assert.ok(existsSync(manifest.icon));
  assert.ok(manifest.categories.length > 0 && manifest.keywords.length <= 30);
  assert.equal(manifest.dependencies, undefined, 'all is bundled');
  const settings = Object.keys(manifest.contributes.configuration.properties);
  for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
    assert.ok(settings.includes(name), name);
  }
  const orders = Object.values(manifest.contributes.configuration.properties).map((s) => s.order);
  assert.deepEqual(orders, [...orders.keys()], 'settings stand in an order');
  assert.doesNotMatch(
    readFileSync('package.json', 'utf8').replace(/telemetry\./g, ''),
    /applicationinsights|telemetryKey/i,
  );
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

/** What people read, by its key. What models read, and the name of the product, is in English everywhere. */
const read = /^(title|label|description|markdownDescription|altText|fullName|displayName|userDescription)$/;
const forModels = /^(disambiguation|inputSchema)$/;

test('all that people read in the manifest stands in package.nls.json', () => {
  const look = (value: unknown, path: string[]): void => {
    const key = path.at(-1) ?? '';
    if (forModels.test(key)) return;
    if (typeof value === 'object' && value !== null) {
      for (const [k, v] of Object.entries(value)) look(v, [...path, k]);
    } else if (typeof value === 'string' && read.test(key) && path.join('.') !== 'displayName') {
      assert.match(value, /^%[\w.-]+%$/, path.join('.'));
    }
  };
  look(manifest, []);
});

test('what the manifest names is there', () => {
  const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
  const used = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map((m) => m[1]!));
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
