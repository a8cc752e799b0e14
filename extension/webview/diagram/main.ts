// The page of the diagram panel: it draws with mermaid, zooms, moves and exports.
import mermaid from 'mermaid';
import type { FromPage, ToPage } from '../../src/diagram/messages';
import type { Words } from '../../src/diagram/words';
import { base64, png, standalone } from './export';
import { configuration } from './theme';
import { fit, type Size, type View, zoom } from './view';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const vscode = acquireVsCodeApi();
const get = (id: string) => document.getElementById(id)!;
const stage = get('stage');
const picture = get('picture');
const said = get('said');
const words = JSON.parse(document.body.dataset['words']!) as Words;

type Drawing = ToPage & { type: 'draw' };

let asked: Drawing | undefined;
let shown = ''; // the block that the picture is of
let view: View = { scale: 1, x: 0, y: 0 };
let fitted = true; // until the user moves it
let count = 0;

let turn: Promise<unknown> = Promise.resolve();

/** Pictures are drawn one after another: mermaid has one configuration for all. */
function render(source: string, htmlLabels = true): Promise<string> {
  const mine = turn.then(async () => {
    mermaid.initialize(configuration(htmlLabels));
    return (await mermaid.render(`d${++count}`, source)).svg;
  });
  turn = mine.catch(() => undefined);
  return mine;
}

async function draw(drawing: Drawing): Promise<void> {
  try {
    const svg = await render(drawing.source);
    if (drawing !== asked) return; // a newer one is being drawn
    picture.innerHTML = svg; // mermaid cleans it, at its strict level
    picture.classList.remove('old');
    fitted ||= drawing.block !== shown;
    shown = drawing.block;
    say('');
    settle();
  } catch (error) {
    if (drawing !== asked) return;
    explain(drawing, error);
  }
}

/** Says what is wrong, over the last picture of the same block. */
function explain(drawing: Drawing, error: unknown): void {
  const same = drawing.block === shown;
  if (!same) picture.replaceChildren();
  picture.classList.toggle('old', same);
  const why = drawing.wrong || firstLine(error);
  say([words.wrong, why, same ? words.last : ''].filter(Boolean).join(' '), true);
}

const firstLine = (error: unknown) =>
  String(error instanceof Error ? error.message : error)
    .split('\n')[0]!
    .replace(/:$/, '.');

function say(message: string, wrong = false): void {
  if (said.textContent !== message) said.textContent = message;
  said.classList.toggle('wrong', wrong);
}

/** The size of the picture, and the picture at that size. */
function settle(): void {
  const svg = picture.querySelector('svg');
  if (!svg) return;
  tighten(svg);
  const { width, height } = sizeOf(svg);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  if (fitted) view = fit({ width, height }, windowSize());
  place();
}

const margin = 8;

/** Mermaid leaves wide margins around some kinds of diagrams; the picture is what is drawn. */
function tighten(svg: SVGSVGElement): void {
  const { x, y, width, height } = svg.getBBox();
  if (width === 0 || height === 0) return; // nothing is laid out yet
  svg.setAttribute('viewBox', [x - margin, y - margin, width + 2 * margin, height + 2 * margin].join(' '));
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
    const box = stage.getBoundingClientRect();
    zoomBy(Math.exp(-e.deltaY / 400), { x: e.clientX - box.left, y: e.clientY - box.top });
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
for (const end of ['pointerup', 'pointercancel']) {
  stage.addEventListener(end, () => stage.classList.remove('dragging'));
}
window.addEventListener('resize', settle);

/** Hands the picture to VS Code, which asks where to keep it. */
async function keep(format: 'svg' | 'png'): Promise<void> {
  if (!asked) return;
  try {
    const svg = standalone(await render(asked.source, false));
    vscode.postMessage({ type: 'export', format, content: format === 'svg' ? base64(svg) : await png(svg) });
  } catch (error) {
    vscode.postMessage({ type: 'failed', message: `${words.notSaved} ${firstLine(error)}` });
  }
}

function clear(): void {
  asked = undefined;
  shown = '';
  picture.replaceChildren();
  stage.setAttribute('aria-label', words.none);
  say(words.none);
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'none') return clear();
  asked = data;
  const kind = data.source.trim().split(/\s/)[0]!;
  stage.setAttribute('aria-label', `${words.diagramAt} ${data.line}, ${kind}; ${words.keys}`);
  void draw(data);
});

// VS Code changes the class of the page with its theme.
new MutationObserver(() => asked && void draw(asked)).observe(document.body, { attributeFilter: ['class'] });
vscode.postMessage({ type: 'ready' });
