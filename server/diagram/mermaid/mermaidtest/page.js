import { boxes, overlaps, crossings, dimTexts } from "/measure.js";

const said = (error) => String(error?.str ?? error?.message ?? error) || "error";

function initialize(theme) {
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true, logLevel: "fatal", theme });
}

// C4 diagrams are laid out by the width of the screen, whatever the page has.
const own = screen.availWidth;

async function draw(o, { Source, Theme, Page, Light, Wide }) {
  initialize(Theme || "default");
  Object.defineProperty(screen, "availWidth", { value: Wide || own, configurable: true });
  document.body.style.background = Page || "#ffffff";
  document.body.style.color = Light ? "#e6edf3" : "#1f2328";
  o.SVG = (await mermaid.render("drawn", Source)).svg;
  const div = document.body.appendChild(document.createElement("div"));
  div.style.width = "6000px"; // so that no drawing is made smaller
  div.innerHTML = o.SVG;
  const svg = div.firstElementChild;
  const view = svg.viewBox.baseVal;
  o.Width = Math.round(view.width);
  o.Height = Math.round(view.height);
  o.Boxes = boxes(svg);
  o.Overlaps = overlaps(svg);
  const { boxes: crossed, texts: struck } = crossings(svg);
  o.Crossed = crossed;
  o.Struck = struck;
  o.Dim = dimTexts(svg, Page || "#ffffff");
}

async function outcome(job) {
  const o = { Kind: "", ParseError: "", RenderError: "", SVG: "", Boxes: [], Overlaps: [], Crossed: [], Struck: [], Dim: [] };
  try { o.Kind = (await mermaid.parse(job.Source)).diagramType; } catch (e) { o.ParseError = said(e); }
  if (!job.Draw) return o;
  try { await draw(o, job); } catch (e) { o.RenderError = said(e); }
  document.body.replaceChildren();
  return o;
}

initialize("default");
for (;;) {
  const asked = await (await fetch("/next")).json();
  await fetch("/outcome", { method: "POST", body: JSON.stringify(await outcome(asked)) });
}
