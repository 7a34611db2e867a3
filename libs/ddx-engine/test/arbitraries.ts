import fc from 'fast-check';
import { type EngineCase, type ObservedFinding } from '../src/model/case';
import {
  type EngineDisease,
  type EngineFinding,
  type EngineKnowledge,
  type EngineLink,
} from '../src/model/knowledge';
import { type EngineParameters } from '../src/model/parameters';

/** Random knowledge with everything that makes evidence interact: is-a trees, groups, LR pairs, missing halves. */

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const STATES = ['low', 'normal', 'high'] as const;

export const parametersArbitrary: fc.Arbitrary<EngineParameters> = fc.record({
  alpha: fc.double({ min: 0.3, max: 1, noNaN: true }),
  T: fc.double({ min: 1, max: 4, noNaN: true }),
  nu: fc.double({ min: 0.05, max: 1, noNaN: true }),
  rho: fc.double({ min: 0, max: 1, noNaN: true }),
  upsilon: fc.double({ min: 0.05, max: 1, noNaN: true }),
  piOther: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
});

function findingArbitrary(index: number): fc.Arbitrary<EngineFinding> {
  const id = `f${String(index).padStart(2, '0')}`;
  const group = fc.option(fc.constantFrom('g1', 'g2'), { nil: undefined });
  const kind = fc.constantFrom('symptom', 'sign', 'lab' as const);
  const stage = fc.constantFrom('history', 'examination', 'laboratory' as const);
  const categorical = fc
    .record({
      kind,
      stage,
      group,
      weights: fc.tuple(probability, probability, probability),
      demand: fc.boolean(),
    })
    .map(({ weights: [low, normal, high], demand, ...rest }): EngineFinding => ({
      id,
      domain: { kind: 'categorical', states: STATES, baseline: { low, normal, high } },
      mustExplain: demand ? ['high'] : false,
      ...rest,
    }));
  const binary = fc
    .record({
      kind,
      stage,
      group,
      baseline: probability,
      mustExplain: fc.boolean(),
      impliesAbsence: fc.boolean(),
      parent: index === 0 ? fc.constant(undefined) : fc.option(fc.nat(index - 1), { nil: undefined }),
    })
    .map(({ baseline, parent, ...rest }): EngineFinding => ({
      id,
      domain: { kind: 'binary', baseline },
      ...(parent === undefined ? {} : { parent: `f${String(parent).padStart(2, '0')}` }),
      ...rest,
    }));
  return fc.oneof({ weight: 4, arbitrary: binary }, { weight: 1, arbitrary: categorical });
}

/** Parents that turned out categorical are forgotten: is-a joins binary findings only. */
function withBinaryParents(findings: readonly EngineFinding[]): EngineFinding[] {
  const binaryIds = new Set(findings.filter(({ domain }) => domain.kind === 'binary').map(({ id }) => id));
  return findings.map(({ parent, ...finding }) =>
    parent !== undefined && binaryIds.has(parent) ? { ...finding, parent } : finding,
  );
}

const maybeProbability = fc.option(probability, { nil: undefined });
const maybeRatio = fc.option(fc.double({ min: 0, max: 500, noNaN: true }), { nil: undefined });

function linkArbitrary({ id, domain }: EngineFinding): fc.Arbitrary<EngineLink> {
  if (domain.kind === 'binary') {
    return fc.oneof(
      probability.map((theta) => ({ finding: id, theta })),
      fc.tuple(maybeRatio, maybeRatio).map(([lrPos, lrNeg]) => ({ finding: id, lrPos, lrNeg })),
    );
  }
  return fc.tuple(maybeProbability, maybeProbability, maybeProbability).map((values) => ({
    finding: id,
    theta: Object.fromEntries(
      STATES.flatMap((state, at) => (values[at] === undefined ? [] : [[state, values[at]]])),
    ),
  }));
}

function diseaseArbitrary(index: number, findings: readonly EngineFinding[]): fc.Arbitrary<EngineDisease> {
  return fc.subarray([...findings]).chain((linked) =>
    fc.record({
      id: fc.constant(`d${index}`),
      prior: fc.double({ min: 1e-5, max: 0.1, noNaN: true }),
      links: fc.tuple(...linked.map(linkArbitrary)),
      modifiers: fc.array(
        fc.record({
          if: fc.constantFrom(
            { sex: 'female' as const },
            { ageYears: [0, 18] as const },
            { ageYears: [40, 999] as const },
          ),
          times: fc.double({ min: 0.01, max: 3, noNaN: true }),
        }),
        { maxLength: 2 },
      ),
      restrict: fc.constantFrom({}, {}, { sex: 'female' as const }, { pregnancy: 'required' as const }),
      mustNotMiss: fc.constantFrom(undefined, { threshold: 0.02, harm: 5, excludedWhen: [] }),
    }),
  );
}

const knowledgeArbitrary: fc.Arbitrary<EngineKnowledge> = fc
  .integer({ min: 0, max: 14 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => findingArbitrary(index))))
  .map(withBinaryParents)
  .chain((findings) =>
    fc
      .integer({ min: 1, max: 8 })
      .chain((count) =>
        fc.tuple(...Array.from({ length: count }, (_, index) => diseaseArbitrary(index, findings))),
      )
      .map((diseases) => ({ findings, diseases, tests: [], redFlags: [] })),
  );

function observationArbitrary({ id, domain }: EngineFinding): fc.Arbitrary<ObservedFinding> {
  const certainty = fc.oneof(fc.constant(undefined), fc.double({ min: 0.5, max: 1, noNaN: true }));
  if (domain.kind === 'categorical') {
    return fc.record({ findingId: fc.constant(id), state: fc.constantFrom(...STATES), certainty });
  }
  const presence = fc.constantFrom('present', 'absent', 'unknown' as const);
  return fc.record({ findingId: fc.constant(id), presence, certainty });
}

export function caseArbitrary(findings: readonly EngineFinding[]): fc.Arbitrary<EngineCase> {
  return fc.record({
    patient: fc.record({
      ageYears: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
      sex: fc.constantFrom('female', 'male', 'unknown' as const),
      pregnant: fc.constantFrom(true, false, null),
    }),
    observed: fc.subarray([...findings]).chain((observed) => fc.tuple(...observed.map(observationArbitrary))),
  });
}

export interface Situation {
  readonly knowledge: EngineKnowledge;
  readonly parameters: EngineParameters;
  readonly engineCase: EngineCase;
}

export const situationArbitrary: fc.Arbitrary<Situation> = knowledgeArbitrary.chain((knowledge) =>
  fc.record({
    knowledge: fc.constant(knowledge),
    parameters: parametersArbitrary,
    engineCase: caseArbitrary(knowledge.findings),
  }),
);
