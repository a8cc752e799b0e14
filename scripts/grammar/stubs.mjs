// What stands in for the packages that only draw. Nothing of them runs while a
// diagram is parsed; they would be three quarters of the bundle.

// Libraries of layout and drawing, and those that only pages need.
export const drawing =
  /^(d3|d3-sankey|cytoscape|cytoscape-cose-bilkent|cytoscape-fcose|katex|dagre-d3-es(\/.*)?|elkjs(\/.*)?|roughjs|stylis|@upsetjs\/venn\.js|@iconify\/utils|marked)$/;

// Chunks of mermaid itself that are imported only to lay out or draw.
export const layout = /\/(dagre|swimlanes|elk|cose-bilkent|bpmnIcons|sizeCapture)-[A-Z0-9]+\.mjs$/;

// anything answers every import, call, property and conversion with itself, so
// that code which builds drawing helpers while it loads gets through. It is
// CommonJS because then any name can be imported from it.
export const anything = `
const anything = new Proxy(function () {}, {
  get(target, key) {
    if (key === "__esModule") return true;
    if (key === "then") return undefined;
    if (key === Symbol.toPrimitive) return () => "";
    return anything;
  },
  apply: () => anything,
  construct: () => anything,
});
module.exports = anything;`;

// Sanitising changes what a label shows, never whether the diagram parses.
export const purify = `
export default {
  isSupported: true,
  sanitize: (text) => String(text),
  addHook() {}, removeHook() {}, removeAllHooks() {}, setConfig() {},
};`;
