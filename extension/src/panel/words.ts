// The words of the Reviewer panel, in the language of VS Code.
import * as vscode from 'vscode';
import { titleOf } from '../commands/title';

const nextActions = ['ask-questions', 'summarize', 'propose-design', 'insert-recap'];

/** The words of the page. The script finds them in the attribute of its element. */
export const words = () => ({
  noDocument: vscode.l10n.t('Open a design document to see where it stands.'),
  phase: vscode.l10n.t('Phase'),
  phases: [vscode.l10n.t('Clarify'), vscode.l10n.t('Answer'), vscode.l10n.t('Summarise'), vscode.l10n.t('Design')],
  /** What leads to the next phase, from each of them. */
  next: nextActions.map((id) => ({ id, title: titleOf(id) })),
  current: vscode.l10n.t('current'),
  interview: vscode.l10n.t('Mock interview'),
  leftOfBox: vscode.l10n.t('left'),
  leftOfAll: vscode.l10n.t('left in all'),
  timeOver: vscode.l10n.t('The time is over.'),
  running: vscode.l10n.t('Under way'),
  cancel: vscode.l10n.t('Cancel'),
  cancelling: vscode.l10n.t('Cancelling…'),
  writing: vscode.l10n.t('What is being written'),
  unchecked: vscode.l10n.t('As the model writes it. It is checked before it goes into the document.'),
  waiting: vscode.l10n.t('The result is shown beside your document. Put it in?'),
  apply: vscode.l10n.t('Apply'),
  discard: vscode.l10n.t('Discard'),
  questions: vscode.l10n.t('Open questions'),
  answered: vscode.l10n.t('answered'),
  answerTo: vscode.l10n.t('Answer to question'),
  write: vscode.l10n.t('Write answer'),
  replace: vscode.l10n.t('Replace answer'),
  meanwhile: vscode.l10n.t('In the document meanwhile:'),
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
  tokens: vscode.l10n.t('tokens'),
  about: vscode.l10n.t('about'),
  cost: vscode.l10n.t('cost'),
  thisDocument: vscode.l10n.t('This document'),
  thisSession: vscode.l10n.t('This session'),
  thisMonth: vscode.l10n.t('This month'),
  of: vscode.l10n.t('of'),
  history: vscode.l10n.t('Earlier runs'),
  older: vscode.l10n.t('Older runs'),
  show: vscode.l10n.t('Show it in the document'),
  states: {
    working: vscode.l10n.t('under way'),
    done: vscode.l10n.t('done'),
    failed: vscode.l10n.t('failed'),
    cancelled: vscode.l10n.t('cancelled'),
    refused: vscode.l10n.t('nothing to do'),
    discarded: vscode.l10n.t('discarded'),
  },
});

export type Words = ReturnType<typeof words>;
