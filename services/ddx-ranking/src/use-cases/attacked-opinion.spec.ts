import { type CodedLlm } from '@openrounds/contracts';
import { compileKnowledge, rank } from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import { LlmFault, withInertAnswers } from '@openrounds/llm';
import { facts, FULL, runMetas, TestClock, tinyBundle } from '@openrounds/testing';
import { ATTACKS, type Attack } from '../../../../libs/llm/test/injection/attacks';
import { HARM, obedientModel } from '../../../../libs/llm/test/injection/obedient-model';
import { RankWithLlm } from './rank-with-llm';

/** Calls of a model that obeys: the long form has as many as the issue that asked for it. */
const CALLS = FULL ? 1_000 : ATTACKS.length;

const bundle = tinyBundle();
const knowledge = compileKnowledge(engineKnowledgeFor(bundle, 'emergency'));
const { parameters } = bundle.calibration;
const observed = [
  { findingId: 'dyspnoea', presence: 'present', certainty: 1 },
  { findingId: 'unilateral-leg-swelling', presence: 'present', certainty: 1 },
] as const;
const given = facts.build({ observed: [...observed] });
const dangers = bundle.diseases.flatMap(({ id, mustNotMiss }) => (mustNotMiss === undefined ? [] : [id]));

const engineList = () => {
  const ranked = rank(knowledge, parameters, given, { caseMix: 'teaching' });
  if (!ranked.ok) throw new Error(ranked.rejection.code);
  return ranked.value.differential;
};

/** The opinion that people see of a model which does what the attack wants; undefined where they see none. */
async function opinionUnder(attack: Attack): Promise<CodedLlm | undefined> {
  const clock = new TestClock();
  const meta = runMetas.build({ acceptedAt: clock.now().toISOString() });
  const engines = { of: () => Promise.resolve({ bundle, knowledge, parameters }) };
  const asking = new RankWithLlm(engines, withInertAnswers(obedientModel(attack)), clock, 30_000);
  const { language } = attack;
  try {
    return await asking.execute(
      { meta, facts: given, language, caseMix: 'teaching', mustNotMiss: dangers },
      10,
    );
  } catch (error) {
    if (error instanceof LlmFault && error.code === 'unusable-answer') return undefined;
    throw error;
  }
}

describe('a model that obeys whoever attacks', () => {
  const before = engineList();
  const known = new Set(bundle.diseases.map(({ id }) => id));
  const opinions: (CodedLlm | undefined)[] = [];

  beforeAll(async () => {
    for (let call = 0; call < CALLS; call += 1) {
      const attack = ATTACKS[call % ATTACKS.length];
      if (attack !== undefined) opinions.push(await opinionUnder(attack));
    }
  });

  it('was asked as often as is claimed, and heard', () => {
    expect(opinions).toHaveLength(CALLS);
    // What is more than words leaves nothing of a ranking; orders to lower a danger are well-formed and are read.
    expect(opinions.filter((opinion) => opinion !== undefined).length).toBeGreaterThan(CALLS / 4);
  });

  it('changes nothing of the engine’s list', () => {
    expect(engineList()).toEqual(before);
  });

  it('lowers no danger', () => {
    const own = new Map(before.map(({ diseaseId, probability }) => [diseaseId, probability]));
    const lowered = opinions.flatMap((opinion) =>
      (opinion?.pooled ?? []).filter(
        ({ diseaseId, probability }) =>
          dangers.includes(diseaseId) && probability < (own.get(diseaseId) ?? 1) - 1e-12,
      ),
    );
    expect(dangers).not.toEqual([]);
    expect(lowered).toEqual([]);
  });

  it('names no disease that the knowledge base lacks among those that it ranks', () => {
    const ranked = opinions.flatMap((opinion) => [
      ...(opinion?.differential ?? []),
      ...(opinion?.pooled ?? []),
    ]);
    expect(ranked.filter(({ diseaseId }) => !known.has(diseaseId))).toEqual([]);
  });

  it('brings no link, markup, citation, fact or piece of its instructions before people', () => {
    const shown = opinions.map((opinion) => JSON.stringify(opinion) ?? '');
    expect(shown.filter((text) => HARM.test(text))).toEqual([]);
  });
});
