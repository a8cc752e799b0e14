// The extension: it starts the server, and puts what the server knows where people
// look in VS Code.
import * as vscode from 'vscode';
import { registerChat } from './chat/register';
import { registerCommands } from './commands';
import { Threads } from './comments/threads';
import { Confirmations } from './confirm/confirmations';
import { Journal } from './journal';
import { answerMessage } from './model/answer';
import { hasModels, ModelChoice } from './model/choice';
import { ReviewerView } from './panel/view';
import { speak } from './l10n';
import { Preview } from './reviewer/preview';
import { Secrets, whenBasesChange } from './secrets';
import { Server } from './server';
import { Status } from './status';
import { Statuses } from './statuses';

let server: Server | undefined;

/** Called by VS Code when the first markdown document is opened, or a command is run. */
export function activate(context: vscode.ExtensionContext): void {
  const begun = performance.now();
  speak(vscode.l10n);
  const log = vscode.window.createOutputChannel('Design Documents', { log: true });
  const secrets = new Secrets(context.secrets);
  const models = new ModelChoice(context.workspaceState);
  const preview = new Preview();
  const threads = new Threads(context.workspaceState);
  const confirmations = new Confirmations();
  server = new Server(
    context,
    log,
    secrets,
    hasModels() ? (params, token, write) => answerMessage(models, params, token, write) : undefined,
    (params, next) => confirmations.handle(params, next),
  );
  const statuses = new Statuses(server);
  const journal = new Journal(server, context.workspaceState);
  const report = (error: unknown) => {
    log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  };
  context.subscriptions.push(
    log,
    server,
    preview,
    threads,
    confirmations,
    statuses,
    journal,
    new Status(server, statuses),
    new ReviewerView({ server, statuses, journal, confirmations, extension: context.extensionUri, report }),
    server.onState((state) => state !== 'running' && confirmations.forget()),
    ...registerCommands({
      server,
      secrets,
      models,
      preview,
      threads,
      confirmations,
      journal,
      log,
      report,
      extension: context.extensionUri,
    }),
    ...registerChat({ server, models }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server?.restart()),
    whenBasesChange(() => void server?.restart()),
    whenPathChanges(() => void server?.restart()),
  );
  log.info(`extension: activated in ${Math.round(performance.now() - begun)} ms`);
  void server.start(); // activation does not wait for a process
}

/**
 * Restarts when the setting names another program. VS Code also tells of changes that leave
 * the value as it was, as when it has read a file of settings that was being written.
 */
function whenPathChanges(restart: () => void): vscode.Disposable {
  const named = () => JSON.stringify(vscode.workspace.getConfiguration('designls.server').get('path'));
  let path = named();
  return vscode.workspace.onDidChangeConfiguration(() => {
    const before = path;
    path = named();
    if (path !== before) restart();
  });
}

/** Called by VS Code before it ends. */
export function deactivate(): Promise<void> | undefined {
  return server?.shutdown();
}
