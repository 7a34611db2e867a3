import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { DomainError } from '@openrounds/contracts';
import { caseScorer, type CaseScorer } from '@openrounds/ddx-engine';
import {
  type CalibrationCase,
  goldOf,
  type GoldMap,
  type KnownDisease,
  matchOf,
} from '@openrounds/evaluation';
import { type GoldLine, readGoldLine } from '../evaluation/gold-line';
import { type Line, linesOf } from '../io/lines';
import { readCaseLine } from '../ranking/case-line';
import { type CaseRanker } from '../ranking/case-ranker';

/** The cases of a file that a fit can use, and how many it had to leave out. */
export interface CalibrationFile {
  readonly cases: readonly CalibrationCase[];
  /** Cases whose diagnosis the knowledge base does not hold. */
  readonly notCovered: number;
  /** Cases that could not be understood. */
  readonly notRanked: number;
}

/** The same case in another language ends in another `-en` or `-zh`. */
const LANGUAGE_ENDING = /-(en|zh)$/;

/**
 * Reads the cases of an evaluation file whose diagnosis the knowledge base holds.
 *
 * @param known the diseases in the order in which the engine scores them
 */
export async function readCalibrationFile(
  path: string,
  gold: GoldMap,
  ranker: CaseRanker,
  known: readonly KnownDisease[],
): Promise<CalibrationFile> {
  const cases: CalibrationCase[] = [];
  let [notCovered, notRanked] = [0, 0];
  for await (const line of linesOf(createReadStream(path, 'utf8'))) {
    const goldLine = readGoldLine(line);
    if (goldLine === undefined) continue;
    const right = rightDiseases(goldLine, gold, known);
    const scorer = right.length === 0 ? undefined : scorerOf(line, ranker);
    if (right.length === 0) notCovered += 1;
    else if (scorer === undefined) notRanked += 1;
    else cases.push(calibrationCase(goldLine, basename(path), scorer, right));
  }
  return { cases, notCovered, notRanked };
}

function rightDiseases({ gold: labels }: GoldLine, gold: GoldMap, known: readonly KnownDisease[]): number[] {
  const entries = labels.map((label) => goldOf(gold, label));
  return known.flatMap((disease, index) => (matchOf(entries, disease) === 'right' ? [index] : []));
}

/** The facts of a case ready to be scored, or undefined where intake or engine refuse it. */
function scorerOf(line: Line, ranker: CaseRanker): CaseScorer | undefined {
  const read = readCaseLine(line);
  if ('error' in read) return undefined;
  try {
    const { engine, facts } = ranker.understand(read.input);
    const scorer = caseScorer(engine, facts);
    return scorer.ok ? scorer.value : undefined;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function calibrationCase(
  { id, gold, source }: GoldLine,
  file: string,
  scores: CaseScorer,
  right: readonly number[],
): CalibrationCase {
  return {
    dataSet: source ?? file,
    keys: [
      `case ${id.replace(LANGUAGE_ENDING, '')}`,
      ...gold.map((label) => `label ${label}`),
      ...right.map((disease) => `disease ${String(disease)}`),
    ],
    gold: right,
    scores,
  };
}
