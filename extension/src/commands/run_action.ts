// Running an action of the server's on the active document: one command for each.
import { type Command, markdownEditor, rangeOf } from './command';

/** Makes the command that runs an action, on what is selected if something is. */
export function runAction(action: string): Command {
  return async ({ server }) => {
    const { document, selection } = markdownEditor();
    const range = selection.isEmpty ? undefined : rangeOf(selection);
    await server.execute('designls.run', { action, uri: document.uri.toString(), range });
  };
}
