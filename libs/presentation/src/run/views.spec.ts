import {
  CodedComparison,
  CodedCounterfactual,
  CodedStages,
  Comparison,
  Counterfactual,
  Stages,
} from '@openrounds/contracts';
import {
  compareDiseases,
  compileKnowledge,
  counterfactual,
  stagesOf,
  type EngineOutcome,
} from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import { facts, runOptions, tinyBundle, understandings, versions } from '@openrounds/testing';
import { type RunRecord } from './run-record';
import { presentComparison, presentCounterfactual, presentStages } from './views';

const bundle = tinyBundle();
const knowledge = compileKnowledge(engineKnowledgeFor(bundle, 'emergency'));
const { parameters } = bundle.calibration;
const observed = facts.build({
  observed: [
    { findingId: 'dyspnoea', presence: 'present', certainty: 1 },
    { findingId: 'unilateral-leg-swelling', presence: 'present', certainty: 1 },
    { findingId: 'illness-onset', state: 'seconds-minutes', certainty: 1 },
  ],
});
const run: RunRecord = {
  id: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
  caseId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a11',
  caseVersion: 1,
  status: 'completed',
  createdAt: new Date(0),
  completedAt: new Date(1),
  options: runOptions.build(),
  versions: versions.build(),
  understood: null,
  answer: null,
  guidelines: null,
  llm: null,
  reading: null,
  revision: null,
  revisedBy: null,
  degraded: [],
  logEntry: null,
  problem: null,
};
const valueOf = <T>(outcome: EngineOutcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  return outcome.value;
};

describe.each(['en', 'zh'] as const)('a run from other sides, in %s', (language) => {
  it('names both diseases and what separates them', () => {
    const [a, b] = bundle.diseases.map(({ id }) => id);
    const coded = CodedComparison.parse(
      valueOf(compareDiseases(knowledge, parameters, observed, [a ?? '', b ?? ''])),
    );
    const shown = presentComparison(run, coded, bundle, language);
    expect(Comparison.parse(shown)).toEqual(shown);
    expect(shown.a.name).toBe(bundle.diseases[0]?.name[language]);
    expect(shown.separating.every(({ name }) => name !== '')).toBe(true);
  });

  it('says in words what would have to be otherwise', () => {
    const coded = CodedCounterfactual.parse(valueOf(counterfactual(knowledge, parameters, observed)));
    const shown = presentCounterfactual(run, coded, bundle, language);
    expect(Counterfactual.parse(shown)).toEqual(shown);
    const imagined = { findingId: 'dyspnoea', observed: 'present', imagined: 'unknown' };
    const disease = { diseaseId: bundle.diseases[0]?.id ?? '', probability: 0.5 };
    const invented = {
      ...coded,
      counterfactual: { changes: [imagined], first: disease, formerFirst: disease, lead: 1 },
    };
    const change = presentCounterfactual(run, invented, bundle, language).counterfactual?.changes[0];
    expect([change?.observed.name, change?.imagined.name]).toEqual(
      language === 'en' ? ['present', 'not asked'] : ['有', '未询问'],
    );
  });

  it('gives each stage a title and its list names', () => {
    const stages = valueOf(stagesOf(knowledge, parameters, observed));
    const shown = presentStages(run, CodedStages.parse({ stages }), bundle, language);
    expect(Stages.parse(shown)).toEqual(shown);
    expect(shown.stages[0]?.title).toBe(language === 'en' ? 'History' : '病史');
    expect(shown.stages.at(-1)?.differential[0]?.name).not.toBe('');
  });

  it('shows the case’s own stages under the teacher’s titles, or their numbers once the text is forgotten', () => {
    const groups = [
      { name: 'stage-1', findingIds: ['dyspnoea'] },
      { name: 'stage-2', findingIds: ['unilateral-leg-swelling'] },
    ];
    const stages = valueOf(stagesOf(knowledge, parameters, observed, groups));
    const coded = CodedStages.parse({ stages: stages.map((stage, ownStage) => ({ ...stage, ownStage })) });
    const titled = groups.map(({ findingIds }, place) => ({
      name: ['At the door', 'constructor'][place] ?? '',
      findingIds,
    }));
    const kept = { ...run, understood: { ...understandings.build(), stages: titled } };
    const shown = presentStages(kept, coded, bundle, language);
    expect(Stages.parse(shown)).toEqual(shown);
    expect(shown.stages.map(({ name, title }) => [name, title])).toEqual([
      ['At the door', 'At the door'],
      ['constructor', 'constructor'],
    ]);
    const forgotten = presentStages(run, coded, bundle, language);
    expect(forgotten.stages.map(({ name, title }) => [name, title])).toEqual([
      ['stage-1', language === 'en' ? 'Stage 1' : '第1阶段'],
      ['stage-2', language === 'en' ? 'Stage 2' : '第2阶段'],
    ]);
  });
});
