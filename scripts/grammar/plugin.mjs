// The esbuild plugin that leaves of mermaid what parses.
import fs from "node:fs";
import { anything, drawing, layout, purify } from "./stubs.mjs";
import { patches } from "./patches.mjs";

const mermaidFile = /[\\/]mermaid[\\/]dist[\\/].*\.mjs$/;

export function parseOnly() {
  return {
    name: "parse-only",
    setup(build) {
      stub(build, drawing, "drawing", anything);
      stub(build, /^dompurify$/, "purify", purify);
      build.onLoad({ filter: layout }, () => ({ contents: "export {};" }));
      build.onLoad({ filter: mermaidFile }, ({ path }) => ({ contents: patched(fs.readFileSync(path, "utf8")) }));
      build.onEnd(() => ({ errors: misses().map((text) => ({ text })) }));
    },
  };
}

function stub(build, filter, namespace, contents) {
  build.onResolve({ filter }, ({ path }) => ({ path, namespace, sideEffects: false }));
  build.onLoad({ filter: /.*/, namespace }, () => ({ contents, loader: "js" }));
}

const found = new Map(patches.map((patch) => [patch, 0]));

function patched(source) {
  for (const patch of patches) {
    const places = count(source, patch.find);
    if (places === 0) continue;
    found.set(patch, found.get(patch) + places);
    source = source.replaceAll(patch.find, patch.replace);
  }
  return source;
}

function count(source, find) {
  return typeof find === "string" ? source.split(find).length - 1 : [...source.matchAll(find)].length;
}

function misses() {
  return patches
    .filter((patch) => found.get(patch) !== patch.hits)
    .map((patch) => `patch "${patch.name}": ${found.get(patch)} places, expected ${patch.hits}: look at this version of mermaid, then mend scripts/grammar/patches.mjs`);
}
