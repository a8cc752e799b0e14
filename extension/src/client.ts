// One connection to one server process.
import * as vscode from 'vscode';
import {
  CloseAction,
  ConnectionError,
  ErrorAction,
  ErrorCodes,
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  LSPErrorCodes,
  ResponseError,
  RevealOutputChannelOn,
  ShowMessageRequest,
  type StaticFeature,
} from 'vscode-languageclient/node';
import { launch, type Launched } from './launch';
import { type ApplyEdit, middleware } from './middleware';
import { question } from './question';
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
import { reviewed } from './reviewed';
import { serverSettings } from './settings';

export type { ApplyEdit };

/** Has the editor's model answer; text is passed on as it comes. */
export type Answer = (
  params: CreateMessageParams,
  token: vscode.CancellationToken,
  write: (text: string) => void,
) => Promise<CreateMessageResult>;

/** What a connection is made from. */
export interface ClientOptions {
  program: string;
  /** Ends a program that is only coming up. */
  signal: AbortSignal;
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
const patience = 2000;

/** Starts a program and greets it. The error is a sentence for the user. */
export async function connect(options: ClientOptions): Promise<Client> {
  const note = (line: string) => options.log.warn(line);
  const launched = await launch(options.program, ['serve', '--stdio'], options.environment, options.signal, note);
  const streams = { reader: launched.output, writer: launched.input };
  const client = new QuietClient(
    'designls',
    'Design Documents',
    () => Promise.resolve(streams),
    clientOptions(options),
  );
  client.registerFeature(announce(options.answer !== undefined));
  client.onNotification(statusMethod, options.onStatus);
  client.onNotification(runMethod, options.onRun);
  client.onNotification(textMethod, options.onText);
  client.onRequest(ShowMessageRequest.type, question);
  if (options.answer) client.onRequest(createMessageMethod, answering(client, options.answer));
  try {
    await launched.comesUp(client.start());
  } catch (error) {
    await stop(client, launched, options.log);
    throw error;
  }
  return {
    stop: () => stop(client, launched, options.log),
    execute: (command, argument) =>
      client
        .sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] })
        .catch((error: unknown) => Promise.reject(broken(error) ? new Error(stopped()) : (error as Error))),
    notify: (method, params) => client.sendNotification(method, params),
  };
}

/** Whether a request has no answer because its connection is gone. */
const broken = (error: unknown) =>
  error instanceof ConnectionError ||
  (error instanceof ResponseError &&
    (error.code === ErrorCodes.PendingResponseRejected || error.code === ErrorCodes.ConnectionInactive));

const stopped = () => vscode.l10n.t('The design server stopped before it had an answer. Try again in a moment.');

/** Ends a connection and its process, however they are. */
async function stop(client: LanguageClient, launched: Launched, log: vscode.LogOutputChannel): Promise<void> {
  await client.dispose(patience).catch((error: unknown) => log.debug(`server: it did not end well: ${String(error)}`));
  await launched.end();
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

function clientOptions(options: ClientOptions): LanguageClientOptions {
  return {
    // Any scheme: documents that are not saved yet, or lie in a virtual workspace,
    // are reviewed by their text alone. What is shown of a version is not.
    documentSelector: reviewed(),
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
