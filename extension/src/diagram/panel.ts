// The diagram panel: the mermaid block at the cursor, large, beside its text.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { blockAt, mermaidBlocks } from './block';
import { type FromPage, type ToPage } from './messages';

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
    DiagramPanel.current.panel.reveal(vscode.ViewColumn.Beside, true);
    DiagramPanel.current.follow(editor);
  }

  private readonly panel: vscode.WebviewPanel;

  private constructor(private readonly extension: vscode.Uri) {
    const dist = vscode.Uri.joinPath(extension, 'dist');
    this.panel = vscode.window.createWebviewPanel(
      'designls.diagram',
      vscode.l10n.t('Diagram'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [dist], retainContextWhenHidden: true },
    );
    this.panel.webview.html = this.page();
    this.subscriptions.push(
      this.panel.onDidDispose(() => this.dispose()),
      this.panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) this.drawSoon();
      }),
    );
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

  private drawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), pause);
  }

  private draw(again = false): void {
    if (!this.document || this.document.isClosed) return;
    const blocks = mermaidBlocks(this.document.getText());
    const block = blockAt(blocks, this.line) ?? nearest(blocks, this.line);
    if (block) this.line = block.open;
    const message: ToPage = block ? { type: 'draw', source: block.source, line: block.open + 1 } : { type: 'none' };
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

  private async save(format: 'svg' | 'png', content: string): Promise<void> {
    const base = this.document?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      ...(base ? { defaultUri: base.with({ path: base.path.replace(/(\.md)?$/, `-diagram.${format}`) }) } : {}),
      filters: { [format.toUpperCase()]: [format] },
    });
    if (target) await vscode.workspace.fs.writeFile(target, Buffer.from(content, 'base64'));
  }

  private page(): string {
    const { webview } = this.panel;
    const nonce = randomBytes(16).toString('base64');
    const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.extension, 'dist', name)).toString();
    // Mermaid puts the styles of a diagram into it; scripts are only ours.
    const policy = [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src ${webview.cspSource} 'unsafe-inline'`,
      'img-src data: blob:',
      `font-src ${webview.cspSource}`,
    ].join('; ');
    return `<!doctype html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file('diagram.css')}">
<title>${vscode.l10n.t('Diagram')}</title>
</head>
<body>
<div id="tools" role="toolbar" aria-label="${vscode.l10n.t('Diagram')}">
<button id="in" title="${vscode.l10n.t('Zoom in')} (+)" aria-label="${vscode.l10n.t('Zoom in')}">+</button>
<button id="out" title="${vscode.l10n.t('Zoom out')} (-)" aria-label="${vscode.l10n.t('Zoom out')}">−</button>
<button id="fit" title="${vscode.l10n.t('Fit to the window')} (0)" aria-label="${vscode.l10n.t('Fit to the window')}">${vscode.l10n.t('Fit')}</button>
<button id="svg" title="${vscode.l10n.t('Save as SVG')}">SVG</button>
<button id="png" title="${vscode.l10n.t('Save as PNG')}">PNG</button>
<span id="said" role="status"></span>
</div>
<div id="stage" tabindex="0" role="img" aria-label="${vscode.l10n.t('Diagram; plus and minus zoom, arrows move it')}"><div id="picture"></div></div>
<script nonce="${nonce}" src="${file('diagram.js')}"></script>
</body>
</html>`;
  }

  dispose(): void {
    clearTimeout(this.timer);
    DiagramPanel.current = undefined;
    for (const s of this.subscriptions.splice(0)) s.dispose();
  }
}

/** The block nearest to a line: the text above it may have grown. */
function nearest<B extends { open: number }>(blocks: B[], line: number): B | undefined {
  return blocks.reduce<B | undefined>(
    (best, b) => (best && Math.abs(best.open - line) <= Math.abs(b.open - line) ? best : b),
    undefined,
  );
}
