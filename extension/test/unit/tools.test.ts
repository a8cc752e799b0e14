import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { slashCommands } from '../../src/chat/job';
import { toolNames } from '../../src/tools/names';
import { toldBy } from '../../src/tools/told';

const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 4 } });
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

const finding = (line: number, severity: string, source = 'rules') => ({
  id: `f${line}`,
  rule: 'estimate',
  severity,
  message: 'Off.',
  quote: '40',
  range: range(line),
  source,
});

test('findings are told with the gravest first, and lines from one', () => {
  const answer = {
    design: true,
    phase: 'design',
    decided: 0,
    findings: [finding(9, 'hint'), finding(4, 'warning', 'gpt'), finding(2, 'warning'), finding(7, 'error')],
  };
  assert.deepEqual(json(toldBy('designls_findings', 'a.md', answer, { severity: 'warning' }, 2)), {
    file: 'a.md',
    phase: 'design',
    findings: [
      { line: 8, severity: 'error', rule: 'estimate', message: 'Off.', quote: '40' },
      { line: 3, severity: 'warning', rule: 'estimate', message: 'Off.', quote: '40' },
    ],
    findingsLeftOut: 1,
  });
  const all = json(toldBy('designls_findings', 'a.md', answer, { severity: 'all of them' })) as { findings: object[] };
  assert.equal(all.findings.length, 4);
  assert.deepEqual(all.findings[2], {
    line: 5,
    severity: 'warning',
    rule: 'estimate',
    message: 'Off.',
    quote: '40',
    source: 'gpt',
  });
});

test('of a file that is no design document it is said', () => {
  const told = toldBy('designls_findings', 'README.md', { design: false, decided: 0, findings: [] }, {});
  assert.equal(told['design'], false);
  assert.match(String(told['note']), /Treat This File as a Design Document/);
});

test('a graph and numbers have their lines', () => {
  const graph = {
    components: [
      { name: 'API', kind: 'service', aliases: [], range: range(3) },
      { name: 'Users', kind: 'person', aliases: ['people'] },
    ],
    edges: [{ from: 'Users', to: 'API', label: '', range: range(5) }],
  };
  assert.deepEqual(json(toldBy('designls_graph', 'a.md', graph, {})), {
    file: 'a.md',
    components: [
      { name: 'API', kind: 'service', line: 4 },
      { name: 'Users', kind: 'person', aliases: ['people'] },
    ],
    edges: [{ from: 'Users', to: 'API', line: 6 }],
  });
  const numbers = {
    stated: [{ fact: 'users', title: 'users', quote: '10 users', range: range(0) }],
    derived: [{ name: 'Writes', follows: '4 a second', how: '8 / 2', wrong: true }],
  };
  assert.deepEqual(json(toldBy('designls_estimates', 'a.md', numbers, {})), {
    file: 'a.md',
    stated: [{ title: 'users', quote: '10 users', line: 1 }],
    derived: [{ name: 'Writes', follows: '4 a second', how: '8 / 2' }],
  });
});

interface Manifest {
  contributes: {
    chatParticipants: { id: string; commands: { name: string }[] }[];
    languageModelTools: {
      name: string;
      canBeReferencedInPrompt: boolean;
      toolReferenceName: string;
      modelDescription: string;
    }[];
  };
}

test('the participant and the tools of the manifest are those of the code', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const [participant] = contributes.chatParticipants;
  assert.deepEqual(
    participant!.commands.map((c) => c.name),
    [...slashCommands],
  );
  assert.ok(readFileSync('src/chat/register.ts', 'utf8').includes(`'${participant!.id}'`));
  assert.deepEqual(
    contributes.languageModelTools.map((t) => t.name),
    [...toolNames],
  );
  for (const tool of contributes.languageModelTools) {
    assert.ok(tool.canBeReferencedInPrompt && tool.toolReferenceName, tool.name);
    assert.match(tool.modelDescription, /changes nothing/);
  }
});
