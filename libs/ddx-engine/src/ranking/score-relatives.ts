import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type FamilyCase } from '../evidence/coded-case';
import { type EngineParameters } from '../model/parameters';
import { LinkPattern } from './link-pattern';
import { LinkWalk } from './link-walk';
import { type PatternEvidence, patternReader } from './pattern-evidence';
import { sumOfRows } from './sum-of-rows';

/** Diseases in ascending order, and the log likelihood ratio of a family of findings for each, all rows weighed. */
interface Touched {
  readonly diseases: Int32Array;
  readonly logRatios: Float64Array;
}

/**
 * What a family of related findings says for each disease that knows something of it: the lists of links of the
 * findings that matter are gone through abreast, and the rules applied once for each pattern of links that occurs.
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
  const walk = new LinkWalk(lists);
  let count = 0;
  while (walk.disease >= 0) {
    diseases[count] = walk.disease;
    const pattern = walk.take(none);
    logRatios[count] = sumOfRows(pattern.meaning, walk.linkAt, parameters.rho);
    count += 1;
  }
  return { diseases: diseases.subarray(0, count), logRatios: logRatios.subarray(0, count) };
}

/** Every finding on the is-a line of something observed: no other link of the family matters. */
function findingsOnLines(
  compiled: CompiledKnowledge,
  { present, absent, states }: FamilyCase,
): readonly number[] {
  const lines = [...present, ...absent, ...states].map(
    ({ finding }) => compiled.findings[finding]?.line ?? [],
  );
  const [only, ...more] = lines;
  return only !== undefined && more.length === 0 ? only : [...new Set(lines.flat())];
}
