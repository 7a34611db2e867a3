import { type RelativesPlan } from './family-plan';
import { type RowParameters, sumOfRows } from './sum-of-rows';
import { type TouchedDiseases } from './touched-diseases';

/**
 * What a family of related findings says for each disease that knows something of it: the lists of links of the
 * findings that matter are gone through abreast, and the rules applied once for each pattern of links that occurs.
 *
 * @param into has room for as many diseases as the plan counts links; written over
 */
export function scoreRelatives(
  { walk, none }: RelativesPlan,
  parameters: RowParameters,
  into: TouchedDiseases,
): void {
  const { diseases, logRatios } = into;
  let count = 0;
  walk.start();
  while (walk.disease >= 0) {
    diseases[count] = walk.disease;
    const pattern = walk.take(none);
    logRatios[count] = sumOfRows(pattern.meaning, walk.linkAt, parameters);
    count += 1;
  }
  into.count = count;
}
