import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeLanguageModel } from '../../../test/language-model.conformance';
import { sampleRequest } from '../../../test/sample-request';
import { configuredModel } from '../../configured';
import { RANKER } from '../../roles/ranker/ranker';
import { READER_EXAMPLES } from '../../roles/reader/examples';
import { READER } from '../../roles/reader/reader';
import { loadRecording, recordedModel } from './recorded';
import { type LlmRecording, questionKey } from './recording';

const ANSWER = { diagnoses: [{ diseaseId: 'panic-disorder', name: 'Panic disorder', probability: 0.3 }] };

function recordingOf(request = sampleRequest(), answer: unknown = ANSWER): LlmRecording {
  return { version: 2, model: 'sample-model', answers: { [questionKey(RANKER, request)]: answer } };
}

describeLanguageModel('a recording', (request, answer) => recordedModel(recordingOf(request, answer)));

describe('a recording', () => {
  it('finds a request whatever the order of its keys', async () => {
    const { patient, ...rest } = sampleRequest();
    await expect(recordedModel(recordingOf()).ask(RANKER, { patient, ...rest })).resolves.toMatchObject({
      value: { differential: [{ diseaseId: 'panic-disorder', probability: 0.3 }] },
    });
  });

  it.each([{ name: 'another' }, { promptVersion: '0' }])(
    'knows nothing of the role as %j',
    async (change) => {
      const call = recordedModel(recordingOf()).ask({ ...RANKER, ...change }, sampleRequest());
      await expect(call).rejects.toMatchObject({ code: 'not-recorded' });
    },
  );

  it('knows nothing of a request with one fact more', async () => {
    const { facts } = sampleRequest();
    const other = sampleRequest({
      facts: [...facts, { findingId: 'cough', name: 'Cough', presence: 'present' }],
    });
    await expect(recordedModel(recordingOf()).ask(RANKER, other)).rejects.toMatchObject({
      code: 'not-recorded',
      passing: false,
    });
  });
});

describe('a recording of a reader', () => {
  it.each(READER_EXAMPLES)('is found by the texts, whatever is offered: $name', async (example) => {
    const { input, raw, value } = example;
    const answers = { [questionKey(READER, input)]: raw };
    const recorded = recordedModel({ version: 2, model: 'people', answers });
    await expect(recorded.ask(READER, { ...input, candidates: [] })).resolves.toMatchObject({ value });
    await expect(recorded.ask(READER, { ...input, texts: ['Another.'] })).rejects.toMatchObject({
      code: 'not-recorded',
    });
  });
});

describe('the recording of readings that is kept here', () => {
  it('holds answers that the reader can read', async () => {
    const { answers } = await loadRecording(
      join(__dirname, '../../../recordings/readings-first-contact.json'),
    );
    const read = Object.values(answers).map((raw) =>
      READER.read(raw, { language: 'en', texts: [], candidates: [] }),
    );
    expect(read).toHaveLength(60);
    expect(Math.min(...read.map(({ length }) => length))).toBeGreaterThan(0);
  });
});

describe('configuration', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'llm-recording-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (name: string, content: string) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  it('without a model is off', async () => {
    expect(await configuredModel(null)).toBeNull();
  });

  it('takes an endpoint', async () => {
    const model = await configuredModel({
      kind: 'openai-compatible',
      baseUrl: 'http://127.0.0.1:9/v1',
      model: 'sample-model',
      timeoutMs: 1_000,
    });
    expect(model?.model).toBe('sample-model');
  });

  it('takes a recording from a file', async () => {
    const path = await file('good.json', JSON.stringify(recordingOf()));
    const model = await configuredModel({ kind: 'recorded', file: path });
    await expect(model?.ask(RANKER, sampleRequest())).resolves.toMatchObject({ model: 'sample-model' });
  });

  it.each([
    ['text', 'no JSON'],
    ['another version', '{"version":1,"model":"m","answers":{}}'],
    ['a key that is no hash', '{"version":2,"model":"m","answers":{"case-1":{}}}'],
  ])('names the file that holds %s', async (_, content) => {
    const path = await file('bad.json', content);
    await expect(loadRecording(path)).rejects.toThrow(path);
  });
});
