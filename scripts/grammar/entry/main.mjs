// The bundle's entry: what the Go side calls.
//
//   designlsCheck(text)   starts to parse; done when the promise queue is empty
//   designlsVerdict()     the verdict on the last text, as JSON, or null
//   designlsRead(text)    starts to read what a diagram shows; done likewise
//   designlsReading()     what it was, as JSON, or null
//   designlsVersion       of mermaid
import mermaid from "mermaid";
import { describe } from "./describe.mjs";
import { place } from "./place.mjs";
import { read } from "./read.mjs";

mermaid.initialize({ startOnLoad: false, logLevel: "fatal", securityLevel: "strict", suppressErrorRendering: true });

let verdict = null;
let reading = null;

globalThis.designlsVersion = MERMAID_VERSION;
globalThis.designlsVerdict = () => verdict;
globalThis.designlsCheck = (text) => {
  verdict = null;
  globalThis.__place = undefined;
  mermaid.mermaidAPI.parse(text).then(
    ({ diagramType }) => settle({ kind: diagramType }),
    (error) => settle({ kind: kindOf(text), error: { ...describe(error), ...place(error, text) } }),
  );
};

globalThis.designlsReading = () => reading;
globalThis.designlsRead = (text) => {
  reading = null;
  new Promise((parsed) => parsed(mermaid.mermaidAPI.getDiagramFromText(text))) // which may throw at once
    .then((diagram) => ({ kind: diagram.type, title: titleOf(diagram.db) || titleAbove(text), shows: read(diagram) }))
    .catch((error) => ({ failure: String(error?.message ?? error) }))
    .then((answer) => { reading = JSON.stringify(answer); });
};

function titleOf(db) {
  return String(db.getDiagramTitle?.() || db.getTitle?.() || db.getAccTitle?.() || "");
}

// titleAbove is the title in the front matter, where it is a plain text.
function titleAbove(text) {
  const above = text.slice(0, globalThis.__prepare.matchFrontMatter(text)?.length ?? 0);
  return /^title:[ \t]*(["']?)(.*?)\1[ \t]*$/m.exec(above)?.[2] ?? "";
}

function settle(v) {
  verdict = JSON.stringify(v);
}

function kindOf(text) {
  try {
    return mermaid.detectType(text);
  } catch {
    return "";
  }
}
