// Documents that only show something: nobody can edit or save them.
import * as vscode from 'vscode';

export const previewScheme = 'designls-preview';

/** Preview keeps the texts that are shown. */
export class Preview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions = [
    this.changed,
    vscode.workspace.registerTextDocumentContentProvider(previewScheme, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
  ];

  /** Shows a text beside the one that is being written. */
  async show(name: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: previewScheme, path: `/${name}` });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    for (const s of this.subscriptions) s.dispose();
  }
}
