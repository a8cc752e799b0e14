// A reply in the chat: what the server would write, and what can be done with it.
import * as vscode from 'vscode';
import { type RunStatus, type RunText, type Severity } from '../protocol';
import { Draft, readable } from './draft';
import { type Listener } from './run';
import { type AnswerFinding, type PreviewAnswer } from './wire';

/** What a reply is written to. */
export type Stream = Pick<vscode.ChatResponseStream, 'markdown' | 'progress' | 'anchor' | 'button'>;

/** So many findings are listed; the Problems view has all. */
const mostFindings = 25;

/** A severity in the language of VS Code. */
function named(severity: string): string {
  const names: Record<Severity, string> = {
    error: vscode.l10n.t('error'),
    warning: vscode.l10n.t('warning'),
    information: vscode.l10n.t('information'),
    hint: vscode.l10n.t('hint'),
  };
  return names[severity as Severity] ?? severity;
}

/** Reply shows a run while it goes on, and then what came of it. */
export class Reply implements Listener {
  private readonly draft = new Draft();
  private told = '';

  constructor(
    private readonly stream: Stream,
    private readonly document: vscode.TextDocument,
  ) {}

  /** Tells what is being done. A text that is already there says more than its length. */
  run({ state, doing, part }: RunStatus): void {
    if (state !== 'working' || !doing) return;
    const line = part ? `${doing} “${part}”` : doing;
    if (line === this.told) return;
    this.told = line;
    if (!this.draft.shown) this.stream.progress(line);
  }

  /** Shows the draft as it is written. What is asked for again is seen at the end. */
  text({ reply, text }: RunText): void {
    if (reply !== 1) return;
    const lines = this.draft.add(text);
    if (lines !== '') this.stream.markdown(this.markdown(lines));
  }

  /** Shows what came of the run, and who has made it. */
  end(answer: PreviewAnswer, madeBy: string): void {
    if (answer.failed) this.stream.markdown(this.markdown(`⚠️ ${answer.failed} ${withoutModel()}\n\n`));
    const { text, again } = this.draft.rest(answer.markdown ?? '');
    if (again) this.stream.markdown(`\n\n---\n\n${checked()}\n\n`);
    if (text) this.stream.markdown(this.markdown(readable(text)));
    for (const finding of answer.findings?.slice(0, mostFindings) ?? []) this.finding(finding);
    const more = (answer.findings?.length ?? 0) - mostFindings;
    if (more > 0) this.stream.markdown(`\n\n${vscode.l10n.t('{0} more stand in the Problems view.', more)}`);
    const asks = vscode.l10n.t('You have edited the text that this would replace; you are asked before.');
    const ending = [answer.summary, madeBy, ...(answer.conflict ? [asks] : [])].filter(Boolean).join(' ');
    this.stream.markdown(this.markdown(`\n\n${ending}\n\n`));
    this.buttons(answer);
  }

  private finding({ rule, severity, message, range, options }: AnswerFinding): void {
    this.stream.markdown(this.markdown(`\n- **${named(severity)}** ${message} (${rule}) `));
    this.stream.anchor(
      new vscode.Location(this.document.uri, rangeOf(range)),
      vscode.l10n.t('line {0}', range.start.line + 1),
    );
    for (const option of options?.slice(0, 2) ?? []) this.stream.markdown(this.markdown(`\n  - ${option}`));
  }

  private buttons({ run, inserts, findings }: PreviewAnswer): void {
    if (inserts) {
      const title = vscode.l10n.t('Insert into {0}', nameOf(this.document));
      this.stream.button({ command: 'designls.insertReply', title, arguments: [{ run }] });
    }
    if (findings?.length) {
      this.stream.button({ command: 'designls.showFindings', title: vscode.l10n.t('Show Findings') });
    }
  }

  /** Text of a document or a model: it runs nothing, and its links are those of the document. */
  private markdown(text: string): vscode.MarkdownString {
    const markdown = new vscode.MarkdownString(text);
    markdown.baseUri = this.document.uri;
    return markdown;
  }
}

const withoutModel = () => vscode.l10n.t('This was made without it.');
const checked = () => vscode.l10n.t('**After the checks**, as it would be inserted:');

/** The last part of a document's path. */
export const nameOf = ({ uri }: vscode.TextDocument) => uri.path.slice(uri.path.lastIndexOf('/') + 1);

const rangeOf = ({ start, end }: AnswerFinding['range']) =>
  new vscode.Range(start.line, start.character, end.line, end.character);
