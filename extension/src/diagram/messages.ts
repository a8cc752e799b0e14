// What the diagram panel and the page in it tell each other.

/** To the page. */
export type ToPage =
  | {
      type: 'draw';
      source: string;
      /** The line of the document where the block begins, counted from one. */
      line: number;
      /** Which block it is: another one takes nothing over from the picture before. */
      block: string;
      /** What the server finds wrong with it; without it the words are mermaid's. */
      wrong: string;
    }
  | { type: 'none' };

/** From the page. The bytes of a picture are in base64. */
export type FromPage =
  { type: 'ready' } | { type: 'export'; format: 'svg' | 'png'; content: string } | { type: 'failed'; message: string };
