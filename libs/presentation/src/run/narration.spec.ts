import { CodedAnswer, type NarrationRecord } from '@openrounds/contracts';
import { answer, compileKnowledge } from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import { facts, runOptions, tinyBundle, understandings, versions } from '@openrounds/testing';
import { narrationEvidence } from './narration-evidence';
import { presentNarration } from './present-narration';
import { presentRun } from './present-run';
import { type RunRecord } from './run-record';

const bundle = tinyBundle();
const ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';

/** A run of a breathless patient with a swollen leg, as the engine truly ranks it. */
function breathless(): RunRecord {
  const given = facts.build({
    observed: [
      { findingId: 'dyspnoea', presence: 'present', certainty: 1 },
      { findingId: 'unilateral-leg-swelling', presence: 'absent', certainty: 1 },
    ],
  });
  const knowledge = compileKnowledge(engineKnowledgeFor(bundle, 'emergency'));
  const outcome = answer(knowledge, bundle.calibration.parameters, given, runOptions.build());
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  return {
    id: ID,
    status: 'completed',
    createdAt: new Date('2026-11-20T09:00:00.000Z'),
    completedAt: new Date('2026-11-20T09:00:01.000Z'),
    caseId: ID,
    caseVersion: 1,
    options: runOptions.build(),
    versions: versions.build(),
    understood: understandings.build(),
    answer: CodedAnswer.parse(outcome.value),
    guidelines: [{ passageId: 'made-up-guideline-1', score: 2, forDiseases: ['pulmonary-embolism'] }],
    llm: null,
    reading: null,
    revision: null,
    revisedBy: null,
    degraded: [],
    logEntry: null,
    problem: null,
  };
}

describe('the evidence of a narration', () => {
  it.each(['en', 'zh'] as const)('is lines of the answer with ids of their own, in %s', (language) => {
    const lines = narrationEvidence(presentRun(breathless(), bundle, language), language);
    const ids = lines.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(lines.every(({ id, kind }) => id.startsWith(`${kind}:`))).toBe(true);
    expect(ids).toEqual(
      expect.arrayContaining([
        'finding:unilateral-leg-swelling',
        'disease:pulmonary-embolism',
        'link:pulmonary-embolism:unilateral-leg-swelling',
        'danger:pulmonary-embolism',
        'passage:made-up-guideline-1',
      ]),
    );
    const absent = lines.find(({ id }) => id === 'finding:unilateral-leg-swelling');
    expect(absent?.text).toMatch(language === 'zh' ? /：无$/ : /: absent$/);
  });

  it('tells nothing of the narrative', () => {
    const said = JSON.stringify(narrationEvidence(presentRun(breathless(), bundle, 'en'), 'en'));
    for (const { source } of understandings.build().findings) {
      if (source !== undefined && 'quote' in source) expect(said).not.toContain(source.quote);
    }
    expect(said).not.toMatch(/short of breath|flight|worried|Tuesday/);
  });

  it('holds no passage of an institution’s own documents: those stay in the house', () => {
    const run = presentRun(breathless(), bundle, 'en');
    const guidelines = run.guidelines.map((passage) => ({ ...passage, own: true as const }));
    const kinds = narrationEvidence({ ...run, guidelines }, 'en').map(({ kind }) => kind);
    expect(kinds).not.toContain('passage');
  });
});

describe('a narration as it is read', () => {
  const record: NarrationRecord = {
    id: 'n',
    runId: 'r',
    status: 'written',
    audience: 'patient',
    language: 'en',
    createdAt: new Date('2026-11-20T09:00:00.000Z'),
    completedAt: new Date('2026-11-20T09:00:02.000Z'),
    evidence: [{ id: 'finding:fever', kind: 'finding', text: 'Fever: absent' }],
    said: {
      sentences: [{ text: 'You have no fever.', evidence: ['finding:fever'] }],
      dropped: { jargon: 2 },
      generatedBy: { model: 'sample-model', promptVersion: '1' },
    },
    fault: null,
  };

  it('names with each sentence what it rests on and what wrote it, and says that it is AI-generated', () => {
    expect(presentNarration(record, 'en')).toMatchObject({
      sentences: [
        {
          text: 'You have no fever.',
          evidence: [{ text: 'Fever: absent' }],
          generatedBy: { model: 'sample-model', promptVersion: '1' },
        },
      ],
      dropped: { jargon: 2 },
      label: expect.stringContaining('AI-generated'),
    });
    expect(presentNarration(record, 'zh').label).toContain('AI生成');
  });

  it('tells what the passages that a sentence names say of it, and nothing of one from before that was looked at', () => {
    const guidance = [
      { sentence: { from: 0, to: 18 }, verdict: 'contradicted' as const, passageId: 'p', from: 3, to: 9 },
    ];
    const [before] = presentNarration(record, 'en').sentences;
    expect(before).not.toHaveProperty('guidance');
    const said = record.said && {
      ...record.said,
      sentences: record.said.sentences.map((each) => ({ ...each, guidance })),
    };
    expect(presentNarration({ ...record, said }, 'zh').sentences).toMatchObject([{ guidance }]);
  });

  it('says in words why there is none', () => {
    const failed = { ...record, status: 'failed' as const, said: null, fault: 'no-answer' as const };
    expect(presentNarration(failed, 'en')).toMatchObject({
      sentences: [],
      fault: { code: 'no-answer', text: expect.stringContaining('did not answer') },
    });
  });
});
