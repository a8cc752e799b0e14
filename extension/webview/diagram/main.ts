// The page of the diagram panel: it draws with mermaid, zooms, moves and exports.
import mermaid from 'mermaid';
import type { FromPage, ToPage } from '../../src/diagram/messages';
import { fit, type Size, type View, zoom } from './view';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const vscode = acquireVsCodeApi();
const get = (id: string) => document.getElementById(id)!;
const stage = get('stage');
const picture = get('picture');
const said = get('said');

let source = '';
let view: View = { scale: 1, x: 0, y: 0 };
let fitted = true; // until the user moves it
let count = 0;

const isDark = () => /vscode-dark|vscode-high-contrast(?!-light)/.test(document.body.className);

/** Labels in HTML cannot be drawn on a canvas, so pictures to keep go without. */
function configure(htmlLabels: boolean): void {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: isDark() ? 'dark' : 'default',
    suppressErrorRendering: true,
    htmlLabels,
    flowchart: { htmlLabels },
  });
}

async function render(htmlLabels = true): Promise<string> {
  configure(htmlLabels);
  const { svg } = await mermaid.render(`d${++count}`, source);
  return svg;
}

async function draw(): Promise<void> {
  const asked = source;
  try {
    const svg = await render();
    if (asked !== source) return; // a newer one is being drawn
    picture.innerHTML = svg; // mermaid cleans it, at its strict level
    picture.classList.remove('old');
    say('');
    settle();
  } catch (error) {
    if (asked !== source) return;
    picture.classList.add('old');
    say(`This does not parse: ${firstLine(error)}`, true);
  }
}

const firstLine = (error: unknown) =>
  String(error instanceof Error ? error.message : error)
    .split('\n')[0]!
    .replace(/:$/, '');

function say(message: string, wrong = false): void {
  said.textContent = message;
  said.title = message;
  said.classList.toggle('wrong', wrong);
}

/** The size of the picture, and the picture at that size. */
function settle(): void {
  const svg = picture.querySelector('svg');
  if (!svg) return;
  const { width, height } = sizeOf(svg);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  if (fitted) view = fit({ width, height }, windowSize());
  place();
}

function sizeOf(svg: SVGSVGElement): Size {
  const box = svg.viewBox.baseVal;
  return box.width ? { width: box.width, height: box.height } : svg.getBoundingClientRect();
}

const windowSize = (): Size => ({ width: stage.clientWidth, height: stage.clientHeight });

function place(): void {
  picture.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
}

function move(next: View): void {
  view = next;
  fitted = false;
  place();
}

function zoomBy(factor: number, at = { x: stage.clientWidth / 2, y: stage.clientHeight / 2 }): void {
  move(zoom(view, factor, at));
}

function fitAgain(): void {
  fitted = true;
  settle();
}

const step = 40;
const keys: Record<string, () => void> = {
  '+': () => zoomBy(1.25),
  '=': () => zoomBy(1.25),
  '-': () => zoomBy(0.8),
  '0': fitAgain,
  ArrowLeft: () => move({ ...view, x: view.x + step }),
  ArrowRight: () => move({ ...view, x: view.x - step }),
  ArrowUp: () => move({ ...view, y: view.y + step }),
  ArrowDown: () => move({ ...view, y: view.y - step }),
};

get('in').onclick = () => zoomBy(1.25);
get('out').onclick = () => zoomBy(0.8);
get('fit').onclick = fitAgain;
get('svg').onclick = () => void keep('svg');
get('png').onclick = () => void keep('png');
stage.addEventListener('keydown', (e) => {
  const act = keys[e.key];
  if (!act || e.ctrlKey || e.metaKey || e.altKey) return;
  e.preventDefault();
  act();
});
stage.addEventListener(
  'wheel',
  (e) => {
    e.preventDefault();
    zoomBy(Math.exp(-e.deltaY / 400), { x: e.offsetX, y: e.clientY - stage.getBoundingClientRect().top });
  },
  { passive: false },
);
stage.addEventListener('pointerdown', (e) => {
  stage.setPointerCapture(e.pointerId);
  stage.classList.add('dragging');
});
stage.addEventListener('pointermove', (e) => {
  if (stage.hasPointerCapture(e.pointerId)) move({ ...view, x: view.x + e.movementX, y: view.y + e.movementY });
});
stage.addEventListener('pointerup', () => stage.classList.remove('dragging'));
window.addEventListener('resize', settle);

/** Hands the picture to VS Code, which asks where to keep it. */
async function keep(format: 'svg' | 'png'): Promise<void> {
  try {
    const svg = standalone(await render(false));
    const content = format === 'svg' ? base64(svg) : await png(svg);
    vscode.postMessage({ type: 'export', format, content });
  } catch (error) {
    vscode.postMessage({ type: 'failed', message: `The picture was not saved: ${firstLine(error)}` });
  }
}

/** The SVG with a size and a background of its own, for viewers outside VS Code. */
function standalone(svg: string): string {
  const doc = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const root = doc.documentElement as unknown as SVGSVGElement;
  const [, , width, height] = (root.getAttribute('viewBox') ?? '0 0 800 600').split(/[\s,]+/);
  root.setAttribute('width', width!);
  root.setAttribute('height', height!);
  root.style.background = isDark() ? '#1e1e1e' : '#ffffff';
  return new XMLSerializer().serializeToString(doc);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Twice the size, so that it is sharp on paper and on dense screens. */
async function png(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1]!;
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'none') {
    source = '';
    picture.replaceChildren();
    say('Put the cursor into a mermaid block.');
    return;
  }
  source = data.source;
  stage.setAttribute('aria-label', `Diagram at line ${data.line}; plus and minus zoom, arrows move it`);
  void draw();
});

// VS Code changes the class of the page with its theme.
new MutationObserver(() => source && void draw()).observe(document.body, { attributeFilter: ['class'] });
vscode.postMessage({ type: 'ready' });
