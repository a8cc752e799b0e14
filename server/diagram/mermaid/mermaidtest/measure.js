// What a person would object to in a drawing: texts that lie on each other or on
// boxes that are not theirs, and texts that are hard to read.

const tolerance = 2; // pixels; glyphs do not fill their line

// hidden are boxes that only keep a place free: their texts cannot be seen.
const hidden = (node) => { const t = node.closest(".c4-shape, .person-man")?.querySelector("text, foreignObject span, foreignObject p"); return t && [getComputedStyle(t).fill, getComputedStyle(t).color].some((c) => c === "rgba(0, 0, 0, 0)"); };

const boxesOf = (svg) => [...svg.querySelectorAll(".node, rect.actor, .actor-man, .c4-shape, .person-man")]
  .filter((b) => !b.closest("defs") && !b.parentElement.closest(".node, .c4-shape, .person-man") && !hidden(b));

export function boxes(svg) {
  const origin = svg.getBoundingClientRect();
  return boxesOf(svg).map((node) => {
    const b = node.getBoundingClientRect();
    return { ID: node.id.replace(/^drawn-/, ""), X: b.left - origin.left, Y: b.top - origin.top, Width: b.width, Height: b.height };
  });
}

// partsOf are the rectangles around the shapes of a box: a person has a head and a body.
function partsOf(node) {
  const drawn = [node, ...node.querySelectorAll(shapes)].filter((e) => e.matches(shapes) && !e.closest(".label, .background"));
  return (drawn.length ? drawn : [node]).map((e) => e.getBoundingClientRect());
}

// texts are what is read in one go: a line of SVG text, or a label in HTML.
function textsOf(svg) {
  const lines = [...svg.querySelectorAll("text")].filter((t) => !t.closest("defs, foreignObject"));
  const labels = [...svg.querySelectorAll("foreignObject")];
  return [...lines, ...labels].filter((t) => t.textContent.trim() && !hidden(t)).map((t) => ({ node: t, box: glyphs(t), says: t.textContent.trim() }))
    .filter((t) => t.box.width > 1 && t.box.height > 1);
}

// glyphs is the smallest rectangle around a text, which may be less than its element.
function glyphs(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const r = range.getBoundingClientRect();
  return r.width > 1 ? r : node.getBoundingClientRect();
}

const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerance;

const inside = (a, b) => a.left >= b.left - tolerance && a.right <= b.right + tolerance && a.top >= b.top - tolerance && a.bottom <= b.bottom + tolerance;

export function overlaps(svg) {
  const texts = textsOf(svg);
  const boxes = boxesOf(svg).map((node) => ({ node, box: node.getBoundingClientRect(), parts: partsOf(node) }));
  const found = [];
  texts.forEach((a, i) => texts.slice(i + 1).forEach((b) => {
    if (over(a.box, b.box)) found.push(`“${a.says}” lies on “${b.says}”`);
  }));
  for (const t of texts) {
    const own = boxes.filter((b) => b.node.contains(t.node));
    const center = { left: (t.box.left + t.box.right) / 2, top: (t.box.top + t.box.bottom) / 2 };
    const around = own.length || t.node.matches(".actor") ? own.concat(boxes.filter((b) => b.node.matches(".actor") && inside({ ...center, right: center.left, bottom: center.top }, b.box))) : [];
    for (const b of boxes) {
      const touches = around.includes(b) || t.node.closest(".actor-man") ? !inside(t.box, b.box) && around.includes(b) : b.parts.some((part) => over(t.box, part));
      if (touches) {
        found.push(around.includes(b) ? `“${t.says}” leaves its box` : `“${t.says}” lies on the box “${b.node.textContent.trim()}”`);
      }
    }
  }
  return found;
}

// arrowsOf are the arrows of a C4 diagram, which mermaid draws over boxes and texts. In
// diagrams of other kinds arrows go around boxes, and texts have a ground of their own.
const arrowsOf = (svg) => svg.querySelector(".c4-shape, .person-man") ? [...svg.querySelectorAll("line, path")].filter((a) => !a.closest("defs") && a.hasAttribute("marker-end")) : [];

const steps = 60;

function pointsOf(arrow) {
  const length = arrow.getTotalLength(), matrix = arrow.getScreenCTM();
  return Array.from({ length: steps + 1 }, (_, i) => arrow.getPointAtLength(length * i / steps).matrixTransform(matrix));
}

const within = (p, b, by) => p.x > b.left + by && p.x < b.right - by && p.y > b.top + by && p.y < b.bottom - by;

// crossings are the arrows through boxes that they do not join, and through texts.
export function crossings(svg) {
  const boxes = boxesOf(svg).map((node) => ({ node, box: node.getBoundingClientRect(), parts: partsOf(node) }));
  const texts = textsOf(svg).filter((t) => !boxes.some((b) => b.node.contains(t.node)));
  const found = { boxes: [], texts: [] };
  for (const arrow of arrowsOf(svg)) {
    const points = pointsOf(arrow);
    const joined = boxes.filter((b) => [points[0], points.at(-1)].some((p) => within(p, b.box, -tolerance)));
    const name = joined.map((b) => b.node.textContent.trim()).join(" and ");
    for (const b of boxes) {
      if (!joined.includes(b) && points.some((p) => b.parts.some((part) => within(p, part, tolerance)))) found.boxes.push(`the arrow between “${name}” runs through “${b.node.textContent.trim()}”`);
    }
    for (const t of texts) {
      if (points.some((p) => within(p, t.box, tolerance))) found.texts.push(`the arrow between “${name}” runs through the text “${t.says}”`);
    }
  }
  return found;
}

// luminance and contrast are those of the Web Content Accessibility Guidelines.
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const colors = new Map(); // by how they are written

function rgba(color) {
  if (!colors.has(color)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    colors.set(color, [...canvas.getImageData(0, 0, 1, 1).data]);
  }
  return colors.get(color);
}

function blend(above, below) {
  const a = above[3] / 255;
  return [0, 1, 2].map((i) => above[i] * a + below[i] * (1 - a)).concat(255);
}

function luminance(c) {
  const [r, g, b] = c.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const paintOf = (e) => {
  const s = getComputedStyle(e);
  const paint = e instanceof SVGElement ? s.fill : s.backgroundColor;
  return paint === "none" || paint.startsWith("url") ? [0, 0, 0, 0] : rgba(paint).map((v, i) => i === 3 ? v * Number(s.opacity) * (e instanceof SVGElement ? Number(s.fillOpacity) : 1) : v);
};

const readable = 4.5;

// dimTexts are the texts whose contrast to what is behind them is too low, with it.
// The drawing is fitted into the window, since only there can be seen what is behind.
export function dimTexts(svg, page) {
  svg.setAttribute("style", "position:fixed;left:0;top:0;width:100vw;height:100vh;max-width:none");
  const found = [];
  for (const t of textsOf(svg)) {
    const leaf = t.node.matches("foreignObject") ? [...t.node.querySelectorAll("*")].findLast((e) => e.textContent.trim()) : t.node.querySelector("tspan tspan, tspan") ?? t.node;
    const s = getComputedStyle(leaf);
    const ink = rgba(leaf instanceof SVGElement ? s.fill : s.color);
    const ground = behind(t, page);
    const ratio = contrast(blend(ink, ground), ground);
    if (ratio < readable) found.push(`“${t.says}” has a contrast of ${ratio.toFixed(2)}`);
  }
  return found;
}

const shapes = "rect, path, polygon, circle, ellipse";

function behind(t, page) {
  if (t.node.matches(".sequenceNumber")) return paintOf(t.node.ownerSVGElement.querySelector("[id$=sequencenumber] circle"));
  return document.elementsFromPoint((t.box.left + t.box.right) / 2, (t.box.top + t.box.bottom) / 2)
    .filter((e) => e.closest("svg") && (e instanceof SVGElement ? e.matches(shapes) : true))
    .reverse().reduce((ground, e) => blend(paintOf(e), ground), rgba(page));
}
