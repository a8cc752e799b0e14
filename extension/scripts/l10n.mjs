// Writes l10n/bundle.l10n.json: the words that the extension says by l10n.t, for
// translators. With --check it says whether the file is as it should be, whether
// translations fit it, and whether words are said past it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const words = new Set(JSON.parse(readFileSync('src/tables.json', 'utf8')).actions.map(({ title }) => title));
const wrong = [];

/** Words in a row that somebody may read; code, names and markup are none. */
const readable = /^(?!.*-src )[^<]*\b[A-Za-z][a-z']+,? [a-z']{2,}\b/;
/** What is written into logs, or for programs. */
const unsaid = /^(?:this\.)?log\.|^console\.|^new RegExp$|^require$|setContext/;
/** Details for the log, what the server makes sentences of, and what models read. */
const unsaidFiles = ['src/model/wire.ts', 'src/model/answer.ts', 'src/tools/told.ts'];

function visit(node, file) {
  if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText(file))) {
    const [first, ...others] = node.arguments;
    if (first && ts.isStringLiteralLike(first)) words.add(first.text);
    else if (!file.fileName.endsWith('title.ts'))
      wrong.push(`${place(node, file)}: l10n.t needs its words as they are`);
    others.forEach((other) => visit(other, file));
    return;
  }
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && unsaid.test(node.expression.getText(file))) return;
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
  const text =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : '';
  if (readable.test(text) && !unsaidFiles.includes(file.fileName.replaceAll('\\', '/'))) {
    wrong.push(`${place(node, file)}: "${text}" is not said by l10n.t`);
  }
  ts.forEachChild(node, (child) => visit(child, file));
}

function place(node, file) {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return `${file.fileName}:${line + 1}`;
}

for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith('.ts')) continue;
  const name = path.join(entry.parentPath, entry.name);
  const file = ts.createSourceFile(name, readFileSync(name, 'utf8'), ts.ScriptTarget.Latest, true);
  visit(file, file);
}

const check = process.argv.includes('--check');
const bundle = 'l10n/bundle.l10n.json';
const text = JSON.stringify(Object.fromEntries([...words].sort().map((w) => [w, w])), null, 2) + '\n';
if (!check) writeFileSync(bundle, text);
else if (readFileSync(bundle, 'utf8') !== text) wrong.push('l10n lacks words of the code; run "npm run l10n"');

/** What a translation must keep: places for values, links and names of commands. */
const kept = (words) => (words.match(/\{\d+\}|\(command:[\w.]+\)|`[^`]+`/g) ?? []).sort().join();

/** What a translation lacks is said in English; what it has must fit. */
function compare(name, original) {
  const translated = JSON.parse(readFileSync(name, 'utf8'));
  for (const [key, said] of Object.entries(translated)) {
    if (original[key] === undefined) wrong.push(`${name}: "${key}" is not said any more`);
    else if (kept(original[key]) !== kept(said)) wrong.push(`${name}: "${key}" has lost a value, a link or a name`);
  }
}
for (const name of readdirSync('l10n'))
  if (name !== path.basename(bundle)) compare(path.join('l10n', name), JSON.parse(text));
const manifest = JSON.parse(readFileSync('package.nls.json', 'utf8'));
for (const name of readdirSync('.')) if (/^package\.nls\.\w+\.json$/.test(name)) compare(name, manifest);

if (check && wrong.length > 0) {
  process.stderr.write(wrong.map((one) => `extension/${one}\n`).join(''));
  process.exit(1);
}
