// The participant @design: requests about the design document that is open, answered by
// the actions of the server. Nothing is written by a reply; its button has it written.
import * as vscode from 'vscode';
import { branchesOf } from '../document/questions';
import { rangeOf } from '../commands/command';
import { hasModels, type ModelChoice } from '../model/choice';
import { diagramKinds, type Job, jobOf, slashCommands, type SlashCommand, type Unclear } from './job';
import { nextSteps, type Step } from './next_steps';
import { Reply } from './reply';
import { previewRun, type Work } from './run';
import { type Subject, subjectOf } from './subject';
import { type PreviewAnswer, type ReplyMemory } from './wire';

/** What answering needs. */
export interface ChatParts {
  server: Work;
  models: Pick<ModelChoice, 'lend'>;
}

type Stream = Pick<vscode.ChatResponseStream, 'markdown' | 'progress' | 'anchor' | 'button' | 'reference'>;
type Request = Pick<vscode.ChatRequest, 'prompt' | 'command' | 'references' | 'model'>;

/** Answers a request. What goes wrong is told in the reply. */
export async function answer(
  parts: ChatParts,
  request: Request,
  stream: Stream,
  token: vscode.CancellationToken,
): Promise<vscode.ChatResult> {
  try {
    return await reply(parts, request, stream, token);
  } catch (error) {
    if (token.isCancellationRequested) return {};
    return { errorDetails: { message: error instanceof Error ? error.message : String(error) } };
  }
}

async function reply(
  parts: ChatParts,
  request: Request,
  stream: Stream,
  token: vscode.CancellationToken,
): Promise<vscode.ChatResult> {
  const subject = await subjectOf(request.references);
  const job = jobOf(request.command, request.prompt, await phaseFor(parts.server, request, subject));
  if ('unclear' in job) {
    stream.markdown(explained(job));
    return {};
  }
  if (!subject) {
    throw new Error(vscode.l10n.t('No design document is open: open one, or attach one with #, then ask again.'));
  }
  const { document } = subject;
  const range = job.selects ? subject.range : undefined;
  stream.reference(range ? new vscode.Location(document.uri, range) : document.uri);
  const shown = new Reply(stream, document);
  const told = await previewRun(parts.server, argumentOf(job, subject, parts.models.lend(request.model)), token, shown);
  shown.end(told, madeBy(told, request.model));
  offerModel(stream, told, request);
  const branches = branchesOf(document.getText()).filter((b) => !b.done);
  const memory: ReplyMemory = { action: told.action, phase: told.phase, branches: branches.map((b) => b.text) };
  return { metadata: { ...memory } };
}

/** How far the document is, where the kind of diagram depends on it. */
async function phaseFor(server: Work, { command, prompt }: Request, subject: Subject | undefined): Promise<string> {
  if (command !== 'diagram' || prompt.trim() !== '' || !subject) return '';
  const told = await server.execute('designls.findings', { uri: subject.document.uri.toString() });
  return (told as { phase?: string }).phase ?? '';
}

const argumentOf = ({ action, options, section, selects }: Job, { document, range }: Subject, model: string) => ({
  action,
  uri: document.uri.toString(),
  ...(selects && range ? { range: rangeOf(range) } : {}),
  ...(section ? { section } : {}),
  ...(options ? { options } : {}),
  model,
});

/** Who has made a reply. */
function madeBy({ engine, model }: PreviewAnswer, chosen: vscode.LanguageModelChat): string {
  if (model) return vscode.l10n.t('By {0}, checked.', engine === 'editor' ? chosen.name : model);
  if (!vscode.workspace.isTrusted) {
    return vscode.l10n.t('Made offline: no model is asked until you trust this workspace.');
  }
  return engine === 'builtin' ? vscode.l10n.t('Made offline: nothing of the document was sent anywhere.') : '';
}

/** Offers the model of the chat, where nobody has chosen who reviews. */
function offerModel(stream: Stream, { engine }: PreviewAnswer, { model, command, prompt }: Request): void {
  if (engine !== 'builtin' || !vscode.workspace.isTrusted || !hasModels() || !unchosen()) return;
  stream.button({
    command: 'designls.useChatModel',
    title: vscode.l10n.t('Let {0} Review in This Workspace', model.name),
    arguments: [
      { vendor: model.vendor, id: model.id, query: `@design ${command ? `/${command} ` : ''}${prompt}`.trim() },
    ],
  });
}

/** Whether nobody has said that only the program reviews. */
function unchosen(): boolean {
  const engine = vscode.workspace.getConfiguration('designls').inspect<string>('engine');
  return (engine?.workspaceFolderValue ?? engine?.workspaceValue ?? engine?.globalValue) === undefined;
}

/** What can be asked, for a request that says too little. */
function explained(job: Unclear): string {
  if (job.unclear === 'diagram') {
    return vscode.l10n.t('There is no diagram “{0}”; there are {1}.', job.said, diagramKinds.join(', '));
  }
  const lines = slashCommands.map((name) => `- \`/${name}\`: ${described(name)}`);
  return [vscode.l10n.t('Ask about the design document that is open, or attach one with #.'), '', ...lines].join('\n');
}

function described(command: SlashCommand): string {
  switch (command) {
    case 'ask':
      return vscode.l10n.t('what has to be clarified; or ask about a concept and how it is used here');
    case 'critique':
      return vscode.l10n.t('what does not hold, in the document, a section or what is selected');
    case 'diagram':
      return vscode.l10n.t('draw it: {0}', diagramKinds.join(', '));
    case 'recap':
      return vscode.l10n.t('the decisions, and what is still open');
    case 'deepdive':
      return vscode.l10n.t('a part, a concept or a side branch in depth');
  }
}

/** What may be asked after a reply. */
export function followups(result: vscode.ChatResult): vscode.ChatFollowup[] {
  const memory = result.metadata as ReplyMemory | undefined;
  return memory ? nextSteps(memory).map((step) => ({ ...step, label: labelOf(step) })) : [];
}

function labelOf({ command, prompt }: Step): string {
  switch (command) {
    case 'ask':
      return vscode.l10n.t('Ask what has to be clarified');
    case 'critique':
      return vscode.l10n.t('Critique the tradeoffs');
    case 'diagram':
      return vscode.l10n.t('Draw a {0} diagram', prompt);
    case 'recap':
      return vscode.l10n.t('Sum it up');
    case 'deepdive':
      return vscode.l10n.t('Dive into: {0}', prompt);
  }
}
