import { text } from "./read.mjs";

// sequence is a sequence diagram: participants as nodes, and its steps in order.
export function sequence(db) {
  const actors = db.getActors();
  const nodes = db.getActorKeys().map((key) => participant(key, actors.get(key)));
  return { direction: "", nodes, edges: [], steps: db.getMessages().map((m) => step(m, names(db.LINETYPE))).filter(Boolean) };
}

function participant(key, actor) {
  return { id: String(key), label: text(actor.description ?? key), shape: String(actor.type ?? ""), parent: "", group: false, rows: [] };
}

// names are those of the types of steps, which mermaid numbers.
function names(types) {
  return new Map(Object.entries(types).map(([name, number]) => [number, name]));
}

const said = (message) => text(typeof message === "object" ? message?.text : message);

// numbering is the first number and the distance to the next, or "" for none.
function numbering({ start, step, visible } = {}) {
  return visible === false ? "" : `${Number(start) || 1} ${Number(step) || 1}`;
}

function step(m, types) {
  const type = types.get(m.type) ?? "";
  if (type === "NOTE") return { type, from: String(m.from), to: String(m.to), text: said(m.message), at: Number(m.placement ?? 0) };
  if (type === "AUTONUMBER") return { type, from: "", to: "", text: numbering(m.message) };
  if (m.from != null && m.to != null && m.message != null) return { type, from: String(m.from), to: String(m.to), text: said(m.message) };
  if (/_(START|ELSE|AND|OPTION|END)$/.test(type)) return { type, from: "", to: "", text: said(m.message) };
  return null;
}
