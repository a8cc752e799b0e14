import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answer, type ChatParts, followups } from '../../src/chat/answer';
import { type Stream } from '../../src/chat/reply';
import { type Work } from '../../src/chat/run';
import { type PreviewAnswer } from '../../src/chat/wire';
import { type RunStatus, type RunText } from '../../src/protocol';
import { type State } from '../../src/server';
import { until } from './until';

const text =
  '---\ndesignls: true\n---\n\n# Feed\n\n## Goals\n\nThe system must be highly scalable.\n\nThe API server writes posts to Postgres.\n';

const findings = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter((d) => d.source?.startsWith('designls'));

async function open(content = text): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** A stream that writes down what it is told. */
class Told implements Stream {
  said = '';
  doing: string[] = [];
  buttons: vscode.Command[] = [];
  places: vscode.Location[] = [];
  references: (vscode.Uri | vscode.Location)[] = [];
  markdown = (value: string | vscode.MarkdownString) =>
    void (this.said += typeof value === 'string' ? value : value.value);
  progress = (value: string) => void this.doing.push(value);
  anchor = (value: vscode.Uri | vscode.Location) => void this.places.push(value as vscode.Location);
  button = (command: vscode.Command) => void this.buttons.push(command);
  reference = (value: vscode.Uri | vscode.Location) => void this.references.push(value);
}

/** The server of the extension, by the commands that it has registered. */
const running: Work = {
  execute: (command, argument) => Promise.resolve(vscode.commands.executeCommand(command, argument)),
  cancel: () => Promise.resolve(),
  onRun: new vscode.EventEmitter<RunStatus>().event,
  onText: new vscode.EventEmitter<RunText>().event,
  onState: new vscode.EventEmitter<State>().event,
};

const models: ChatParts['models'] = { lend: (model) => `${model.vendor}/${model.id}` };
const never = () => new vscode.CancellationTokenSource().token;

const fake = (id: string) =>
  until(`the model ${id}`, async () => (await vscode.lm.selectChatModels({ vendor: 'fakelm', id }))[0]);

async function ask(command: string | undefined, prompt = '', more: Partial<vscode.ChatRequest> = {}, server = running) {
  const stream = new Told();
  const request = { command, prompt, references: [], model: await fake('recap'), ...more };
  const result = await answer({ server, models }, request, stream, never());
  return { stream, result };
}

const setEngine = (engine: string | undefined) =>
  vscode.workspace.getConfiguration('designls').update('engine', engine, vscode.ConfigurationTarget.Global);

describe('the participant of the chat', () => {
  before(() => vscode.extensions.getExtension('designls.designls')!.activate());

  it('says what to do when no document is open', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'Some notes.' }));
    const { result } = await ask('critique');
    assert.match(result.errorDetails?.message ?? '', /No design document is open: open one, or attach one/);
  });

  it('says what can be asked', async () => {
    const { stream, result } = await ask(undefined);
    for (const name of ['/ask', '/critique', '/diagram', '/recap', '/deepdive']) assert.ok(stream.said.includes(name));
    assert.equal(result.errorDetails, undefined);
    assert.match((await ask('diagram', 'a pie')).stream.said, /no diagram “a pie”; there are context, container/);
  });

  it('shows what it would write, and writes it as one undo step', async () => {
    const document = await open();
    await until('findings', () => findings(document.uri).length > 0);
    const { stream, result } = await ask('ask');
    assert.equal(result.errorDetails, undefined);
    assert.match(stream.said, /## Clarifying questions/);
    assert.doesNotMatch(stream.said, /designls:begin/);
    assert.match(stream.said, /Made offline/);
    assert.equal(document.getText(), text);
    const [insert, choose] = stream.buttons;
    assert.equal(choose!.command, 'designls.useChatModel');
    await vscode.commands.executeCommand(insert!.command, ...(insert!.arguments as unknown[]));
    await until('the block', () => document.getText().includes('designls:begin questions'));
    await vscode.commands.executeCommand('undo');
    await until('the text as it was', () => document.getText() === text);
    assert.ok(followups(result).length > 0);
  });

  it('is about the document that is attached, and its lines', async () => {
    const attached = await open(text.replace('Feed', 'Attached'));
    await open('# Other\n\nNothing.\n');
    const references = [{ id: 'a', value: new vscode.Location(attached.uri, new vscode.Range(8, 0, 8, 20)) }];
    const { stream } = await ask('critique', '', { references });
    assert.match(stream.said, /highly scalable/);
    assert.doesNotMatch(stream.said, /missing-section/);
    assert.equal(stream.places[0]!.uri.toString(), attached.uri.toString());
    assert.equal(stream.places[0]!.range.start.line, 8);
    assert.deepEqual(stream.references, [references[0]!.value]);
    assert.deepEqual(
      stream.buttons.map((b) => b.command),
      ['designls.showFindings', 'designls.useChatModel'],
    );
  });

  it('passes on what the server says, as one sentence', async () => {
    await open();
    const unknown = await ask('critique', 'Nowhere');
    assert.match(unknown.result.errorDetails?.message ?? '', /There is no section "Nowhere".*"Goals"/);
    const { stream, result } = await ask('deepdive', 'quarks');
    assert.equal(result.errorDetails, undefined);
    assert.match(stream.said, /quarks/);
    assert.deepEqual(
      stream.buttons.map((b) => b.command),
      ['designls.useChatModel'],
    );
  });

  it('has the model of the chat answer, where the editor’s model reviews', async () => {
    await setEngine('editor');
    try {
      const asked = () => vscode.commands.executeCommand<number>('fakelm.asked', 'recap');
      const before = await asked();
      const document = await open(text.replace('Feed', 'By the model'));
      const { stream, result } = await until('a reply of the model', async () => {
        const reply = await ask('recap');
        return reply.stream.said.includes('By Fake recap') ? reply : undefined;
      });
      assert.equal(result.errorDetails, undefined);
      assert.ok((await asked()) > before);
      assert.match(stream.said, /The feed is precomputed/);
      const [insert] = stream.buttons;
      const asks = await asked();
      await vscode.commands.executeCommand(insert!.command, ...(insert!.arguments as unknown[]));
      await until('the block', () => document.getText().includes('The feed is precomputed'));
      assert.equal(await asked(), asks, 'what was shown is inserted without asking again');
    } finally {
      await setEngine(undefined);
    }
  });

  it('goes on without a model whose quota is used up, and says so', async () => {
    await setEngine('editor');
    try {
      await open(text.replace('Feed', 'Quota'));
      const { stream } = await until('the model is asked', async () => {
        const reply = await ask('recap', '', { model: await fake('quota') });
        return reply.stream.said.includes('quota') ? reply : undefined;
      });
      assert.match(stream.said, /premium requests.*made without it/s);
      assert.match(stream.said, /## Recap/);
    } finally {
      await setEngine(undefined);
    }
  });

  it('tells when a button is too old', async () => {
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand('designls.insert', { run: 'designls-preview-0' })),
      /not kept any more.*ask for it again/,
    );
  });
});

describe('a reply', () => {
  const told: PreviewAnswer = {
    run: 'r1',
    action: 'insert-recap',
    title: 'Insert recap',
    summary: 'Written.',
    markdown: '## Recap\n\nOne.\n',
    inserts: true,
    engine: 'editor',
    model: 'm',
    phase: 'design',
  };

  /** A server whose run ends when the test says so. */
  function scripted() {
    const runs = new vscode.EventEmitter<RunStatus>();
    const texts = new vscode.EventEmitter<RunText>();
    const states = new vscode.EventEmitter<State>();
    const cancelled: string[] = [];
    let end: (answer: PreviewAnswer) => void = () => undefined;
    const ended = new Promise<PreviewAnswer>((resolve) => (end = resolve));
    const server: Work = {
      execute: (command) => (command === 'designls.run' ? Promise.resolve({ run: 'r1' }) : ended),
      cancel: (run) => Promise.resolve(void cancelled.push(run)),
      onRun: runs.event,
      onText: texts.event,
      onState: states.event,
    };
    return { server, runs, texts, states, cancelled, end: (answer: PreviewAnswer) => end(answer) };
  }
  const working = { run: 'r1', state: 'working', doing: 'Waiting for m' } as RunStatus;
  const piece = (reply: number, text: string, run = 'r1') => ({ run, uri: '', reply, text });

  it('streams as it is written, and has no more at the end than the checks have added', async () => {
    await open();
    const { server, runs, texts, end } = scripted();
    const stream = new Told();
    const request = { command: 'recap', prompt: '', references: [], model: await fake('recap') };
    const answered = answer({ server, models }, request, stream, never());
    await until('the run', () => {
      runs.fire(working);
      return stream.doing.includes('Waiting for m');
    });
    texts.fire(piece(1, '## Recap\n'));
    texts.fire(piece(1, 'of another', 'r2'));
    assert.equal(stream.said, '## Recap\n');
    texts.fire(piece(1, '\nOne.\n'));
    texts.fire(piece(2, '{"asked":"again"}\n'));
    assert.equal(stream.said, '## Recap\n\nOne.\n');
    end({ ...told, markdown: '## Recap\n\nOne.\n\nTwo.\n', conflict: 'You have edited it.' });
    await answered;
    assert.match(stream.said, /^## Recap\n\nOne\.\n\nTwo\.\n\n\nWritten\. By Fake recap, checked\. You have edited/);
  });

  it('is cancelled at once, and so is the run', async () => {
    await open();
    const { server, runs, cancelled } = scripted();
    const stream = new Told();
    const source = new vscode.CancellationTokenSource();
    const request = { command: 'recap', prompt: '', references: [], model: await fake('recap') };
    const answered = answer({ server, models }, request, stream, source.token);
    await until('the run', () => {
      runs.fire(working);
      return stream.doing.length > 0;
    });
    source.cancel();
    assert.deepEqual(await answered, {});
    await until('the server hears of it', () => cancelled.includes('r1'));
    assert.deepEqual(stream.buttons, []);
  });

  it('ends in a sentence when the server stops', async () => {
    await open();
    const { server, runs, states } = scripted();
    const stream = new Told();
    const request = { command: 'recap', prompt: '', references: [], model: await fake('recap') };
    const answered = answer({ server, models }, request, stream, never());
    await until('the run', () => {
      runs.fire(working);
      return stream.doing.length > 0;
    });
    states.fire('stopped');
    assert.match((await answered).errorDetails?.message ?? '', /server stopped; the document is unchanged\. Ask again/);
  });
});
