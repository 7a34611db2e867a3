import { type LabInput } from '@openrounds/contracts';
import { type Place } from '../gather/gathering';
import { sayAmount, type Measured } from '../gather/measured';
import { codingsOf, type Reading } from './reading';
import { type Measurement, type Quantity } from './schemas';

const UCUM = 'http://unitsofmeasure.org';

/** Serological titres are ratios of one to a whole number. */
export function titreOf(
  numerator: Quantity | undefined,
  denominator: Quantity | undefined,
): string | undefined {
  const dilution = denominator?.value;
  if (numerator?.value !== 1 || dilution === undefined || !Number.isInteger(dilution)) return undefined;
  return /^\d{1,7}$/.test(String(dilution)) ? `1:${String(dilution)}` : undefined;
}

/** The unit of a quantity: only UCUM says what was measured, the printed unit does not. */
const unitOf = ({ system, code, unit }: Quantity): string | undefined =>
  system === UCUM ? (code ?? unit) : undefined;

const hasUnit = ({ system, code, unit }: Quantity): boolean =>
  [system, code, unit].some((each) => each !== undefined);

/** A number with its unit, and the laboratory's own range where it gives one. */
export function readQuantity(
  quantity: Quantity,
  { referenceRange: ranges }: Measurement,
  measured: Measured,
  place: Place,
  gathering: Reading['gathering'],
): void {
  const { value, comparator } = quantity;
  if (value === undefined) return;
  const unit = unitOf(quantity);
  if (unit === undefined && hasUnit(quantity)) {
    gathering.reject(place.valuePointer ?? place.pointer, 'unit-not-ucum', {
      findingId: measured.finding.id,
    });
    return;
  }
  const referenceRange = unit === undefined ? undefined : rangeOf(ranges, unit);
  const amount = comparator === undefined ? value : { comparator, number: value };
  sayAmount(
    measured,
    { value: amount, unit, ...(referenceRange === undefined ? {} : { referenceRange }) },
    place,
    gathering,
  );
}

/** The laboratory's own range, where there is one for everybody. */
function rangeOf(ranges: Measurement['referenceRange'], unit: string): LabInput['referenceRange'] {
  const normal = (ranges ?? []).filter(
    ({ type, appliesTo, age }) =>
      appliesTo === undefined &&
      age === undefined &&
      (type === undefined || codingsOf(type).some(({ code }) => code === 'normal')),
  );
  const [range] = normal;
  if (normal.length !== 1 || range === undefined) return undefined;
  const { low, high } = range;
  const units = [low, high].flatMap((limit) => (limit?.value === undefined ? [] : [unitOf(limit) ?? unit]));
  const [own] = units;
  if (own === undefined || units.some((each) => each !== own)) return undefined;
  return {
    ...(low?.value === undefined ? {} : { low: low.value }),
    ...(high?.value === undefined ? {} : { high: high.value }),
    unit: own,
  };
}
