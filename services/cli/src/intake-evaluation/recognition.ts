import { createReadStream } from 'node:fs';
import { CaseInput } from '@openrounds/contracts';
import { type Retrieval, sumOfRetrievals } from '@openrounds/evaluation';
import { type CodedFindings } from '../evaluation/coded-findings';
import { type SameLine, sameLineOf } from '../evaluation/same-line';
import { linesOf } from '../io/lines';
import { readCaseLine } from '../ranking/case-line';
import { type CaseRanker } from '../ranking/case-ranker';

/** How findings were recognised in narratives that a person coded as well. */
export interface RecognitionFigures {
  readonly cases: number;
  /** Coded facts that the vocabulary has no word for; they are not counted as missed. */
  readonly unmapped: number;
  readonly present: SideFigures;
  readonly absent: SideFigures;
}

export interface SideFigures {
  /** The same finding in the same state. */
  readonly exact: Retrieval;
  /** The finding, what it is a kind of, or a kind of it; of a categorical finding any abnormal state. */
  readonly sameLine: Retrieval;
  /** Ids most often missed and most often proposed wrongly, with their counts; same line counts as found. */
  readonly missed: readonly (readonly [string, number])[];
  readonly wrong: readonly (readonly [string, number])[];
}

/** A finding with its state, if it has states. */
interface Fact {
  readonly findingId: string;
  readonly state?: string;
}
type Side = 'present' | 'absent';
type Sides = Readonly<Record<Side, readonly Fact[]>>;

const SHOWN = 40;

/** Reads the narratives of the coded cases as the product does; a case that is not coded is left out. */
export async function judgeRecognition(
  path: string,
  coded: ReadonlyMap<string, CodedFindings>,
  ranker: CaseRanker,
): Promise<RecognitionFigures> {
  const pairs: { wanted: Sides; proposed: Sides }[] = [];
  let unmapped = 0;
  for await (const line of linesOf(createReadStream(path, 'utf8'))) {
    const read = readCaseLine(line);
    const gold = 'input' in read && read.id !== null ? coded.get(String(read.id)) : undefined;
    if (!('input' in read) || gold === undefined) continue;
    const { narrative, patient } = read.input;
    unmapped += gold.unmapped.length;
    pairs.push({
      wanted: sidesOf(gold.findings.map(factOfInput)),
      proposed: sidesOf(ranker.understand(CaseInput.parse({ narrative, patient })).ready.observed),
    });
  }
  const sameLine = sameLineOf(ranker.bundle);
  const side = (which: Side): SideFigures =>
    sideFigures(
      pairs.map(({ wanted, proposed }) => ({ wanted: wanted[which], proposed: proposed[which] })),
      sameLine,
    );
  return { cases: pairs.length, unmapped, present: side('present'), absent: side('absent') };
}

interface Stated extends Fact {
  readonly presence?: 'present' | 'absent' | 'unknown' | undefined;
}

function factOfInput({ findingId, presence, value }: CodedFindings['findings'][number]): Stated {
  const state = value !== undefined && 'code' in value ? value.code : undefined;
  return {
    findingId: typeof findingId === 'string' ? findingId : (findingId?.code ?? ''),
    ...(presence && { presence }),
    ...(state === undefined ? {} : { state }),
  };
}

/** Of a categorical finding "nothing wrong" is a denial, every other state an affirmation. */
const NOTHING_WRONG: ReadonlySet<string> = new Set(['normal', 'none', 'absent', 'negative']);

function sidesOf(stated: readonly Stated[]): Sides {
  const sides: Record<Side, Fact[]> = { present: [], absent: [] };
  for (const { findingId, presence, state } of stated) {
    if (state !== undefined)
      sides[NOTHING_WRONG.has(state) ? 'absent' : 'present'].push({ findingId, state });
    else if (presence === 'present' || presence === 'absent') sides[presence].push({ findingId });
  }
  return sides;
}

function sideFigures(
  cases: readonly { wanted: readonly Fact[]; proposed: readonly Fact[] }[],
  sameLine: SameLine,
): SideFigures {
  const isSame = (a: Fact, b: Fact): boolean => a.findingId === b.findingId && a.state === b.state;
  const isOnLine = (a: Fact, b: Fact): boolean => sameLine(a.findingId, b.findingId);
  const lacking = (from: readonly Fact[], among: readonly Fact[]): Fact[] =>
    from.filter((one) => !among.some((other) => isOnLine(one, other)));
  return {
    exact: sumOfRetrievals(cases.map((each) => retrievalOf(each, isSame))),
    sameLine: sumOfRetrievals(cases.map((each) => retrievalOf(each, isOnLine))),
    missed: mostFrequent(cases.flatMap(({ wanted, proposed }) => lacking(wanted, proposed))),
    wrong: mostFrequent(cases.flatMap(({ wanted, proposed }) => lacking(proposed, wanted))),
  };
}

function retrievalOf(
  { wanted, proposed }: { wanted: readonly Fact[]; proposed: readonly Fact[] },
  matches: (a: Fact, b: Fact) => boolean,
): Retrieval {
  return {
    proposed: proposed.length,
    proposedRight: proposed.filter((one) => wanted.some((other) => matches(one, other))).length,
    wanted: wanted.length,
    wantedFound: wanted.filter((one) => proposed.some((other) => matches(one, other))).length,
  };
}

function mostFrequent(facts: readonly Fact[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { findingId } of facts) counts.set(findingId, (counts.get(findingId) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, SHOWN);
}
