// One connection to one server process.
import { type ChildProcess, spawn } from 'node:child_process';
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  LSPErrorCodes,
  ResponseError,
  RevealOutputChannelOn,
  type StaticFeature,
} from 'vscode-languageclient/node';
import { BinaryError } from './binary';
import { type ApplyEdit, middleware } from './middleware';

export type { ApplyEdit };
import { type CreateMessageParams, type CreateMessageResult, MessageError } from './model/wire';
import {
  announced,
  createMessageMethod,
  type DocumentStatus,
  progressMethod,
  runMethod,
  type RunStatus,
  type RunText,
  statusMethod,
  textMethod,
} from './protocol';
import { serverSettings } from './settings';

/** Has the editor's model answer; text is passed on as it comes. */
export type Answer = (
  params: CreateMessageParams,
  token: vscode.CancellationToken,
  write: (text: string) => void,
) => Promise<CreateMessageResult>;

/** What a connection is made from. */
export interface ClientOptions {
  program: string;
  environment: Record<string, string>;
  log: vscode.LogOutputChannel;
  /** Missing where there are no models, or they must not be used. */
  answer?: Answer;
  onClosed: () => void;
  onStatus: (status: DocumentStatus) => void;
  onRun: (run: RunStatus) => void;
  onText: (text: RunText) => void;
  applyEdit: ApplyEdit;
}

export interface Client {
  start(): Promise<void>;
  stop(): Promise<void>;
  execute(command: string, argument: unknown): Promise<unknown>;
  notify(method: string, params: object): Promise<void>;
}

/** What goes wrong is told once, by whoever asked for it; the library would tell it, too. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Shutting down may take so long, in milliseconds; then the process is ended. */
const patience = 3000;
/** A program has so long for its greeting. */
const startPatience = 15_000;

/** Makes a connection, which is not started yet. */
export function newClient(options: ClientOptions): Client {
  let child: ChildProcess | undefined;
  const server = async () => (child = await launch(options));
  const client = new QuietClient('designls', 'Design Documents', server, clientOptions(options));
  client.registerFeature(announce(options.answer !== undefined));
  client.onNotification(statusMethod, options.onStatus);
  client.onNotification(runMethod, options.onRun);
  client.onNotification(textMethod, options.onText);
  if (options.answer) client.onRequest(createMessageMethod, answering(client, options.answer));
  return {
    start: () => greeting(client.start(), options.program),
    async stop() {
      try {
        await client.dispose(patience);
      } finally {
        child?.kill('SIGKILL'); // one that has ended by itself is not hurt
      }
    },
    execute: (command, argument) =>
      client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] }) as Promise<unknown>,
    notify: (method, params) => client.sendNotification(method, params),
  };
}

/** Handles requests to the editor's model. What fails has its kind with it. */
const answering =
  (client: LanguageClient, answer: Answer) =>
  async (params: CreateMessageParams, token: vscode.CancellationToken): Promise<CreateMessageResult> => {
    const write = (text: string) =>
      void client.sendNotification(progressMethod, { token: params.token, value: { text } }).catch(() => undefined);
    try {
      return await answer(params, token, write);
    } catch (error) {
      if (error instanceof MessageError) {
        throw new ResponseError(LSPErrorCodes.RequestFailed, error.message, { kind: error.kind });
      }
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    }
  };

/** Starts the program; the promise is one of a process that runs. */
function launch(options: ClientOptions): Promise<ChildProcess> {
  const child = spawn(options.program, ['serve', '--stdio'], { env: { ...process.env, ...options.environment } });
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child));
    child.on('error', reject);
  });
}

/** Waits for the greeting of a program, which may be anything that tells a version. */
async function greeting(start: Promise<void>, program: string): Promise<void> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(
        new BinaryError(
          vscode.l10n.t(
            '{0} was started and does not answer. Your documents are unchanged; look at the log, or set designls.server.path to another designls.',
            program,
          ),
        ),
      );
    }, startPatience).unref();
  });
  await Promise.race([start, late]);
}

function clientOptions(options: ClientOptions): LanguageClientOptions {
  return {
    // Any scheme: documents that are not saved yet, or lie in a virtual workspace,
    // are reviewed by their text alone. What is shown of a version is not.
    documentSelector: ['file', 'untitled', 'vscode-vfs', 'vscode-remote'].map((scheme) => ({
      scheme,
      language: 'markdown',
    })),
    outputChannel: options.log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: serverSettings(),
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        options.onClosed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    // A start that fails is told by whoever asked for it.
    initializationFailedHandler: () => false,
    markdown: { isTrusted: false, supportHtml: false },
    middleware: middleware(options.applyEdit),
  };
}

/** Tells the server what this client can do beside the protocol. */
const announce = (createMessage: boolean): StaticFeature => ({
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = {
      ...(capabilities.experimental as object | undefined),
      ...announced(createMessage),
    };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
});
