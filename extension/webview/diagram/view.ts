// Zooming and moving: where a picture lies in the window, in CSS pixels.

/** The picture is scaled, then moved. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

const least = 0.05;
const most = 20;

/** The whole picture in the middle of the window, not larger than twice its size. */
export function fit(picture: Size, window: Size, margin = 16): View {
  const scale = Math.min((window.width - 2 * margin) / picture.width, (window.height - 2 * margin) / picture.height, 2);
  const safe = Number.isFinite(scale) && scale > 0 ? scale : 1;
  return {
    scale: safe,
    x: (window.width - picture.width * safe) / 2,
    y: (window.height - picture.height * safe) / 2,
  };
}

/** Zooms by a factor; the point of the window stays over the same part of the picture. */
export function zoom(view: View, factor: number, at: { x: number; y: number }): View {
  const scale = Math.min(most, Math.max(least, view.scale * factor));
  const k = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * k, y: at.y - (at.y - view.y) * k };
}
