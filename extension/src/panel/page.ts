// The page of the Reviewer panel, without what changes: the script fills it.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { escaped } from '../html';
import { words } from './words';

/** The HTML of the page, for one webview. */
export function pageOf(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!doctype html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file('reviewer.css')}">
<title>${escaped(vscode.l10n.t('Reviewer'))}</title>
</head>
<body>
<main id="root" data-words="${escaped(JSON.stringify(words()))}"></main>
<script nonce="${nonce}" src="${file('reviewer.js')}"></script>
</body>
</html>`;
}
