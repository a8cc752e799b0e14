// The extension: it starts the server, and puts what the server knows where people
// look in VS Code.
import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { Secrets } from './secrets';
import { Server } from './server';
import { Status } from './status';

let server: Server | undefined;

/** Called by VS Code when the first markdown document is opened, or a command is run. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Design Documents', { log: true });
  const secrets = new Secrets(context.secrets);
  server = new Server(context, log, secrets);
  context.subscriptions.push(
    log,
    server,
    new Status(server),
    ...registerCommands({ server, secrets, log, extension: context.extensionUri }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server?.restart()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('designls.server.path')) void server?.restart();
    }),
  );
  void server.start(); // activation does not wait for a process
}

/** Called by VS Code before it ends. */
export function deactivate(): Promise<void> | undefined {
  return server?.shutdown();
}
