import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type FamilyCase } from '../evidence/coded-case';
import { type EngineParameters } from '../model/parameters';
import { LinkPattern } from './link-pattern';
import { type PatternEvidence, patternReader } from './pattern-evidence';
import { sumOfRows } from './sum-of-rows';

/** Diseases in ascending order, and the log likelihood ratio of a family of findings for each, all rows weighed. */
interface Touched {
  readonly diseases: Int32Array;
  readonly logRatios: Float64Array;
}

/**
 * What a family of related findings adds for each disease that knows something of it. The lists of links of the
 * findings that matter stand in the order of the diseases; going through all of them abreast meets every disease once
 * with all its links, without a table of diseases.
 */
export function scoreRelatives(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
): Touched {
  const relevant = findingsOnLines(compiled, family);
  const lists = relevant.map((finding) => compiled.findings[finding]?.model.diseases ?? new Int32Array());
  const none = new LinkPattern<PatternEvidence>([], patternReader(compiled, parameters, family, relevant));
  const most = lists.reduce((sum, list) => sum + list.length, 0);
  const diseases = new Int32Array(most);
  const logRatios = new Float64Array(most);
  const heads = new Int32Array(lists.length);
  const linkAt = new Int32Array(lists.length);
  let count = 0;
  for (let disease = lowestHead(lists, heads); disease < Infinity; disease = lowestHead(lists, heads)) {
    const pattern = takeLinks(lists, heads, disease, none, linkAt);
    diseases[count] = disease;
    logRatios[count] = sumOfRows(pattern.meaning, linkAt, parameters.rho);
    count += 1;
  }
  return { diseases: diseases.subarray(0, count), logRatios: logRatios.subarray(0, count) };
}

/** Every finding on the is-a line of something observed, ascending: no other link of the family matters. */
function findingsOnLines(compiled: CompiledKnowledge, { present, absent, states }: FamilyCase): number[] {
  const lines = [...present, ...absent, ...states].flatMap(
    ({ finding }) => compiled.findings[finding]?.line ?? [],
  );
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** The lowest disease that stands at the head of a list; Infinity when all have been gone through. */
function lowestHead(lists: readonly Int32Array[], heads: Int32Array): number {
  let lowest = Infinity;
  for (let slot = 0; slot < lists.length; slot += 1) {
    const disease = lists[slot]?.[heads[slot] ?? 0] ?? Infinity;
    if (disease < lowest) lowest = disease;
  }
  return lowest;
}

/** Takes the disease off the head of every list that it leads: which these are, and in `linkAt` where it stood. */
function takeLinks(
  lists: readonly Int32Array[],
  heads: Int32Array,
  disease: number,
  none: LinkPattern<PatternEvidence>,
  linkAt: Int32Array,
): LinkPattern<PatternEvidence> {
  let pattern = none;
  let place = 0;
  for (let slot = 0; slot < lists.length; slot += 1) {
    const head = heads[slot] ?? 0;
    if (lists[slot]?.[head] !== disease) continue;
    pattern = pattern.with(slot);
    linkAt[place] = head;
    heads[slot] = head + 1;
    place += 1;
  }
  return pattern;
}
