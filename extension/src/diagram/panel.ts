// The diagram panel: the mermaid block at the cursor, large, beside its text.
import * as vscode from 'vscode';
import { blockAt, type MermaidBlock, mermaidBlocks } from './block';
import { type FromPage, type ToPage } from './messages';
import { pageOf } from './page';

/** How long the author may type before the picture follows, in milliseconds. */
const pause = 200;

/** DiagramPanel shows one block at a time; there is one panel for all documents. */
export class DiagramPanel implements vscode.Disposable {
  private static current: DiagramPanel | undefined;
  private readonly subscriptions: vscode.Disposable[] = [];
  private document: vscode.TextDocument | undefined;
  private line = 0;
  private drawn = '';
  private timer: NodeJS.Timeout | undefined;

  /** Opens the panel, or brings it to the front, on the block at the cursor. */
  static open(editor: vscode.TextEditor, extension: vscode.Uri): void {
    DiagramPanel.current ??= new DiagramPanel(extension);
    DiagramPanel.current.panel.reveal(DiagramPanel.current.panel.viewColumn ?? vscode.ViewColumn.Beside, true);
    DiagramPanel.current.follow(editor);
  }

  private readonly panel: vscode.WebviewPanel;

  private constructor(extension: vscode.Uri) {
    const dist = vscode.Uri.joinPath(extension, 'dist');
    this.panel = vscode.window.createWebviewPanel(
      'designls.diagram',
      vscode.l10n.t('Diagram'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [dist], retainContextWhenHidden: true },
    );
    this.subscriptions.push(
      this.panel.onDidDispose(() => this.dispose()),
      this.panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.changed(document.uri)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach((uri) => this.changed(uri))),
    );
    this.panel.webview.html = pageOf(this.panel.webview, dist);
  }

  /** Turns to the block at the cursor, if it is in one. */
  private follow({ document, selection }: vscode.TextEditor): void {
    if (document.languageId !== 'markdown') return;
    const block = blockAt(mermaidBlocks(document.getText()), selection.active.line);
    if (!block && this.document) return;
    this.document = document;
    this.line = block?.open ?? selection.active.line;
    this.drawSoon();
  }

  private changed(uri: vscode.Uri): void {
    if (uri.toString() === this.document?.uri.toString()) this.drawSoon();
  }

  private drawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), pause);
  }

  private draw(again = false): void {
    const document = this.document;
    if (!document || document.isClosed) return;
    const blocks = mermaidBlocks(document.getText());
    const block = blockAt(blocks, this.line) ?? nearest(blocks, this.line);
    if (block) this.line = block.open;
    const message: ToPage = block
      ? {
          type: 'draw',
          source: block.source,
          line: block.open + 1,
          block: `${blocks.indexOf(block)} ${document.uri.toString()}`,
          wrong: wrongWith(document.uri, block),
        }
      : { type: 'none' };
    this.panel.title = vscode.l10n.t('Diagram: {0}', document.uri.path.split('/').at(-1)!);
    const key = JSON.stringify(message);
    if (key === this.drawn && !again) return;
    this.drawn = key;
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    if (message.type === 'ready') this.draw(true);
    else if (message.type === 'failed') void vscode.window.showErrorMessage(message.message);
    else await this.save(message.format, message.content);
  }

  /** Writes a picture where the author wants it. */
  private async save(format: 'svg' | 'png', content: string): Promise<void> {
    const base = this.document?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    try {
      const target = await vscode.window.showSaveDialog({
        ...(base ? { defaultUri: base.with({ path: base.path.replace(/(\.md)?$/, `-diagram.${format}`) }) } : {}),
        filters: { [format.toUpperCase()]: [format] },
      });
      if (target) await vscode.workspace.fs.writeFile(target, Buffer.from(content, 'base64'));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The picture was not saved: {0}', why));
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    DiagramPanel.current = undefined;
    for (const s of this.subscriptions.splice(0)) s.dispose();
  }
}

/** What the server finds wrong with a block, with the line of the document. */
function wrongWith(uri: vscode.Uri, block: MermaidBlock): string {
  const found = vscode.languages
    .getDiagnostics(uri)
    .find(
      ({ code, range }) =>
        (typeof code === 'object' ? code.value : code) === 'diagram-syntax' &&
        block.open <= range.start.line &&
        range.start.line <= block.close,
    );
  return found ? vscode.l10n.t('Line {0}: {1}', found.range.start.line + 1, found.message) : '';
}

/** The block nearest to a line: the text above it may have grown. */
function nearest<B extends { open: number }>(blocks: B[], line: number): B | undefined {
  return blocks.reduce<B | undefined>(
    (best, b) => (best && Math.abs(best.open - line) <= Math.abs(b.open - line) ? best : b),
    undefined,
  );
}
