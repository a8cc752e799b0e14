// Writes l10n/bundle.l10n.json: the words that the extension says by l10n.t, for
// translators. With --check it only says whether the file is as it should be.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const words = new Set();

function visit(node, file) {
  if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText(file))) {
    const [first] = node.arguments;
    if (!first || !ts.isStringLiteralLike(first)) throw new Error(`${file.fileName}: l10n.t needs its words as they are`);
    words.add(first.text);
  }
  ts.forEachChild(node, (child) => visit(child, file));
}

for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith('.ts')) continue;
  const name = path.join(entry.parentPath, entry.name);
  const file = ts.createSourceFile(name, readFileSync(name, 'utf8'), ts.ScriptTarget.Latest, true);
  visit(file, file);
}
const text = JSON.stringify(Object.fromEntries([...words].sort().map((w) => [w, w])), null, 2) + '\n';
const bundle = 'l10n/bundle.l10n.json';
if (readFileSync(bundle, 'utf8') === text) process.exit(0);
if (process.argv.includes('--check')) {
  process.stderr.write('extension/l10n lacks words of the code; run "npm run l10n".\n');
  process.exit(1);
}
writeFileSync(bundle, text);
