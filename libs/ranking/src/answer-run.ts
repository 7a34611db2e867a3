import { type CodedAnswer, type EngineFacts, type RunOptions, type Versions } from '@openrounds/contracts';
import { answer, type EngineOutcome } from '@openrounds/ddx-engine';
import { asCoded } from './coded-answer';
import { type Engine } from './engine';
import { scoresOf, type ScoredCase } from './scores-of';
import { seedOf } from './seed-of';

/** All that a run's answer is made of, but for the knowledge. */
export interface RunFacts {
  readonly versions: Versions;
  readonly options: RunOptions;
  readonly facts: EngineFacts;
  /** The case with its measured values, of which scores are made. */
  readonly codedCase: ScoredCase;
  /** What an earlier list of the case raised as not to be missed. */
  readonly raised?: readonly string[] | undefined;
}

/** The answer of a run: the engine's list with the scores beside it. The same facts give the same answer, to the last bit. */
export function answerRun(
  engine: Engine,
  { versions, options, facts, codedCase, raised = [] }: RunFacts,
): EngineOutcome<CodedAnswer> {
  const seedText = seedOf({ facts, versions });
  const outcome = answer(engine.knowledge, engine.parameters, facts, { ...options, seedText, raised });
  if (!outcome.ok) return outcome;
  const coded = asCoded(outcome.value);
  return { ok: true, value: { ...coded, scores: scoresOf(coded, codedCase, engine.bundle) } };
}
