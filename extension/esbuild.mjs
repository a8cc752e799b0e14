// Bundles the extension into dist/. With --watch it goes on doing so, with --test
// it bundles the unit tests into out/ instead, with --exthost those that run inside VS
// Code into out/exthost.
import { context } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--test');
const host = process.argv.includes('--exthost');

const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
  sourcemap: watch || tests ? 'linked' : false,
};

/** A page in a webview. */
const page = {
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  logLevel: 'error',
  minify: !watch,
  outdir: 'dist',
};

/** The library of the protocol. It is large, and a file of its own, read after activation. */
const client = 'vscode-languageclient/node';

/** The parts of the program: each its own bundle. */
const parts = host
  ? [
      {
        ...node,
        entryPoints: readdirSync('test/exthost').filter((f) => f === 'index.ts' || f.endsWith('.test.ts')).map((f) => `test/exthost/${f}`),
        external: ['vscode', 'mocha'],
        outdir: 'out/exthost',
      },
    ]
  : tests
  ? [
      {
        ...node,
        entryPoints: readdirSync('test/unit').filter((f) => f.endsWith('.test.ts')).map((f) => `test/unit/${f}`),
        outdir: 'out/unit',
      },
    ]
  : [
      {
        ...node,
        entryPoints: ['src/main.ts'],
        outfile: 'dist/main.js',
        external: ['vscode', './languageclient.js'],
        alias: { [client]: './languageclient.js' },
        minify: !watch,
      },
      {
        ...node,
        stdin: { contents: `export * from '${client}';`, resolveDir: '.' },
        outfile: 'dist/languageclient.js',
        external: ['vscode'],
        minify: !watch,
      },
      { ...page, entryPoints: { diagram: 'webview/diagram/main.ts' } },
      { ...page, entryPoints: { diagram: 'webview/diagram/diagram.css' } },
      { ...page, entryPoints: { reviewer: 'webview/reviewer/main.ts' } },
      { ...page, entryPoints: { reviewer: 'webview/reviewer/reviewer.css' } },
    ];

const target = parts[0].outdir ?? 'dist';
rmSync(target, { recursive: true, force: true });
for (const part of parts) {
  const build = await context(part);
  await build.rebuild();
  if (watch) await build.watch();
  else await build.dispose();
}
