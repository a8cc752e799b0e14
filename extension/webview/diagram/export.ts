// Pictures to keep: an SVG that stands for itself, and a PNG of it.
import { background } from './theme';

/** The SVG with a size and a background of its own, for viewers outside VS Code. */
export function standalone(svg: string): string {
  const doc = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const root = doc.documentElement as unknown as SVGSVGElement;
  const [, , width, height] = (root.getAttribute('viewBox') ?? '0 0 800 600').split(/[\s,]+/);
  root.setAttribute('width', width!);
  root.setAttribute('height', height!);
  root.style.background = background();
  return new XMLSerializer().serializeToString(doc);
}

/** Text as base64 of its UTF-8. */
export function base64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** Browsers draw no larger pictures, in pixels a side. */
const largest = 8192;

/** A PNG in base64: twice the size, so that it is sharp on paper and on dense screens. */
export async function png(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, largest / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext('2d')!;
  context.fillStyle = background();
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1]!;
}
