import { DiagramPanel } from '../diagram/panel';
import { type Command, markdownEditor } from './command';

/** Shows the mermaid block at the cursor large, beside its text. */
export const openDiagram: Command = ({ extension }) => DiagramPanel.open(markdownEditor(), extension);
