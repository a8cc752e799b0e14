// Builds mermaid's own parser into one script for the engine in the Go program:
//
//   node build.mjs NODE_MODULES OUT.js.gz
//
// NODE_MODULES is the folder that npm filled from package-lock.json.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { createRequire } from "node:module";
import { licenses } from "./licenses.mjs";
import { parseOnly } from "./plugin.mjs";

const [modules, out] = process.argv.slice(2).map((p) => path.resolve(p));
const here = import.meta.dirname;
const { build } = createRequire(path.join(modules, "package.json"))("esbuild");
const { version } = JSON.parse(fs.readFileSync(path.join(modules, "mermaid/package.json"), "utf8"));

try {
  const { outputFiles, metafile } = await build(options());
  const notice = `/*\n${licenses(metafile.inputs, modules).replaceAll("*/", "* /")}\n*/\n`;
  const script = Buffer.concat([outputFiles[0].contents, Buffer.from(notice)]);
  fs.writeFileSync(out, zlib.gzipSync(script, { level: 9 }));
  console.log(`mermaid ${version}: ${script.length} bytes, ${fs.statSync(out).size} compressed`);
} catch ({ errors, message }) {
  for (const text of errors?.map((e) => e.text) ?? [message]) console.error(text);
  process.exit(1);
}

function options() {
  return {
    entryPoints: [path.join(here, "entry/main.mjs")],
    nodePaths: [modules],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    platform: "browser",
    target: "es2020", // class fields and static blocks, of later versions, load slower in the engine
    charset: "utf8",
    minify: true,
    legalComments: "none",
    define: { MERMAID_VERSION: JSON.stringify(version), "process.env.NODE_ENV": '"production"', "import.meta.env.VITEST": "false" },
    banner: { js: fs.readFileSync(path.join(here, "shim.js"), "utf8") },
    logLevel: "silent",
    plugins: [parseOnly()],
  };
}
