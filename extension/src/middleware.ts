// What happens between VS Code and the server.
import * as vscode from 'vscode';
import {
  type ApplyWorkspaceEditParams,
  type ApplyWorkspaceEditResult,
  type Middleware,
  ResponseError,
} from 'vscode-languageclient/node';
import { withoutMessages } from './hover';
import { serverSettings } from './settings';

/** Makes an edit that the server asks for; next is how VS Code makes it. */
export type ApplyEdit = (
  params: ApplyWorkspaceEditParams,
  next: (params: ApplyWorkspaceEditParams) => Promise<ApplyWorkspaceEditResult>,
) => Promise<ApplyWorkspaceEditResult>;

export function middleware(applyEdit: ApplyEdit): Middleware {
  return {
    workspace: {
      configuration: (params) => params.items.map((item) => serverSettings(item.scopeUri)),
      handleApplyEdit: (params, next) => applyEdit(params, async (edit) => made(await next(edit, none))),
    },
    async provideHover(document, position, token, next) {
      const hover = await next(document, position, token);
      return hover && shorten(hover, messagesAt(document, position));
    },
  };
}

const none = new vscode.CancellationTokenSource().token;

function made(result: ApplyWorkspaceEditResult | ResponseError): ApplyWorkspaceEditResult {
  if (result instanceof ResponseError) throw result;
  return result;
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
