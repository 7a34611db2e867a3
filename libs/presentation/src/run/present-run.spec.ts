import { CodedAnswer, Run, RunSummary, type Language } from '@openrounds/contracts';
import { answer, compileKnowledge } from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import {
  codedAnswers,
  codedDiseases,
  facts,
  runOptions,
  tinyBundle,
  understandings,
  versions,
} from '@openrounds/testing';
import { presentDisease } from '../knowledge/present-knowledge';
import { presentRun, presentRunSummary, presentWhatIf } from './present-run';
import { type RunLine, type RunRecord } from './run-record';

const ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const bundle = tinyBundle();

/** What the engine truly says of a breathless patient with a swollen leg. */
function engineAnswer(): CodedAnswer {
  const given = facts.build({
    observed: [
      { findingId: 'dyspnoea', presence: 'present', certainty: 1 },
      { findingId: 'unilateral-leg-swelling', presence: 'present', certainty: 1 },
      { findingId: 'illness-onset', state: 'seconds-minutes', certainty: 1 },
    ],
  });
  const knowledge = compileKnowledge(engineKnowledgeFor(bundle, 'emergency'));
  const outcome = answer(knowledge, bundle.calibration.parameters, given, runOptions.build({ topN: 2 }));
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  return CodedAnswer.parse(outcome.value);
}

const EXCHANGE = {
  role: 'a-role',
  model: 'm',
  promptVersion: '1',
  request: 'a'.repeat(64),
  answer: 'b'.repeat(64),
};

const record = (changes: Partial<RunRecord> = {}): RunRecord => ({
  id: ID,
  status: 'completed',
  createdAt: new Date('2026-11-20T09:00:00.000Z'),
  completedAt: new Date('2026-11-20T09:00:01.000Z'),
  caseId: ID,
  caseVersion: 1,
  options: runOptions.build(),
  versions: versions.build(),
  understood: understandings.build(),
  answer: engineAnswer(),
  guidelines: [
    { passageId: 'made-up-guideline-1', score: 2, forDiseases: ['pulmonary-embolism'] },
    { passageId: 'gone-since', score: 1, forDiseases: [] },
  ],
  llm: {
    used: true,
    model: 'm',
    differential: [{ diseaseId: 'costochondritis', probability: 0.5 }],
    exchanges: [EXCHANGE],
  },
  reading: {
    coded: {
      used: true,
      model: 'm',
      promptVersion: '1',
      findings: [{ verdict: 'adds', findingId: 'dyspnoea', presence: 'present', certainty: 1 }],
      dropped: {},
      exchanges: [EXCHANGE],
    },
    quotes: [],
  },
  revision: null,
  revisedBy: null,
  degraded: [],
  logEntry: { index: 4, leafHash: 'f'.repeat(64) },
  problem: null,
  ...changes,
});

const LANGUAGES: Language[] = ['en', 'zh'];
const HAN = /\p{Script=Han}/u;

describe.each(LANGUAGES)('presentRun (%s)', (language) => {
  const run = presentRun(record(), bundle, language);
  const speaks = (text: string | undefined) => {
    expect(text).toBeTruthy();
    expect(HAN.test(text ?? '')).toBe(language === 'zh');
  };

  it('is a run of the public contract, to the letter', () => {
    expect(Run.parse(run)).toEqual(run);
  });

  it('computes nothing: list, remainder and the rest of the world still sum to 1', () => {
    const listed = run.differential.reduce((sum, { probability }) => sum + probability, 0);
    const total = listed + (run.remainder?.probability ?? NaN) + (run.other?.probability ?? NaN);
    expect(Math.abs(total - 1)).toBeLessThan(1e-9);
    const coded = engineAnswer();
    expect(run.differential.map(({ probability }) => probability)).toEqual(
      coded.differential.map(({ probability }) => probability),
    );
  });

  it('names diseases, findings and states, and gives codes and status', () => {
    const [first] = run.differential;
    expect(first).toMatchObject({ diseaseId: 'pulmonary-embolism', icd10: ['I26'], status: 'draft' });
    speaks(first?.name);
    for (const { name } of first?.evidence ?? []) speaks(name);
    const onset = first?.evidence.find(({ findingId }) => findingId === 'illness-onset');
    expect(onset?.value).toMatchObject({ code: 'seconds-minutes' });
    if (language === 'zh') speaks(onset?.value?.name);
  });

  it('gives reasons as sentences and keeps their codes', () => {
    const [dangerous] = run.mustNotMiss;
    expect(dangerous).toMatchObject({
      diseaseId: 'pulmonary-embolism',
      reasonCode: 'above-threshold-and-red-flag',
    });
    speaks(dangerous?.reason);
    expect(dangerous?.reason).toContain(
      language === 'en' ? 'It kills and can be treated.' : '可致死，可治疗。',
    );
    for (const test of run.nextTests) {
      speaks(test.name);
      speaks(test.rationale);
      for (const { topAfter } of test.outcomes) for (const { name } of topAfter) speaks(name);
    }
    for (const question of run.nextQuestions) speaks(question.name);
    for (const { text } of run.sufficiency?.reasons ?? []) speaks(text);
  });

  it('says why nothing excludes a disease, on the list and on its page', () => {
    const nothing = { en: 'It may be early.', zh: '可能尚早。' };
    const diseases = bundle.diseases.map((disease) =>
      disease.mustNotMiss === undefined
        ? disease
        : { ...disease, mustNotMiss: { ...disease.mustNotMiss, excludedWhen: [], nothingExcludes: nothing } },
    );
    const open = { ...bundle, diseases };
    const text = presentRun(record(), open, language).mustNotMiss[0]?.nothingExcludes;
    expect(text).toContain(nothing[language]);
    expect(text).toContain(language === 'en' ? 'Nothing excludes it yet' : '目前没有任何结果能排除它');
    const dangerous = diseases.find(({ mustNotMiss }) => mustNotMiss !== undefined);
    if (dangerous === undefined) throw new Error('the fixture has no dangerous disease');
    expect(presentDisease(dangerous, open, language).mustNotMissRule).toMatchObject({
      excludedWhen: [],
      nothingExcludes: text,
    });
    expect(run.mustNotMiss[0]).not.toHaveProperty('nothingExcludes');
  });

  it('shows passages in a language that they have, and leaves out what this version lacks', () => {
    expect(run.guidelines).toMatchObject([
      {
        passageId: 'made-up-guideline-1',
        quote: 'Image patients in whom it is likely.',
        language: 'en',
        publisher: 'Nobody',
      },
    ]);
  });

  it('names what the language model listed, and not which model it was', () => {
    expect(run.llm.differential).toMatchObject([{ diseaseId: 'costochondritis', probability: 0.5 }]);
    speaks(run.llm.differential?.[0]?.name);
    expect(run.llm).not.toHaveProperty('model');
  });

  it('leaves the hashes of what a language model was asked to the record', () => {
    expect(run.reading).toMatchObject({ used: true, findings: [{ findingId: 'dyspnoea' }] });
    expect(JSON.stringify([run.llm, run.reading])).not.toMatch(/exchanges|a{64}|b{64}/);
  });

  it('carries the notice', () => {
    speaks(run.notice);
  });
});

describe('presentRun', () => {
  it('shows a run of which nothing is known yet', () => {
    const nothing = {
      understood: null,
      answer: null,
      guidelines: null,
      llm: null,
      reading: null,
      logEntry: null,
      completedAt: null,
    };
    const run = presentRun(record({ ...nothing, status: 'queued' }), bundle, 'en');
    expect(Run.parse(run)).toMatchObject({
      understood: null,
      sufficiency: null,
      differential: [],
      remainder: null,
      other: null,
      llm: { used: false },
      completedAt: null,
    });
    expect(run).not.toHaveProperty('problem');
  });

  it('shows why a run failed', () => {
    const problem = { type: '/problems/timeout', title: 'The run took too long', status: 504 };
    expect(presentRun(record({ status: 'failed', problem }), bundle, 'en').problem).toEqual(problem);
  });

  it('tells the course and the principles of treatment of the leading diseases, each with its source', () => {
    const { outlook, differential } = presentRun(record(), bundle, 'en');
    expect(outlook.map(({ diseaseId }) => diseaseId)).toEqual(
      differential.slice(0, 3).map(({ diseaseId }) => diseaseId),
    );
    for (const { prognosis, treatmentPrinciples } of outlook) {
      for (const { text, source } of [...prognosis, ...treatmentPrinciples]) {
        expect(text).not.toBe('');
        expect(source.id).not.toBe('');
      }
    }
  });

  it('tells what leads astray with them, sentence by sentence held against the passages', () => {
    const [first] = presentRun(record(), bundle, 'en').outlook;
    const { teaching } = bundle.diseases.find(({ id }) => id === first?.diseaseId) ?? {};
    expect(first?.pitfalls.map(({ text }) => text)).toEqual(teaching?.pitfalls.map(({ en }) => en));
    for (const { text, guidance = [] } of first?.pitfalls ?? []) {
      const { from, to } = guidance[0]?.sentence ?? { from: 0, to: 0 };
      expect(text.slice(from, to)).not.toBe('');
    }
  });

  it('lets an id stand for itself that this knowledge version does not hold', () => {
    const unknown = codedAnswers.build({
      differential: [codedDiseases.build({ diseaseId: 'renamed-since' })],
    });
    const run = presentRun(record({ answer: unknown }), bundle, 'en');
    expect(run.differential[0]).toMatchObject({
      diseaseId: 'renamed-since',
      name: 'renamed-since',
      icd10: [],
    });
  });
});

describe('presentRunSummary', () => {
  it('tells the leading diagnosis, if there is one', () => {
    const { id, status, createdAt, completedAt, caseId, caseVersion, degraded, versions } = record();
    const line = { id, status, createdAt, completedAt, caseId, caseVersion, degraded, versions };
    const leading = { diseaseId: 'pulmonary-embolism', probability: 0.6 };
    const summary = (changes: Pick<RunLine, 'leading'>) =>
      RunSummary.parse(presentRunSummary({ ...line, caseMix: 'teaching', ...changes }, bundle, 'zh'));
    expect(summary({ leading }).leading).toEqual({ ...leading, name: '病pulmonary-embolism' });
    expect(summary({ leading: null }).leading).toBeNull();
  });
});

describe('presentWhatIf', () => {
  it('sets before and after side by side, with names and codes', () => {
    const entry = {
      rankBefore: 2,
      rankAfter: 1,
      diseaseId: 'pulmonary-embolism',
      probabilityBefore: 0.2,
      probabilityAfter: 0.6,
    };
    const result = {
      differential: [{ ...entry, changed: [{ findingId: 'dyspnoea', before: null, after: null }] }],
      remainder: { probability: 0.3, count: 2 },
      other: { probabilityBefore: 0.4, probabilityAfter: 0.1 },
    };
    expect(presentWhatIf(record(), result, bundle, 'en')).toMatchObject({
      runId: ID,
      differential: [
        {
          rank: 1,
          rankBefore: 2,
          name: 'pulmonary embolism',
          icd10: ['I26'],
          mustNotMiss: true,
          probability: 0.6,
          probabilityBefore: 0.2,
          probabilityAfter: 0.6,
          changedEvidence: [{ findingId: 'dyspnoea', name: 'dyspnoea', before: null, after: null }],
        },
      ],
      other: { probability: 0.1, probabilityBefore: 0.4, probabilityAfter: 0.1 },
    });
  });
});
