// How the design documents stand, as the server has told last. Nothing is known of
// documents that are none, or are none any more.
import * as vscode from 'vscode';
import { type DocumentStatus } from './protocol';
import { type Server } from './server';

export class Statuses implements vscode.Disposable {
  private readonly known = new Map<string, DocumentStatus>();
  private readonly emitter = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];

  readonly onChange = this.emitter.event;

  constructor(server: Server) {
    this.subscriptions = [
      this.emitter,
      server.onStatus((status) => this.take(status)),
      server.onState((state) => {
        if (state !== 'running') this.known.clear();
        this.emitter.fire();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.known.delete(uri.toString())) this.emitter.fire();
      }),
    ];
  }

  of(document: vscode.TextDocument | undefined): DocumentStatus | undefined {
    return document && this.known.get(document.uri.toString());
  }

  private take(status: DocumentStatus): void {
    // The server may write the same URI with other escapes.
    const key = vscode.Uri.parse(status.uri).toString();
    if (status.design === false) this.known.delete(key);
    else this.known.set(key, status);
    this.emitter.fire();
  }

  dispose(): void {
    for (const s of this.subscriptions) s.dispose();
  }
}
