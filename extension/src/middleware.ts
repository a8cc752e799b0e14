// What happens between VS Code and the server.
import * as vscode from 'vscode';
import { type Middleware } from 'vscode-languageclient/node';
import { withoutMessages } from './hover';
import { type RunProgress } from './progress';
import { serverSettings } from './settings';

export function middleware(onProgress: (progress: RunProgress) => void): Middleware {
  return {
    workspace: {
      configuration: (params) => params.items.map((item) => serverSettings(item.scopeUri)),
    },
    async provideHover(document, position, token, next) {
      const hover = await next(document, position, token);
      return hover && shorten(hover, messagesAt(document, position));
    },
    handleWorkDoneProgress(token, params, next) {
      onProgress({ token: String(token), value: params });
      next(token, params);
    },
  };
}

function messagesAt(document: vscode.TextDocument, position: vscode.Position): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((d) => d.source?.startsWith('designls') && d.range.contains(position))
    .map((d) => d.message);
}

function shorten(hover: vscode.Hover, messages: string[]): vscode.Hover | undefined {
  const contents = hover.contents.map((content) => {
    if (!(content instanceof vscode.MarkdownString)) return content;
    const shorter = new vscode.MarkdownString(withoutMessages(content.value, messages), content.supportThemeIcons);
    shorter.isTrusted = false;
    return shorter;
  });
  if (contents.every((c) => c instanceof vscode.MarkdownString && c.value === '')) return undefined;
  return new vscode.Hover(contents, hover.range);
}
