import { type Replay, type ReplayableRecord } from '@openrounds/contracts';
import { ENGINE_VERSION, type EngineOutcome } from '@openrounds/ddx-engine';
import { canonicalJson } from '@openrounds/transparency-log';
import { answerRun } from './answer-run';
import { type Engine } from './engine';
import { jsonDifferences, type JsonDifference } from './json-differences';

/** More would not be read. */
const MOST_DIFFERENCES = 50;

/**
 * Computes the answer of a record again and compares the two, byte by byte as canonical JSON. What a language model said
 * and which passages were found is not computed again.
 *
 * @param engine of the knowledge and the setting that the record names
 */
export function replayRecord(engine: Engine, record: ReplayableRecord): EngineOutcome<Replay> {
  const { versions, options, facts, answer, revision } = record;
  const raised = revision?.raised;
  const outcome = answerRun(engine, { versions, options, facts, codedCase: record.case, raised });
  if (!outcome.ok) return outcome;
  const now: unknown = JSON.parse(canonicalJson(outcome.value));
  const differences = firstOf(jsonDifferences(answer, now, '/answer'), MOST_DIFFERENCES + 1);
  return {
    ok: true,
    value: {
      identical: differences.length === 0,
      differences: differences.slice(0, MOST_DIFFERENCES),
      truncated: differences.length > MOST_DIFFERENCES,
      engine: { recorded: versions.engine, now: ENGINE_VERSION },
      knowledge: versions.knowledge,
      ...(versions.engine === ENGINE_VERSION ? {} : { reason: 'engine-version' as const }),
    },
  };
}

function firstOf(differences: Iterable<JsonDifference>, most: number): JsonDifference[] {
  const first: JsonDifference[] = [];
  for (const difference of differences) {
    first.push(difference);
    if (first.length === most) break;
  }
  return first;
}
