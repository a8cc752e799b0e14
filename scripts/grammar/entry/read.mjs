// What a diagram shows, as the parsers of mermaid have understood it: for whoever
// draws it by other means. The Go side knows the same names, see reading.go.
import { sequence } from "./read_sequence.mjs";
import { c4 } from "./read_c4.mjs";

// read takes a diagram that was parsed; null means a kind that nobody draws.
export function read({ type, db }) {
  if (type === "sequence") return sequence(db);
  if (type === "c4") return c4(db);
  if (/^(flowchart|stateDiagram|class|er)/.test(type)) return graph(db);
  return null;
}

function graph(db) {
  const { nodes, edges } = db.getData();
  return { direction: String(db.getDirection?.() ?? ""), nodes: nodes.map(node), edges: edges.map(edge) };
}

function node(n) {
  return {
    id: String(n.id),
    label: text(n.label ?? n.id),
    shape: String(n.shape ?? ""),
    parent: String(n.parentId ?? ""),
    group: Boolean(n.isGroup),
    rows: [...rows(n)],
  };
}

// rows are the compartments of an entity or a class; "" parts them.
function* rows(n) {
  for (const a of n.attributes ?? []) yield text([a.keys?.join(","), a.type, a.name].filter(Boolean).join(" "));
  for (const a of n.annotations ?? []) yield `«${text(a)}»`;
  if (n.members?.length && n.annotations?.length) yield "";
  for (const m of n.members ?? []) yield member(m);
  if (n.methods?.length) yield "";
  for (const m of n.methods ?? []) yield member(m);
}

function member(m) {
  return text(m.getDisplayDetails?.().displayText ?? m.text ?? m.id);
}

function edge(e) {
  return {
    from: String(e.start ?? e.source),
    to: String(e.end ?? e.target),
    label: text(e.label ?? ""),
    startLabel: text(e.startLabelRight ?? e.startLabelLeft ?? ""),
    endLabel: text(e.endLabelLeft ?? e.endLabelRight ?? ""),
    start: head(e.arrowTypeStart),
    end: head(e.arrowTypeEnd),
    line: e.thickness === "invisible" || e.stroke === "invisible" ? "invisible" : String(e.pattern ?? e.thickness ?? ""),
  };
}

function head(name) {
  return !name || name === "none" || name === "arrow_open" ? "" : String(name);
}

// text is a label as it is read: without the parsers' marks for entities.
export function text(label) {
  if (Array.isArray(label)) return label.map(text).join("\n");
  return String(label ?? "")
    .replace(/ﬂ°°/g, "&#")
    .replace(/ﬂ°/g, "&")
    .replace(/¶ß/g, ";");
}
