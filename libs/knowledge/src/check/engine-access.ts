import {
  answer,
  compileKnowledge,
  type CompiledKnowledge,
  type EngineCase,
  type EngineOutcome,
  type EngineParameters,
  inPopulation,
  rank,
  type RankResult,
} from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '../bundle/engine-knowledge';
import { keeping } from '../bundle/keeping';
import { type KnowledgeContent } from '../bundle/knowledge-bundle';
import { type KnowledgeSetting } from '../schema/primitives';

/** Half-open range of age in years. */
export type AgeRange = readonly [number, number];

export interface TrialOptions {
  /** Whom an unknown age stands for; everybody if left out. */
  readonly ages?: AgeRange | undefined;
  /** How many diseases to list; all if left out. */
  readonly topN?: number;
  /** What replaces calibrated parameters. */
  readonly parameters?: Partial<EngineParameters>;
}

/** The ranking engine over the knowledge under check, compiled when first asked for. */
export class EngineAccess {
  private readonly compiled = new Map<string, CompiledKnowledge>();
  private readonly compiledOfAges = new Map<string, CompiledKnowledge>();

  constructor(readonly knowledge: KnowledgeContent) {}

  /**
   * Ranks a case as the product would with its calibrated parameters.
   *
   * @throws {InvalidKnowledgeError} where the engine refuses the knowledge
   */
  rank(setting: KnowledgeSetting, engineCase: EngineCase, options: TrialOptions = {}): RankResult {
    const outcome = this.attempt(setting, engineCase, options);
    if (outcome.ok) return outcome.value;
    throw new Error(`the engine rejects a case of the check: ${JSON.stringify(outcome.rejection)}`);
  }

  /**
   * Ranks a case that the engine may reject, because an author wrote it.
   *
   * @throws {InvalidKnowledgeError} where the engine refuses the knowledge
   */
  attempt(
    setting: KnowledgeSetting,
    engineCase: EngineCase,
    { ages, topN, parameters }: TrialOptions = {},
  ): EngineOutcome<RankResult> {
    const options = topN === undefined ? {} : { topN };
    return rank(this.compiledFor(setting, ages), { ...this.parameters, ...parameters }, engineCase, options);
  }

  /**
   * Ids of the diseases on the must-not-miss list of a case, those that a finding excludes left out.
   *
   * @throws {InvalidKnowledgeError} where the engine refuses the knowledge
   */
  mustNotMiss(setting: KnowledgeSetting, engineCase: EngineCase): EngineOutcome<string[]> {
    const options = { topN: 1, includeNextTests: false, includeIntervals: false };
    const outcome = answer(this.compiledFor(setting), this.parameters, engineCase, options);
    if (!outcome.ok) return outcome;
    const active = outcome.value.mustNotMiss.filter(({ excludedBy }) => excludedBy === undefined);
    return { ok: true, value: active.map(({ diseaseId }) => diseaseId) };
  }

  private get parameters(): EngineParameters {
    return this.knowledge.calibration.parameters;
  }

  /** @throws {InvalidKnowledgeError} where the engine refuses the knowledge */
  compiledFor(setting: KnowledgeSetting, ages?: AgeRange): CompiledKnowledge {
    const whole = keeping(this.compiled, setting, () =>
      compileKnowledge(engineKnowledgeFor(this.knowledge, setting)),
    );
    if (ages === undefined) return whole;
    return keeping(this.compiledOfAges, JSON.stringify([setting, ages]), () =>
      inPopulation(
        whole,
        (whole.population ?? []).flatMap((cell) => {
          const part = overlap(cell.ageYears, ages);
          return part ? [{ ...cell, ageYears: part.ageYears, weight: cell.weight * part.share }] : [];
        }),
      ),
    );
  }
}

/** The part of an age band that lies within a range, and its share of the band if ages are spread evenly. */
function overlap(band: AgeRange, range: AgeRange): { ageYears: AgeRange; share: number } | undefined {
  const from = Math.max(band[0], range[0]);
  const to = Math.min(band[1], range[1]);
  return from < to ? { ageYears: [from, to], share: (to - from) / (band[1] - band[0]) } : undefined;
}
