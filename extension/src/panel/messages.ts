// What the Reviewer panel and the page in it tell each other.
import { type PanelState } from './state';

/** To the page. */
export interface ToPage {
  type: 'state';
  state: PanelState;
}

/** From the page. */
export type FromPage =
  | { type: 'ready' }
  | { type: 'run'; action: string; topic?: string }
  | { type: 'cancel'; token: string }
  | { type: 'go'; uri: string; line: number; column: number }
  | {
      type: 'answer';
      uri: string;
      question: { block: string; number: number; id: string };
      before: string;
      answer: string;
    };
