// The licenses of the packages whose code is in the bundle, as they ask to be
// passed on with it.
import fs from "node:fs";
import path from "node:path";

const wanted = /^(licen[sc]e|notice)/i;

// licenses takes esbuild's list of inputs and returns one text.
export function licenses(inputs, modules) {
  return folders(Object.keys(inputs), modules)
    .map((folder) => `${titleOf(folder)}\n\n${textOf(folder)}`)
    .join("\n\n----\n\n");
}

function folders(files, modules) {
  const marker = `${path.basename(modules)}/`;
  const names = files
    .filter((file) => file.includes(marker))
    .map((file) => file.slice(file.lastIndexOf(marker) + marker.length))
    .map((file) => file.split("/").slice(0, file.startsWith("@") ? 2 : 1).join("/"));
  return [...new Set(names)].sort().map((name) => path.join(modules, name));
}

function titleOf(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  return `${name} ${version} (${license})`;
}

function textOf(folder) {
  const files = fs.readdirSync(folder).filter((file) => wanted.test(file));
  return files.map((file) => fs.readFileSync(path.join(folder, file), "utf8").trim()).join("\n\n");
}
