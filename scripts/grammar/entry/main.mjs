// The bundle's entry: what the Go side calls.
//
//   designlsCheck(text)   starts to parse; done when the promise queue is empty
//   designlsVerdict()     the verdict on the last text, as JSON, or null
//   designlsVersion       of mermaid
import mermaid from "mermaid";
import { describe } from "./describe.mjs";
import { place } from "./place.mjs";

mermaid.initialize({ startOnLoad: false, logLevel: "fatal", securityLevel: "strict", suppressErrorRendering: true });

let verdict = null;

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
