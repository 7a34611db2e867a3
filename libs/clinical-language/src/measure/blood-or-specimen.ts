import { type VocabularyFinding } from '../model/vocabulary';
import { type Mention } from '../resolve/mention';
import { type Lookup } from '../vocabulary/stored/lookup';
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

/** A test that no finding stands for, which the specimen has among its own values. */
export const isReadOfSpecimen = (
  reading: Reading,
  { findingId, from, to }: QuantityRead,
  specimens: readonly Specimen[],
): boolean =>
  findingId === OTHER_TEST &&
  specimens.some(
    (one) =>
      isApart(one) &&
      isIn(one, to - 1) &&
      specimenValues(reading, one).some((value) => value.from < to && from < value.to),
  );

/** "CSF glucose was normal", 尿液分析：亚硝酸盐阳性: what is told is not of the blood, and no salt that somebody ate. */
export function isStateOfSpecimen({ senses, from }: Mention, specimens: readonly Specimen[]): boolean {
  const isOfBoth = senses.some(
    (sense) => (sense.kind === 'state' || sense.kind === 'finding') && isShared(sense.findingId),
  );
  return isOfBoth && specimens.some((one) => isApart(one) && isIn(one, from));
}
