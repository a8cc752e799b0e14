// The language-model tools: agents ask for what the server knows of a design document.
// They only read, and no model is asked.
import * as vscode from 'vscode';
import { type Work } from '../chat/run';
import { subjectOf } from '../chat/subject';
import { isReviewed } from '../reviewed';
import { type ToolName } from './names';
import { mostEntries, toldBy, type ToolInput } from './told';

/** The command of the server's that answers for a tool. */
const commands: Record<ToolName, string> = {
  designls_findings: 'designls.findings',
  designls_graph: 'designls.graph',
  designls_estimates: 'designls.estimates',
};

/** What is said while a tool runs. A file beside the workspace is read only if the user agrees. */
export async function prepare(name: ToolName, { file }: ToolInput): Promise<vscode.PreparedToolInvocation> {
  const uri = await uriOf(file).catch(() => undefined);
  const shown = uri ? vscode.workspace.asRelativePath(uri) : (file ?? vscode.l10n.t('the open document'));
  const invocationMessage = doing(name, shown);
  if (!uri || isKnown(uri)) return { invocationMessage };
  return {
    invocationMessage,
    confirmationMessages: {
      title: vscode.l10n.t('Read a document outside of the workspace'),
      message: vscode.l10n.t('{0} is read and reviewed offline. It is not changed.', uri.fsPath),
    },
  };
}

function doing(name: ToolName, file: string): string {
  switch (name) {
    case 'designls_findings':
      return vscode.l10n.t('Reviewing {0}', file);
    case 'designls_graph':
      return vscode.l10n.t('Reading the components of {0}', file);
    case 'designls_estimates':
      return vscode.l10n.t('Reading the numbers of {0}', file);
  }
}

/** Answers a tool. An error tells a model what to do next. */
export async function invoke(
  server: Pick<Work, 'execute'>,
  name: ToolName,
  { input, tokenizationOptions }: vscode.LanguageModelToolInvocationOptions<ToolInput>,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  const { uri } = await documentOf(input.file);
  const argument = { uri: uri.toString(), ...(input.section ? { section: input.section } : {}) };
  const answer = await server.execute(commands[name], argument);
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  const file = vscode.workspace.asRelativePath(uri);
  const tell = (most: number) => JSON.stringify(toldBy(name, file, answer, input, most));
  const text = await fitting(tell, tokenizationOptions, token);
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}

/** Leaves entries out until the rest is within the budget of the model. */
async function fitting(
  tell: (most: number) => string,
  tokens: vscode.LanguageModelToolTokenizationOptions | undefined,
  token: vscode.CancellationToken,
): Promise<string> {
  let text = tell(mostEntries);
  for (let most = mostEntries >> 1; tokens && most > 0; most >>= 1) {
    if ((await tokens.countTokens(text, token)) <= tokens.tokenBudget) break;
    text = tell(most);
  }
  return text;
}

async function documentOf(file: string | undefined): Promise<vscode.TextDocument> {
  const uri = await uriOf(file);
  if (!uri) {
    throw new Error(
      vscode.l10n.t('No design document is open; give the path of one in "file", relative to the workspace folder.'),
    );
  }
  const document = await vscode.workspace.openTextDocument(uri);
  if (!isReviewed(document))
    throw new Error(vscode.l10n.t('{0} is not a markdown document; name one that is.', file ?? ''));
  return document;
}

/** The place of a file that an agent names; without a name that of the open document. */
async function uriOf(file: string | undefined): Promise<vscode.Uri | undefined> {
  if (!file) return (await subjectOf([]))?.document.uri;
  for (const uri of candidatesOf(file)) if (isOpen(uri) || (await exists(uri))) return uri;
  throw new Error(vscode.l10n.t('There is no file {0}; give its path relative to the workspace folder.', file));
}

/** What a name may mean. Where there are several folders, VS Code puts their names before paths. */
function candidatesOf(file: string): vscode.Uri[] {
  if (/^[a-z][\w+.-]+:/i.test(file)) return [vscode.Uri.parse(file)];
  if (/^([a-z]:)?[\\/]/i.test(file)) return [vscode.Uri.file(file)];
  const folders = vscode.workspace.workspaceFolders ?? [];
  const named = folders.filter(({ name }) => file.startsWith(`${name}/`));
  return [
    ...folders.map(({ uri }) => vscode.Uri.joinPath(uri, file)),
    ...named.map(({ name, uri }) => vscode.Uri.joinPath(uri, file.slice(name.length + 1))),
  ];
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type !== vscode.FileType.Directory;
  } catch {
    return false;
  }
}

const isOpen = (uri: vscode.Uri) => vscode.workspace.textDocuments.some((d) => d.uri.toString() === uri.toString());
const isKnown = (uri: vscode.Uri) => isOpen(uri) || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
