// The page of the Reviewer panel: it draws the state that it is told, and keeps what is
// being typed and read.
import type { ToPage } from '../../src/panel/messages';
import type { PanelState } from '../../src/panel/state';
import { el, patch } from './elements';
import { branches, findings } from './findings';
import { root, post, words } from './page';
import { history, meter } from './past';
import { interview, phase } from './phase';
import { questions } from './questions';
import { running, write } from './running';

let drawn = '';

function draw(state: PanelState): void {
  if (state.uri !== drawn) root.replaceChildren(); // nothing of another document stays
  drawn = state.uri;
  const none = state.name === '';
  patch(root, [
    none ? el('p', { id: 'none', class: 'faint' }, words.noDocument) : phase(state),
    interview(state),
    running(state),
    ...(none ? [] : [questions(state), findings(state), branches(state), meter(state)]),
    history(state),
  ]);
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'text') write(data);
  else draw(data.state);
});
post({ type: 'ready' });
