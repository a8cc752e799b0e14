import { text } from "./read.mjs";

// c4 is a C4 diagram: its elements are nodes, its boundaries groups.
export function c4(db) {
  const nodes = db.getBoundaries().filter((b) => b.alias !== "global").map(boundary);
  for (const shape of db.getC4ShapeArray()) nodes.push(element(shape));
  return { direction: "TB", nodes, edges: db.getRels().map(relation) };
}

function boundary(b) {
  return { id: b.alias, label: said(b.label), shape: "", parent: inside(b), group: true, rows: [] };
}

function element(s) {
  const about = [said(s.techn) && `[${said(s.techn)}]`, said(s.descr)].filter(Boolean);
  return { id: s.alias, label: said(s.label), shape: String(s.typeC4Shape?.text ?? ""), parent: inside(s), group: false, rows: about };
}

function relation(r) {
  const type = String(r.type?.text ?? r.type ?? "");
  const label = [said(r.label), said(r.techn) && `[${said(r.techn)}]`].filter(Boolean).join(" ");
  return { from: r.from, to: r.to, label, startLabel: "", endLabel: "", start: type === "birel" ? "arrow_point" : "", end: "arrow_point", line: "" };
}

function inside({ parentBoundary }) {
  return !parentBoundary || parentBoundary === "global" ? "" : parentBoundary;
}

function said(value) {
  return text(value?.text ?? (typeof value === "string" ? value : ""));
}
