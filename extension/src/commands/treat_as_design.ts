import { type Command, markdownEditor } from './command';

/** Says in the front matter of the active document whether it is a design document. */
const mark =
  (command: string): Command =>
  ({ server }) =>
    server.execute(command, { uri: markdownEditor().document.uri.toString() });

export const treatAsDesign = mark('designls.include');
export const leaveAlone = mark('designls.exclude');
