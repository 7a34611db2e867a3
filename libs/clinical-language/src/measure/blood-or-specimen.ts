import { type VocabularyFinding } from '../model/vocabulary';
import { type Mention } from '../resolve/mention';
import { type Lookup } from '../vocabulary/stored/lookup';
import { positionsBetween } from '../normalise/at-position';
import { gather } from '../normalise/lists-by-key';
import { type Reading } from '../segment/reading';
import { OTHER_TEST } from './names';
import { type QuantityRead } from './quantity-read';
import { specimenValues } from './specimen-values';
import { isApart, isShared, type Specimen } from './specimens';

/** "CSF normal in one line, WBC 14 x10^9/L": in this unit no other specimen is counted. */
const BLOOD_COUNT = '10*9/L';
const URINE = 'urine';

const isIn = ({ from, to }: Specimen, position: number): boolean => from <= position && position < to;

/** Whether a value is that of another specimen and not of the blood. */
export function isOfSpecimen(
  { findingId, nameTo, unit }: QuantityRead,
  specimens: readonly Specimen[],
  findings: Lookup<VocabularyFinding>,
): boolean {
  const isExcreted = specimens.some((one) => one.kind === URINE && isIn(one, nameTo - 1));
  if (!isShared(findingId)) return isExcreted && findings.get(findingId)?.unit !== undefined;
  return specimens.some(
    (one) => isApart(one) && isIn(one, nameTo - 1) && !(one.kind === 'csf' && unit === BLOOD_COUNT),
  );
}

/** The tokens by which other specimens tell their values, where a value without a finding stands among them. */
export function tokensOfSpecimens(
  reading: Reading,
  quantities: readonly QuantityRead[],
  specimens: readonly Specimen[],
): ReadonlySet<number> {
  const apart = specimens.filter(isApart);
  if (apart.length === 0 || !quantities.some(({ findingId }) => findingId === OTHER_TEST)) return NO_TOKENS;
  const values = gather(apart, (one) => specimenValues(reading, one));
  return new Set(gather(values, ({ from, to }) => positionsBetween(from, to)));
}
const NO_TOKENS: ReadonlySet<number> = new Set();

/** "CSF glucose was normal", 尿液分析：亚硝酸盐阳性: what is told is not of the blood, and no salt that somebody ate. */
export function isStateOfSpecimen({ senses, from }: Mention, specimens: readonly Specimen[]): boolean {
  const isOfBoth = senses.some(
    (sense) => (sense.kind === 'state' || sense.kind === 'finding') && isShared(sense.findingId),
  );
  return isOfBoth && specimens.some((one) => isApart(one) && isIn(one, from));
}
