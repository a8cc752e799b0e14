// A provider of language models, each of which behaves in one way.
const vscode = require('vscode');

const recap = [
  '## Recap',
  '',
  'The feed is precomputed, which favours fast reads over cheap writes.',
  '',
  '### Complicating factors still open',
  '',
  '- Accounts with millions of followers make a write slow.',
  '',
  '### Side branches',
  '',
  '- [ ] Ranking: who decides the order, and when it matters.',
];

const behaviours = {
  echo: async (messages, progress) => {
    const last = messages
      .at(-1)
      .content.map((part) => part.value)
      .join('');
    for (const word of ['You said: ', last]) progress.report(new vscode.LanguageModelTextPart(word));
  },
  recap: async (_, progress) => {
    for (const line of recap) {
      progress.report(new vscode.LanguageModelTextPart(line + '\n'));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  },
  slow: async (_, progress) => {
    for (const line of recap) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      progress.report(new vscode.LanguageModelTextPart(line + '\n'));
    }
  },
  endless: async (_, progress, token) => {
    await behaviours.recap(_, progress);
    await new Promise((resolve) => token.onCancellationRequested(resolve));
  },
  silent: (_, __, token) => new Promise((resolve) => token.onCancellationRequested(resolve)),
  deaf: () => new Promise(() => undefined),
  quota: async () => {
    throw vscode.LanguageModelError.Blocked('You have used up your premium requests.');
  },
  gone: async () => {
    throw vscode.LanguageModelError.NotFound('gone');
  },
};

/** How often each model was asked. */
const asked = {};

exports.activate = (context) => {
  const changed = new vscode.EventEmitter();
  context.subscriptions.push(
    changed,
    vscode.commands.registerCommand('fakelm.asked', (id) => asked[id] ?? 0),
    vscode.lm.registerLanguageModelChatProvider('fakelm', {
      onDidChangeLanguageModelChatInformation: changed.event,
      provideLanguageModelChatInformation: () =>
        Object.keys(behaviours).map((id) => ({
          id,
          name: `Fake ${id}`,
          family: 'fake',
          version: '1',
          maxInputTokens: id === 'echo' ? 1000 : 50_000,
          maxOutputTokens: 1000,
          capabilities: { toolCalling: true }, // else the chat offers none of them for its agent mode
        })),
      provideLanguageModelChatResponse: (model, messages, _, progress, token) => {
        asked[model.id] = (asked[model.id] ?? 0) + 1;
        return behaviours[model.id](messages, progress, token);
      },
      provideTokenCount: async (_, text) =>
        Math.ceil((typeof text === 'string' ? text : text.content.map((p) => p.value).join('')).length / 4),
    }),
  );
  changed.fire(); // the chat offers models that were asked for at some time, and nobody has yet
};
