// The words of the Reviewer panel, in the language of VS Code.
import * as vscode from 'vscode';
import { actions } from '../tables.json';

const nextActions = ['ask-questions', 'summarize', 'propose-design', 'insert-recap'];

/** The words of the page. The script finds them in the attribute of its element. */
export const words = () => ({
  noDocument: vscode.l10n.t('Open a design document to see where it stands.'),
  phases: [vscode.l10n.t('Clarify'), vscode.l10n.t('Answer'), vscode.l10n.t('Summarize'), vscode.l10n.t('Design')],
  /** What leads to the next phase, from each of them. */
  next: nextActions.map((id) => ({ id, title: actions.find((a) => a.id === id)?.title ?? id })),
  done: vscode.l10n.t('done'),
  current: vscode.l10n.t('current'),
  running: vscode.l10n.t('Under way'),
  cancel: vscode.l10n.t('Cancel'),
  questions: vscode.l10n.t('Open questions'),
  answered: vscode.l10n.t('answered'),
  answerTo: vscode.l10n.t('Answer to question'),
  write: vscode.l10n.t('Write answer'),
  assumed: vscode.l10n.t('Until then:'),
  critical: vscode.l10n.t('critical'),
  findings: vscode.l10n.t('Findings'),
  noFindings: vscode.l10n.t('Nothing is open.'),
  decided: vscode.l10n.t('decided'),
  more: vscode.l10n.t('more in the Problems view'),
  severities: {
    error: vscode.l10n.t('Errors'),
    warning: vscode.l10n.t('Warnings'),
    information: vscode.l10n.t('Information'),
    hint: vscode.l10n.t('Hints'),
  },
  line: vscode.l10n.t('line'),
  branches: vscode.l10n.t('Side branches'),
  dive: vscode.l10n.t('Deep dive'),
  engine: vscode.l10n.t('Reviewed by'),
  offline: vscode.l10n.t('the program, offline'),
  tokens: vscode.l10n.t('tokens so far'),
  history: vscode.l10n.t('Earlier runs'),
});

export type Words = ReturnType<typeof words>;
