import { type StandingCorrection } from '@openrounds/clinical-language';
import { type CaseInput, type CaseMix, DomainError } from '@openrounds/contracts';
import { lookupOf, type KnowledgeBundle } from '@openrounds/knowledge';
import { type Line } from '../io/lines';
import { type CaseId, type LineError, readCaseLine } from './case-line';
import { type CaseRanker, type RankedCase } from './case-ranker';

/** One line out: field names and meanings are part of the public contract. */
export type RankedLine =
  | {
      readonly id: CaseId;
      readonly differential: readonly RankedName[];
      /** Probability of a diagnosis outside the knowledge base. */
      readonly other: number;
      /** Probability of the diseases beyond those listed. */
      readonly remainder: number;
      readonly understood: UnderstoodIds;
      /** The must-not-miss diseases that are active: above their threshold or red-flagged, and not excluded. */
      readonly mustNotMiss: readonly string[];
      /** The must-not-miss diseases that a red flag raises, whether excluded or not. */
      readonly redFlagged: readonly string[];
      /** Time taken for this case, in milliseconds. */
      readonly ms: number;
    }
  | { readonly id: CaseId; readonly error: LineError };

interface RankedName {
  readonly diseaseId: string;
  readonly name: string;
  readonly nameZh: string;
  readonly icd10: readonly string[];
  readonly probability: number;
}

interface UnderstoodIds {
  /** Findings that are there; of categorical ones, those of which a state is known. */
  readonly present: readonly string[];
  readonly absent: readonly string[];
  /** The states of the categorical ones. */
  readonly states: Readonly<Record<string, string>>;
}

/** A line as it was read and ranked, or why it was not. */
export type LineRanking =
  | {
      readonly id: CaseId;
      readonly input: CaseInput;
      readonly ranked: RankedCase;
      /** Time taken, in milliseconds. */
      readonly ms: number;
    }
  | { readonly id: CaseId; readonly error: LineError };

/** Reads and ranks one line. Whatever is wrong with it becomes its result: it never throws. */
export function rankingOfLine(
  line: Line,
  ranker: CaseRanker,
  top: number,
  caseMix: CaseMix = 'teaching',
): LineRanking {
  const read = readCaseLine(line);
  return 'error' in read ? read : rankingOfCase(read, ranker, top, caseMix);
}

/** Ranks one case as it was corrected. Whatever is wrong with it becomes its result: it never throws. */
export function rankingOfCase(
  read: { readonly id: CaseId; readonly input: CaseInput },
  ranker: CaseRanker,
  top: number,
  caseMix: CaseMix,
  corrections: readonly StandingCorrection[] = [],
): LineRanking {
  const start = performance.now();
  try {
    const options = { topN: top, includeNextTests: false, caseMix };
    return { ...read, ranked: ranker.rank(read.input, options, corrections), ms: since(start) };
  } catch (error) {
    return { id: read.id, error: errorOf(error) };
  }
}

/** What is written of a ranked line. */
export const rankedLine = (ranking: LineRanking, bundle: KnowledgeBundle): RankedLine =>
  'error' in ranking ? ranking : { id: ranking.id, ...resultOf(ranking.ranked, bundle), ms: ranking.ms };

function resultOf({ ready, answer }: RankedCase, bundle: KnowledgeBundle) {
  const { diseases } = lookupOf(bundle);
  return {
    differential: answer.differential.map(({ diseaseId, probability }) => {
      const disease = diseases.get(diseaseId);
      return {
        diseaseId,
        name: disease?.name.en ?? diseaseId,
        nameZh: disease?.name.zh ?? diseaseId,
        icd10: disease?.codes.icd10 ?? [],
        probability,
      };
    }),
    other: answer.other.probability,
    remainder: answer.remainder.probability,
    understood: understoodIds(ready.observed),
    mustNotMiss: answer.mustNotMiss
      .filter(({ excludedBy }) => excludedBy === undefined)
      .map(({ diseaseId }) => diseaseId),
    redFlagged: answer.mustNotMiss.filter(({ redFlag }) => redFlag).map(({ diseaseId }) => diseaseId),
  };
}

function understoodIds(observed: RankedCase['ready']['observed']): UnderstoodIds {
  const withState = observed.flatMap(({ findingId, state }) =>
    state === undefined ? [] : [[findingId, state] as const],
  );
  return {
    present: observed
      .filter((o) => o.presence === 'present' || o.state !== undefined)
      .map((o) => o.findingId),
    absent: observed.filter((o) => o.presence === 'absent').map((o) => o.findingId),
    states: Object.fromEntries(withState),
  };
}

function errorOf(error: unknown): LineError {
  if (error instanceof DomainError) return { code: error.code, detail: error.message };
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}

const since = (start: number): number => Math.round((performance.now() - start) * 1000) / 1000;
