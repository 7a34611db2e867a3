import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buildKnowledge } from '@openrounds/knowledge/authoring';
import {
  removeFolders,
  temporaryFolder,
  tinyKnowledge,
  writeFile,
  writeKnowledge,
} from '../../../../libs/knowledge/test/fixture/tiny-knowledge';
import { ChatEndpoint } from '../../../../libs/llm/test/chat-endpoint';
import { runCommandLine } from '../command-line';
import { type LlmReport } from './llm-report';
import { type MeasuredModel } from './measure-llm';
import { type WrittenQuestion } from './recordings';

// The first command loads the whole library, learns from all passages and builds the knowledge.
jest.setTimeout(90_000);

const facts = {
  patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
  setting: 'emergency',
  findings: [{ findingId: 'pleuritic-chest-pain', presence: 'present' }],
};
const CASES = [
  { id: 'a', gold: ['pe'], ...facts },
  { id: 'b', gold: ['pe'], ...facts, setting: 'primary-care' },
  { id: 'c', gold: ['pe'], findings: [{ findingId: 'no-such-finding', presence: 'present' }] },
];
const GOLD = { pe: { icd10: ['I26'], names_en: [], names_zh: [], broader_ok: [] } };
const CHOSEN = { diagnoses: [{ diseaseId: 'pulmonary-embolism', name: 'PE', probability: 0.8 }] };

const environment = { ...process.env };
const endpoint = new ChatEndpoint();
let folder: string;
let knowledgeDir: string;

beforeAll(async () => {
  folder = temporaryFolder();
  knowledgeDir = writeKnowledge(tinyKnowledge());
  buildKnowledge(knowledgeDir, at('bundles'));
  writeFile(folder, 'cases.jsonl', CASES.map((each) => JSON.stringify(each)).join('\n'));
  writeFile(folder, 'gold.json', JSON.stringify(GOLD));
  await endpoint.start();
});
afterAll(() => endpoint.stop());
afterAll(removeFolders);
afterEach(() => {
  process.env = { ...environment };
});

const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');

async function run(settings: Record<string, string>, ...argv: string[]) {
  process.env = { ...environment, ...settings };
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await runCommandLine(argv, {
    knowledgeDir,
    bundleDir: at('bundles'),
    prepareBundle: () => Promise.resolve(),
    out,
    err,
  });
  return { code, out: String(out.read() ?? ''), err: String(err.read() ?? '') };
}

const evaluated = async (settings: Record<string, string>, source: string) => {
  const files = ['--input', at('cases.jsonl'), '--gold', at('gold.json'), '--report', at('report')];
  const { code, out, err } = await run(settings, 'evaluate', ...files, '--llm', source);
  return {
    code,
    out,
    err,
    report: code === 0 ? (JSON.parse(read('report/llm.json')) as LlmReport) : undefined,
  };
};
const ENDPOINT = () => ({ LLM_BASE_URL: endpoint.baseUrl, LLM_MODEL: 'sample-model' });

describe('a recording of answers that people wrote', () => {
  let questions: WrittenQuestion[];

  beforeAll(async () => {
    const asked = await run(
      {},
      'llm',
      'questions',
      '--input',
      at('cases.jsonl'),
      '--out',
      at('questions.jsonl'),
    );
    expect(asked).toMatchObject({ code: 0, out: '4 questions\n' });
    questions = read('questions.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as WrittenQuestion);
  });

  it('begins with the questions in words, each with what its answer is found by', () => {
    expect(questions.map(({ id, role }) => [id, role])).toEqual([
      ['a', 'ranker'],
      ['a', 'proposer'],
      ['b', 'ranker'],
      ['b', 'proposer'],
    ]);
    expect(questions[0]?.user).toContain('pleuritic chest pain: present');
    expect(questions[0]?.schema).toHaveProperty('properties.diagnoses');
  });

  it('is measured beside the engine, by itself and pooled', async () => {
    const [first] = questions;
    writeFile(folder, 'answers.jsonl', JSON.stringify({ key: first?.key, answer: CHOSEN }));
    const made = [
      '--answers',
      at('answers.jsonl'),
      '--model',
      'invented readers',
      '--out',
      at('people.json'),
    ];
    expect(await run({}, 'llm', 'record', ...made)).toMatchObject({ code: 0 });
    const { report, out } = await evaluated({ LLM_RECORDING: at('people.json') }, 'recorded');
    expect(report).toMatchObject({
      model: 'invented readers',
      source: 'recorded',
      cases: 3,
      answered: 1,
      faults: { 'not-recorded': 1 },
      took: { tokens: null },
      alone: { cases: 3, notRanked: 2, overAll: { top1: { value: 1 / 3 } } },
    });
    // Without an answer the engine's list stands.
    expect(report?.pooled.notRanked).toBe(1);
    expect(report?.pooled.overAll.top1.value).toBeGreaterThanOrEqual(report?.engine.overAll.top1.value ?? 1);
    expect(out).toContain('| right diagnosis, all cases | engine | model | pooled |');
  });

  it.each([
    ['no JSON', 'a cold'],
    ['no key', JSON.stringify({ answer: CHOSEN })],
    ['a second answer', `${JSON.stringify({ key: 'a'.repeat(64), answer: 1 })}\n`.repeat(2)],
  ])('names the line that is %s', async (_, lines) => {
    writeFile(folder, 'bad.jsonl', lines);
    const made = ['--answers', at('bad.jsonl'), '--model', 'people', '--out', at('bad.json')];
    const { code, err } = await run({}, 'llm', 'record', ...made);
    expect([code, err]).toEqual([2, expect.stringMatching(/bad\.jsonl:\d: /)]);
  });
});

describe('an endpoint', () => {
  beforeEach(() => {
    endpoint.behaviour = { kind: 'content', content: JSON.stringify({ ...CHOSEN, proposals: [] }) };
  });

  it('is measured with what it took, and recorded; the recording says the same', async () => {
    const { report, out } = await evaluated(ENDPOINT(), 'endpoint');
    expect(report).toMatchObject({
      model: 'sample-model',
      answered: 2,
      took: { tokens: { counted: 2, prompt: 2, completion: 2 }, latencyMs: { median: expect.any(Number) } },
    });
    expect(out).toContain('2 and 2 in 2 answers');
    const recorded = ['llm', 'record', '--input', at('cases.jsonl'), '--out', at('recording.json')];
    expect(await run(ENDPOINT(), ...recorded)).toMatchObject({
      code: 0,
      out: '4 answers, 0 questions without one\n',
    });
    const { report: replayed } = await evaluated({ LLM_RECORDING: at('recording.json') }, 'recorded');
    expect([replayed?.alone, replayed?.pooled]).toEqual([report?.alone, report?.pooled]);
  });

  it('that gives no answers makes no recording', async () => {
    endpoint.behaviour = { kind: 'status', status: 500, body: '{}' };
    const { code } = await run(
      ENDPOINT(),
      ...['llm', 'record', '--input', at('cases.jsonl'), '--out', at('nothing.json')],
    );
    expect(code).toBe(1);
  });
});

describe('a reader', () => {
  const told = {
    id: 'told',
    language: 'en',
    gold: ['pe'],
    setting: 'emergency',
    narrative: 'She has dyspnoea. She jumps when the chest wall is touched. No unilateral leg swelling.',
    coded: {
      present: ['dyspnoea', 'chest-wall-tenderness'],
      absent: ['unilateral-leg-swelling'],
      states: {},
      acceptable: [],
    },
  };
  const unanswered = { ...told, id: 'unanswered', narrative: 'She has dyspnoea.', coded: undefined };
  const finding = (findingId: string, quote: string) => ({
    ...{ findingId, quote, state: null, presence: 'present', whose: 'patient', when: 'now' },
  });
  const ANSWER = {
    findings: [
      finding('chest-wall-tenderness', 'jumps when the chest wall is touched'),
      finding('unilateral-leg-swelling', 'No unilateral leg swelling'),
      finding('dyspnoea', 'She is breathless'),
    ],
  };
  const asking = (...rest: string[]) =>
    run({}, 'llm', 'questions', '--role', 'reader', '--input', at('told.jsonl'), ...rest);

  const questionsToReader = () =>
    read('reader.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as WrittenQuestion);

  beforeAll(() => {
    writeFile(
      folder,
      'told.jsonl',
      [told, unanswered, CASES[0]].map((each) => JSON.stringify(each)).join('\n'),
    );
  });

  it('is asked in words, a text a file', async () => {
    const asked = await asking('--out', at('reader.jsonl'), '--texts', at('texts'));
    expect(asked).toMatchObject({ code: 0, out: '2 questions\n' });
    const [line] = read('texts/index.jsonl').trimEnd().split('\n');
    const [question] = questionsToReader();
    expect(JSON.parse(line ?? '')).toEqual({
      ...{ file: '01-en.txt', id: 'told', role: 'reader', key: question?.key },
    });
    const text = read('texts/01-en.txt');
    expect(text).toContain(told.narrative);
    expect(text).toContain('- chest-wall-tenderness: chest wall tenderness');
    expect(text).toContain('findings[].quote: the words of the text that tell it');
  });

  it('is held against what a careful reader coded, beside the rules and merged with them', async () => {
    const [question] = questionsToReader();
    writeFile(folder, 'read.jsonl', JSON.stringify({ key: question?.key, answer: ANSWER }));
    const made = ['--answers', at('read.jsonl'), '--model', 'readers', '--out', at('read.json')];
    expect(await run({}, 'llm', 'record', ...made)).toMatchObject({ code: 0 });
    const files = ['--input', at('told.jsonl'), '--gold', at('gold.json'), '--report', at('reading')];
    const settings = { LLM_RECORDING: at('read.json') };
    const { code, out } = await run(settings, 'evaluate', ...files, '--llm', 'recorded');
    expect(code).toBe(0);
    const { reading } = JSON.parse(read('reading/llm.json')) as MeasuredModel;
    expect(reading).toMatchObject({
      ...{ cases: 2, answered: 1, faults: { 'not-recorded': 1 } },
      coded: { cases: 1, facts: 3, offered: 3 },
      ...{ verdicts: { adds: 1 }, additions: { of: 1, right: 1 } },
      dropped: { denied: 1, 'not-quoted': 1 },
    });
    const recall = (way: 'rules' | 'reader' | 'merged') =>
      reading?.figures['all']?.[way]['present.recall'].value;
    expect([recall('rules'), recall('reader'), recall('merged')]).toEqual([0.5, 0.5, 1]);
    expect(out).toContain('| findings present: recall | 50.0 %');
  });
});

describe('what is not configured', () => {
  it.each([
    ['recorded', 'LLM_RECORDING'],
    ['endpoint', 'LLM_BASE_URL'],
  ])('is named: %s', async (source, named) => {
    const { code, err } = await evaluated({}, source);
    expect([code, err]).toEqual([2, expect.stringContaining(named)]);
  });
});
