import * as vscode from 'vscode';
import { hasModels } from '../model/choice';
import { checkBase, EndpointError, listModels, originOf } from '../reviewer/endpoint';
import { configuredBase } from '../secrets';
import { type Command, type Parts, say } from './command';
import { askForKey } from './set_api_key';

type Engine = 'builtin' | 'editor' | 'openai';

/** Asks who reviews: nobody but the program, the editor's model, or an endpoint. */
export const chooseReviewer: Command = async (parts) => {
  const engine = await askForEngine();
  if (engine === 'editor') await chooseEditorModel(parts);
  else if (engine === 'openai') await chooseEndpoint(parts);
  else if (engine) await writeSettings({ engine });
};

async function askForEngine(): Promise<Engine | undefined> {
  const now = vscode.workspace.getConfiguration('designls').get<unknown>('engine');
  const items: (vscode.QuickPickItem & { engine: Engine })[] = [
    {
      engine: 'builtin',
      label: vscode.l10n.t('Offline'),
      detail: vscode.l10n.t('Rules and knowledge inside the program. Nothing leaves your machine.'),
    },
    {
      engine: 'editor',
      label: vscode.l10n.t("The editor's model"),
      detail: vscode.l10n.t('A model that an extension provides to VS Code. VS Code asks before it is used.'),
    },
    {
      engine: 'openai',
      label: vscode.l10n.t('A server with the API of OpenAI'),
      detail: vscode.l10n.t('In the cloud or on your own machine. You are asked before text is sent.'),
    },
  ];
  const picked = await vscode.window.showQuickPick(
    items
      .filter(({ engine }) => engine !== 'editor' || hasModels())
      .map((item) => (item.engine === now ? { ...item, description: vscode.l10n.t('in use') } : item)),
    { title: vscode.l10n.t('Who should review?') },
  );
  return picked?.engine;
}

async function chooseEditorModel({ models }: Parts): Promise<void> {
  const model = await models.choose();
  await writeSettings({ engine: 'editor' });
  say(vscode.l10n.t('{0} answers when you run an action. Findings while you type stay offline.', model.name));
}

async function chooseEndpoint(parts: Parts): Promise<void> {
  const base = await askForBase();
  if (!base) return;
  const found = await connect(parts, base);
  if (!found) return;
  const model = await askForModel(base, found.models);
  if (!model) return;
  await parts.secrets.setKey(base, found.key);
  await writeSettings({ engine: 'openai', 'openai.baseUrl': base, 'openai.model': model });
  await parts.server.restart(); // the key comes with its environment
  say(vscode.l10n.t('{0} answers when you run an action.', model));
}

async function askForBase(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Address of the API'),
    value: configuredBase(),
    prompt: vscode.l10n.t('It usually ends in /v1. Nothing of your documents is sent now.'),
    ignoreFocusOut: true,
    validateInput: (value) => {
      const checked = checkBase(value);
      return 'wrong' in checked ? checked.wrong : undefined;
    },
  });
  const checked = checkBase(typed ?? '');
  return 'base' in checked ? checked.base : undefined;
}

/** Tries the address, and asks for a key when one is wanted, until the user gives up. */
async function connect({ secrets }: Parts, base: string): Promise<{ key: string; models: string[] } | undefined> {
  let key: string | undefined = (await secrets.key(base)) ?? '';
  for (;;) {
    try {
      return { key, models: await listing(base, key) };
    } catch (error) {
      if (!(error instanceof EndpointError) || !error.wantsKey) throw error;
      key = await askForKey(base, error.message);
      if (key === undefined) return undefined;
    }
  }
}

const listing = (base: string, key: string) =>
  vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Asking {0} for its models', originOf(base)),
    },
    () => listModels(base, key),
  );

async function askForModel(base: string, models: string[]): Promise<string | undefined> {
  return vscode.window.showQuickPick(models, {
    title: vscode.l10n.t('Which model of {0}?', originOf(base)),
    ignoreFocusOut: true,
  });
}

/** Writes the settings for this workspace, or for the user where there is none. */
export async function writeSettings(values: Record<string, string>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('designls');
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  for (const [name, value] of Object.entries(values)) await configuration.update(name, value, target);
}
