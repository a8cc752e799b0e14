// Writes the parts of package.json that follow from tables: commands, menus, keys
// and settings. With --check it only says whether they are as they should be.
import { readFileSync, writeFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const tables = read('../src/tables.json');
const own = read('../src/commands/own.json');
const settings = read('../src/settings.json');
const manifest = read('../package.json');
const words = read('../package.nls.json');

// What people read stands in package.nls.json, for translators. The words of what is
// generated here are generated, too; all others are written there by hand.
const generated = { category: 'Design', configuration: 'Design Documents' };
const ours = /^(command|setting|rule)\.|^(category|configuration)$/;
const say = (key, text) => {
  generated[key] = text;
  return `%${key}%`;
};

const CATEGORY = '%category%';
const MARKDOWN = 'editorLangId == markdown';
const DESIGN = `${MARKDOWN} && designls.isDesign`;

/** The id of an action as that of a command: "ask-questions" is "designls.askQuestions". */
const commandOf = (action) => 'designls.' + action.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Where an action makes sense: one for a selection only needs something selected. */
const whenOf = (action) =>
  action.scope.every((scope) => scope === 'selection') ? `${DESIGN} && editorHasSelection` : DESIGN;

const ownCommands = own.map((c) => ({
  command: `designls.${c.id}`,
  title: say(`command.${c.id}`, c.title),
  category: CATEGORY,
  ...(c.icon ? { icon: c.icon } : {}),
  ...(c.when ? { enablement: c.when } : {}),
}));
const actionCommands = tables.actions.map((a) => ({
  command: commandOf(a.id),
  title: say(commandOf(a.id).replace('designls', 'command'), a.title),
  category: CATEGORY,
  enablement: whenOf(a),
}));

/** The group of an action in the context menu: pictures apart from words. */
const groupOf = (action) => (action.id.includes('diagram') ? '2_diagrams' : '1_review');

const inResult = 'resourceScheme == designls-result';

const menus = {
  commandPalette: [
    ...own.filter((c) => c.when).map((c) => ({ command: `designls.${c.id}`, when: c.when })),
    ...own.filter((c) => c.thread || c.hidden).map((c) => ({ command: `designls.${c.id}`, when: 'false' })),
    ...tables.actions.map((a) => ({ command: commandOf(a.id), when: whenOf(a) })),
  ],
  'editor/context': [{ submenu: 'designls.actions', when: 'designls.isDesign', group: '1_modification@9' }],
  // A result that is shown first is decided about where it is shown, in words.
  'editor/title': [
    { command: 'designls.chooseAction', when: 'designls.isDesign', group: 'navigation@9' },
    { command: 'designls.applyResult', when: inResult, group: 'navigation@-20' },
    { command: 'designls.discardResult', when: inResult, group: 'navigation@-19' },
  ],
  'designls.actions': tables.actions.map((a, i) => ({
    command: commandOf(a.id),
    when: whenOf(a),
    group: `${groupOf(a)}@${i + 1}`,
  })),
};

// What can be done about a finding in its comment thread: beside the title, and with
// what was typed as a reply.
const inThread = 'commentController == designls';
const threadCommands = own.filter((c) => c.thread);
menus['comments/commentThread/title'] = threadCommands
  .filter((c) => c.thread === 'title')
  .map((c, i) => ({ command: `designls.${c.id}`, when: inThread, group: `navigation@${i + 1}` }));
menus['comments/commentThread/context'] = threadCommands.map((c, i) => ({
  command: `designls.${c.id}`,
  when: inThread,
  group: `inline@${i + 1}`,
}));

// A chord of its own, since single keys are taken; the letter says what it does.
const key = (command, letter) => ({
  command,
  key: `ctrl+alt+d ${letter}`,
  when: 'editorTextFocus && designls.isDesign',
});
const keybindings = [
  key('designls.chooseAction', 'a'),
  key('designls.nextFinding', 'n'),
  key('designls.askQuestions', 'q'),
  { command: 'designls.applyResult', key: 'ctrl+enter', mac: 'cmd+enter', when: inResult },
  { command: 'designls.discardResult', key: 'escape', when: `${inResult} && editorTextFocus && !findWidgetVisible` },
];

/** The severities of rules, each with what it finds, for completion in settings.json. */
function rulesSchema(severities) {
  const own = (rule) =>
    rule.severity ? `Without the setting: ${rule.severity}.` : 'A model reports it, and chooses the severity.';
  const entries = tables.rules.map((r) => [
    r.id,
    { type: 'string', enum: severities, markdownDescription: say(`rule.${r.id}`, `${r.title}. ${own(r)}`) },
  ]);
  return { type: 'object', properties: Object.fromEntries(entries), additionalProperties: false };
}

/** The JSON schema of a setting of the server's, from its type in words. */
function schemaOf(setting) {
  const schema = { default: setting.default, markdownDescription: say(`setting.${setting.name}`, setting.description) };
  if (setting.type === 'true or false') return { type: 'boolean', ...schema };
  if (setting.type.startsWith('list')) {
    const items = setting.allowed ? { type: 'string', enum: setting.allowed } : { type: 'string' };
    return { type: 'array', items, uniqueItems: true, ...schema };
  }
  if (setting.name === 'rules') return { ...rulesSchema(setting.allowed), ...schema };
  if (typeof setting.default === 'number') return { type: 'number', minimum: 0, ...schema };
  if (!setting.allowed) return { type: 'string', ...schema };
  const none = setting.default === '' ? [''] : [];
  return { type: 'string', enum: [...none, ...setting.allowed], ...schema };
}

// The server's settings are those of a folder; the extension's own come after them.
const properties = {};
for (const s of tables.settings) {
  properties[`designls.${s.name}`] = { ...schemaOf(s), scope: 'resource', order: Object.keys(properties).length };
}
for (const [name, schema] of Object.entries(settings)) {
  const markdownDescription = say(`setting.${name}`, schema.markdownDescription);
  properties[`designls.${name}`] = { ...schema, markdownDescription, order: Object.keys(properties).length };
}

manifest.contributes = {
  commands: [...actionCommands, ...ownCommands],
  submenus: [{ id: 'designls.actions', label: CATEGORY }],
  menus,
  keybindings,
  configuration: { title: '%configuration%', properties },
  ...Object.fromEntries(
    Object.entries(manifest.contributes).filter(
      ([name]) => !['commands', 'submenus', 'menus', 'keybindings', 'configuration'].includes(name),
    ),
  ),
};

const byHand = Object.fromEntries(Object.entries(words).filter(([key]) => !ours.test(key)));
const files = { '../package.json': manifest, '../package.nls.json': { ...byHand, ...generated } };
for (const [name, content] of Object.entries(files)) {
  const path = new URL(name, import.meta.url);
  const text = JSON.stringify(content, null, 2) + '\n';
  if (readFileSync(path, 'utf8') === text) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`extension/${name.slice(3)} does not fit the tables of the server; run "npm run manifest".\n`);
    process.exit(1);
  }
  writeFileSync(path, text);
}
