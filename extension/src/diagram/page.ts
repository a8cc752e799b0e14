// The page of the diagram panel, without the picture: the script draws that.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { escaped } from '../html';
import { words } from './words';

/** The HTML of the page, for one webview. */
export function pageOf(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  // Mermaid puts the styles of a diagram into it; scripts are only ours, and nothing is fetched.
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    'img-src data: blob:',
  ].join('; ');
  const said = words();
  const button = (id: string, text: string, name: string, key = '') =>
    `<button id="${id}" title="${escaped(name + (key && ` (${key})`))}" aria-label="${escaped(name)}">${escaped(text)}</button>`;
  return `<!doctype html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file('diagram.css')}">
<title>${escaped(said.tools)}</title>
</head>
<body data-words="${escaped(JSON.stringify(said))}">
<div id="tools" role="toolbar" aria-label="${escaped(said.tools)}">
${button('out', '−', said.zoomOut, '-')}
${button('in', '+', said.zoomIn, '+')}
${button('fit', said.fit, said.fitToWindow, '0')}
<span class="gap"></span>
${button('svg', 'SVG', said.saveSvg)}
${button('png', 'PNG', said.savePng)}
</div>
<div id="said" role="status"></div>
<div id="stage" tabindex="0" role="img" aria-label="${escaped(said.tools)}"><div id="picture"></div></div>
<script nonce="${nonce}" src="${file('diagram.js')}"></script>
</body>
</html>`;
}
