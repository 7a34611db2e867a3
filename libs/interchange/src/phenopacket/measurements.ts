import { type Terminology } from '@openrounds/clinical-language';
import { type Gathering, type Place } from '../gather/gathering';
import { sayAmount, sayAnswer } from '../gather/measured';
import { below } from '../gather/pointer';
import { answerOfCurie } from '../terminology/answers';
import { codeOfCurie, written } from '../terminology/codes';
import { conceptOf } from '../terminology/concept';
import { readMoment, type Moment } from '../time/moment';
import { Measurement, type Quantity, type TimeElement } from './schemas';

const UCUM_PREFIX = /^UCUM:/i;

/** A UCUM unit; Phenopackets write it as a compact identifier. */
const unitOf = (unit: Quantity['unit']): string | undefined =>
  unit !== undefined && UCUM_PREFIX.test(unit.id) ? unit.id.replace(UCUM_PREFIX, '') : undefined;

/** The moment of a time element, of an interval its end. */
const timeOf = (time: TimeElement | undefined): Moment | undefined =>
  readMoment(time?.timestamp ?? time?.interval?.end);

/** The days on which something was measured. */
export const momentsOf = (measurements: readonly unknown[]): (Moment | undefined)[] =>
  measurements.map((given) => {
    const read = Measurement.safeParse(given);
    return read.success ? timeOf(read.data.timeObserved) : undefined;
  });

/** Measurements: a quantity with its UCUM unit, or a term that says what came out. */
export function readMeasurements(
  measurements: readonly unknown[],
  gathering: Gathering,
  vocabulary: Terminology,
): void {
  measurements.forEach((given, index) => {
    const pointer = below('/measurements', index);
    const read = Measurement.safeParse(given);
    if (!read.success) {
      gathering.reject(pointer, 'malformed');
      return;
    }
    const { assay, value, complexValue, timeObserved } = read.data;
    const when = timeOf(timeObserved);
    const reader = new MeasurementReader(gathering, vocabulary);
    complexValue?.typedQuantities.forEach(({ type, quantity }, part) => {
      const at = below(pointer, 'complexValue', 'typedQuantities', part);
      reader.read(
        type.id,
        { quantity },
        { pointer: at, valuePointer: below(at, 'quantity'), when, perishable: true },
        below(at, 'type'),
      );
    });
    if (value !== undefined) {
      const valuePointer = below(
        pointer,
        'value',
        value.quantity === undefined ? 'ontologyClass' : 'quantity',
      );
      reader.read(
        assay.id,
        value,
        { pointer, valuePointer, when, perishable: true },
        below(pointer, 'assay'),
      );
    } else if (complexValue === undefined) gathering.reject(pointer, 'no-value');
  });
}

class MeasurementReader {
  constructor(
    private readonly gathering: Gathering,
    private readonly vocabulary: Terminology,
  ) {}

  read(assay: string, value: NonNullable<Measurement['value']>, place: Place, assayAt: string): void {
    const code = codeOfCurie(assay);
    const concept = conceptOf(code === undefined ? [] : [code], 1, this.vocabulary);
    if (concept.kind === 'none') this.gathering.reject(assayAt, concept.why, concept.detail);
    else if (concept.kind === 'disease')
      this.gathering.reject(assayAt, 'diagnosis', { coding: written(concept.code) });
    else if (value.quantity !== undefined) this.quantity(value.quantity, concept, place);
    else {
      const answer = value.ontologyClass === undefined ? undefined : answerOfCurie(value.ontologyClass.id);
      const { id: findingId } = concept.finding;
      if (answer !== undefined) sayAnswer(concept, answer, place, this.gathering);
      else this.gathering.reject(place.valuePointer ?? place.pointer, 'unknown-answer', { findingId });
    }
  }

  private quantity(
    { value, unit: given, referenceRange: range }: Quantity,
    concept: Parameters<typeof sayAmount>[0],
    place: Place,
  ): void {
    const unit = unitOf(given);
    if (given !== undefined && unit === undefined) {
      const { id: findingId } = concept.finding;
      this.gathering.reject(place.valuePointer ?? place.pointer, 'unit-not-ucum', { findingId });
      return;
    }
    const rangeUnit = unitOf(range?.unit) ?? unit;
    const referenceRange =
      rangeUnit === undefined || (range?.low === undefined && range?.high === undefined)
        ? undefined
        : {
            ...(range.low === undefined ? {} : { low: range.low }),
            ...(range.high === undefined ? {} : { high: range.high }),
            unit: rangeUnit,
          };
    sayAmount(
      concept,
      { value, unit, ...(referenceRange === undefined ? {} : { referenceRange }) },
      place,
      this.gathering,
    );
  }
}
