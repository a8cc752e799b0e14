// Which of the editor's models answers: asked once in each workspace.
import * as vscode from 'vscode';
import { MessageError } from './wire';

const key = 'designls.editorModel';

/** Whether this editor has an interface for models at all. Forks may have none. */
export function hasModels(): boolean {
  return typeof (vscode as { lm?: Partial<typeof vscode.lm> }).lm?.selectChatModels === 'function';
}

/** ModelChoice remembers a model for the workspace. */
export class ModelChoice {
  private asking: Promise<vscode.LanguageModelChat> | undefined;
  /** Models of chats, by their ids: a chat may have one that is not listed. */
  private readonly lent = new Map<string, vscode.LanguageModelChat>();

  constructor(private readonly memory: vscode.Memento) {}

  /** Keeps the model that was chosen in a chat, and returns the word by which model() knows it. */
  lend(model: vscode.LanguageModelChat): string {
    this.lent.set(idOf(model), model);
    return idOf(model);
  }

  /** Takes a model for the workspace from now on. */
  async take(model: Pick<vscode.LanguageModelChat, 'vendor' | 'id'>): Promise<void> {
    await this.memory.update(key, idOf(model));
  }

  /** The model of a chat, or that of the workspace; asks when there is none yet, or it is gone. */
  async model(wanted?: string): Promise<vscode.LanguageModelChat> {
    const ofChat = wanted && this.lent.get(wanted);
    if (ofChat) return ofChat;
    const models = await available();
    if (wanted) {
      const found = models.find((m) => idOf(m) === wanted);
      if (found) return found;
      throw new MessageError('model-unknown', vscode.l10n.t('the model of the chat is not there any more'));
    }
    const remembered = models.find((m) => idOf(m) === this.memory.get(key));
    if (remembered) return remembered;
    if (models.length === 1) return models[0]!;
    // Several requests at a time ask once.
    this.asking ??= this.ask(models).finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** Asks anew, because the user wants to choose. */
  async choose(): Promise<vscode.LanguageModelChat> {
    return this.ask(await available());
  }

  private async ask(models: vscode.LanguageModelChat[]): Promise<vscode.LanguageModelChat> {
    const picked = await vscode.window.showQuickPick(
      models.map((model) => ({
        label: model.name,
        description: model.vendor,
        detail: vscode.l10n.t('takes {0} tokens', model.maxInputTokens.toLocaleString()),
        model,
      })),
      { title: vscode.l10n.t('Which model should review?'), matchOnDescription: true, ignoreFocusOut: true },
    );
    if (!picked) throw new MessageError('declined', vscode.l10n.t('no model was chosen'));
    await this.take(picked.model);
    return picked.model;
  }
}

async function available(): Promise<vscode.LanguageModelChat[]> {
  const models = await vscode.lm.selectChatModels({});
  if (models.length > 0) return models;
  throw new MessageError(
    'model-unknown',
    vscode.l10n.t(
      'VS Code has no language model; install or sign in to an extension that provides one, or run "Design: Choose Reviewer…"',
    ),
  );
}

const idOf = (model: Pick<vscode.LanguageModelChat, 'vendor' | 'id'>) => `${model.vendor}/${model.id}`;
