// What the panel and the page in it tell each other.

/** To the page. */
export type ToPage = { type: 'draw'; source: string; line: number } | { type: 'none' };

/** From the page. The bytes of a picture are in base64. */
export type FromPage =
  { type: 'ready' } | { type: 'export'; format: 'svg' | 'png'; content: string } | { type: 'failed'; message: string };
