// One connection to one server process.
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type StaticFeature,
  TransportKind,
} from 'vscode-languageclient/node';
import { announced, type DocumentStatus, statusMethod } from './protocol';
import { serverSettings } from './settings';

/** What a connection is made from. */
export interface ClientOptions {
  program: string;
  environment: Record<string, string>;
  log: vscode.LogOutputChannel;
  trusted: boolean;
  onClosed: () => void;
  onStatus: (status: DocumentStatus) => void;
}

export interface Client {
  start(): Promise<void>;
  stop(): Promise<void>;
  execute(command: string, argument: unknown): Promise<unknown>;
}

/** Shutting down may take so long, in milliseconds; then the process is ended. */
const patience = 3000;

/** Makes a connection, which is not started yet. */
export function newClient(options: ClientOptions): Client {
  const client = new LanguageClient('designls', 'Design Documents', serverOptions(options), clientOptions(options));
  client.registerFeature(announce);
  client.onNotification(statusMethod, options.onStatus);
  return {
    start: () => client.start(),
    stop: () => client.dispose(patience),
    execute: (command, argument) =>
      client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] }) as Promise<unknown>,
  };
}

function serverOptions(options: ClientOptions) {
  return {
    command: options.program,
    args: ['serve', '--stdio'],
    transport: TransportKind.stdio,
    options: { env: { ...process.env, ...options.environment } },
  };
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
    middleware: {
      workspace: {
        configuration: (params) => params.items.map((item) => serverSettings(item.scopeUri)),
      },
    },
  };
}

/** Tells the server what this client can do beside the protocol. */
const announce: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { ...(capabilities.experimental as object | undefined), ...announced };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};
