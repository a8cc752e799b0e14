import { type Command, markdownEditor } from './command';

/** Goes to the finding after the cursor, and from the last to the first. */
export const nextFinding: Command = async ({ server }) => {
  const { document, selection } = markdownEditor();
  const position = { line: selection.active.line, character: selection.active.character };
  await server.execute('designls.next', { uri: document.uri.toString(), position });
};
