import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerMessage } from '../../src/model/answer';
import { type MessageError } from '../../src/model/wire';
import { until } from './until';

const params = {
  system: 'You review designs.',
  messages: [{ role: 'user' as const, content: 'ping' }],
  token: 't',
};

/** Chooses one of the fake models, as a user would have. */
const fake = (id: string) => ({
  model: () => until(`the model ${id}`, async () => (await vscode.lm.selectChatModels({ vendor: 'fakelm', id }))[0]),
});

const never = () => new vscode.CancellationTokenSource().token;

describe("the editor's model", () => {
  it('answers, and its text comes piece by piece', async () => {
    const pieces: string[] = [];
    const answer = await answerMessage(fake('echo'), params, never(), (text) => pieces.push(text));
    assert.equal(answer.text, 'You said: ping');
    assert.equal(pieces.join(''), answer.text);
    assert.ok(pieces.length >= 2, pieces.join('|'));
    assert.equal(answer.model, 'Fake echo');
    assert.ok(answer.promptTokens > 0 && answer.completionTokens > 0, JSON.stringify(answer));
  });

  it('says that the quota is used up', async () => {
    await assert.rejects(
      answerMessage(fake('quota'), params, never(), () => undefined),
      (error: MessageError) => error.kind === 'quota' && /premium requests/.test(error.message),
    );
  });

  it('says that a model is gone', async () => {
    await assert.rejects(
      answerMessage(fake('gone'), params, never(), () => undefined),
      (error: MessageError) => error.kind === 'model-unknown',
    );
  });

  it('is not asked more than it takes', async () => {
    const long = { ...params, messages: [{ role: 'user' as const, content: 'word '.repeat(2000) }] };
    await assert.rejects(
      answerMessage(fake('echo'), long, never(), () => undefined),
      (error: MessageError) => error.kind === 'context-too-long',
    );
  });

  for (const id of ['silent', 'deaf']) {
    // It would be given up only after minutes, so to be rejected at all is to be cancelled.
    it(`is cancelled, even when it is ${id}`, async () => {
      const asked = () => vscode.commands.executeCommand<number>('fakelm.asked', id);
      const before = await asked();
      const source = new vscode.CancellationTokenSource();
      const cancelled = assert.rejects(
        answerMessage(fake(id), params, source.token, () => undefined),
        vscode.CancellationError,
      );
      await until('the request reaches the model', async () => (await asked()) > before);
      source.cancel();
      await cancelled;
    });

    it(`is given up after a time, when it is ${id}`, async () => {
      await assert.rejects(
        answerMessage(fake(id), params, never(), () => undefined, 300),
        (error: MessageError) => error.kind === 'timeout',
      );
    });
  }
});
