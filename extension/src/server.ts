// The server as the rest of the extension sees it: it is started, dies, comes back,
// and can be asked to run commands. Documents are VS Code's and survive all of it.
import * as vscode from 'vscode';
import { BinaryError, type Candidate, choose, mismatch, probe } from './binary';
import type { Answer, ApplyEdit, Client } from './client';
import { type Secrets } from './secrets';
import { cancelMethod, type DocumentStatus, type RunStatus, type RunText } from './protocol';
import { type State, Supervisor } from './supervisor';

export { type State } from './supervisor';

const openSettings = () => vscode.l10n.t('Open Settings');
const showLog = () => vscode.l10n.t('Show Log');

/** Server keeps one server process running. */
export class Server implements vscode.Disposable {
  private readonly statusEmitter = new vscode.EventEmitter<DocumentStatus>();
  private readonly stateEmitter = new vscode.EventEmitter<State>();
  private readonly runEmitter = new vscode.EventEmitter<RunStatus>();
  private readonly textEmitter = new vscode.EventEmitter<RunText>();
  private readonly supervisor = new Supervisor<Client>({
    launch: (signal, closed) => this.launch(signal, closed),
    onState: (state) => this.stateEmitter.fire(state),
    onFailed: (error) => void this.explain(error),
    onCrashed: (wait) => this.log.warn(`server: it ended unexpectedly; it is started again in ${wait} ms`),
    onGivenUp: () => void this.giveUp(),
  });

  /** How a document stands, after each review of it. */
  readonly onStatus = this.statusEmitter.event;
  readonly onState = this.stateEmitter.event;
  /** News of a run. */
  readonly onRun = this.runEmitter.event;
  /** What a model is writing. */
  readonly onText = this.textEmitter.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly secrets: Secrets,
    private readonly answer: Answer | undefined,
    private readonly applyEdit: ApplyEdit,
  ) {}

  /** Starts the server, or starts it again. Starts follow one another; none fails. */
  start(): Promise<void> {
    return this.supervisor.start();
  }

  /** Starts the server because the user wants it. */
  restart(): Promise<void> {
    return this.supervisor.restart();
  }

  /** The program that is started: commands run it, too. */
  candidate(): Candidate {
    return choose({
      setting: vscode.workspace.getConfiguration('designls').get<unknown>('server.path', ''),
      environment: process.env['DESIGNLS_PATH'],
      extension: this.context.extensionPath,
      trusted: vscode.workspace.isTrusted,
    });
  }

  private async greet(version: string): Promise<void> {
    this.log.info(`server: designls ${version}`);
    const wrong = mismatch(version, (this.context.extension.packageJSON as { version: string }).version);
    // Told once for each version, and the server works meanwhile.
    const key = `mismatch ${version}`;
    if (!wrong || this.context.globalState.get(key)) return;
    await this.context.globalState.update(key, true);
    void this.offer(vscode.window.showWarningMessage(wrong, openSettings()));
  }

  private async launch(signal: AbortSignal, closed: () => void): Promise<Client> {
    const candidate = this.candidate();
    await this.greet(await probe(candidate, signal));
    this.log.info(`server: ${candidate.path}`);
    const environment = await this.secrets.environment();
    const { connect } = await import('./client'); // the library of the protocol is large
    return connect({
      program: candidate.path,
      environment,
      signal,
      log: this.log,
      ...(this.answer && vscode.workspace.isTrusted ? { answer: this.answer } : {}),
      onClosed: closed,
      onStatus: (status) => this.statusEmitter.fire(status),
      onRun: (run) => this.runEmitter.fire(run),
      onText: (text) => this.textEmitter.fire(text),
      applyEdit: this.applyEdit,
    });
  }

  private giveUp(): Promise<void> {
    const message = vscode.l10n.t('The design server keeps stopping. Your documents are unchanged.');
    return this.offer(vscode.window.showErrorMessage(message, vscode.l10n.t('Restart'), showLog()));
  }

  /** Tells why there is no server. */
  private explain(error: unknown): Promise<void> {
    const details = error instanceof BinaryError ? error.details : String(error);
    this.log.error(`server: ${String(error)}\n${details}`);
    const message =
      error instanceof BinaryError
        ? error.message
        : vscode.l10n.t('The design server could not be started. Your documents are unchanged.');
    return this.offer(vscode.window.showErrorMessage(message, openSettings(), showLog(), vscode.l10n.t('Retry')));
  }

  private async offer(message: Thenable<string | undefined>): Promise<void> {
    const chosen = await message;
    if (chosen === openSettings()) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'designls.server.path');
    } else if (chosen === showLog()) {
      this.log.show();
    } else if (chosen) {
      await this.restart();
    }
  }

  /** Has the server carry out one of its commands. The error is one for the user. */
  async execute(command: string, argument: unknown): Promise<unknown> {
    if (!this.supervisor.running) await this.supervisor.settled(); // the first question may come before it is up
    const client = this.supervisor.running;
    if (!client) {
      throw new Error(vscode.l10n.t('The design server is not running. Run "Design: Restart Server", then try again.'));
    }
    return client.execute(command, argument);
  }

  /** Cancels a run by its token. One that is over is none. */
  async cancel(token: string): Promise<void> {
    await this.supervisor.running?.notify(cancelMethod, { token });
  }

  dispose(): void {
    this.statusEmitter.dispose();
    this.stateEmitter.dispose();
    this.runEmitter.dispose();
    this.textEmitter.dispose();
  }

  /** Ends the server, when VS Code ends the extension. */
  shutdown(): Promise<void> {
    return this.supervisor.shutdown();
  }
}
