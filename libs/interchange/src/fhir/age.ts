import { type Age } from '@openrounds/contracts';
import { AGE } from '../terminology/own-codes';
import { type Entry } from './entries';
import { codingsOf, isWithdrawn } from './reading';
import { Observation } from './schemas';
import { type Belongs } from './subject';

const UNITS: ReadonlySet<string> = new Set<Age['unit']>(['a', 'mo', 'wk', 'd']);
const isUnit = (code: string | undefined): code is Age['unit'] => code !== undefined && UNITS.has(code);

/** The age that an Observation tells (LOINC 30525-0), and where. A date of birth says more, where there is one. */
export function toldAge(
  entries: readonly Entry[],
  belongs: Belongs,
): { readonly entry: Entry; readonly age: Age } | undefined {
  for (const entry of entries) {
    const read = entry.type === 'Observation' ? Observation.safeParse(entry.resource) : undefined;
    if (read?.success !== true) continue;
    const { code, status, subject, valueQuantity } = read.data;
    const isAge = codingsOf(code).some((each) => each.system === 'http://loinc.org' && each.code === AGE);
    const { value, code: unit } = valueQuantity ?? {};
    if (!isAge || isWithdrawn(status) || !belongs(subject?.reference)) continue;
    if (value !== undefined && value >= 0 && isUnit(unit)) return { entry, age: { value, unit } };
  }
  return undefined;
}
