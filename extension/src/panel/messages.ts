// What the Reviewer panel and the page in it tell each other.
import { type PanelState } from './state';

/** To the page. */
export type ToPage =
  | { type: 'state'; state: PanelState }
  /** What a run is writing: a piece to be appended, or the whole of it. */
  | { type: 'text'; run: string; reply: number; text: string; whole: boolean };

/** From the page. */
export type FromPage =
  | { type: 'ready' }
  | { type: 'run'; action: string; topic?: string }
  | { type: 'cancel'; token: string }
  | { type: 'decide'; apply: boolean }
  | { type: 'go'; uri: string; line: number; column: number }
  | { type: 'block'; uri: string; block: string }
  | {
      type: 'answer';
      uri: string;
      question: { block: string; number: number; id: string };
      before: string;
      answer: string;
    };
