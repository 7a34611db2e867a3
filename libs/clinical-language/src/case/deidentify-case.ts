import { type CaseInput, type Masked } from '@openrounds/contracts';
import { deidentify } from '../deidentification/deidentify';
import { isUcum } from '../quantities/units';

const MAX_AGE_YEARS = 90;

/** Adds up what was masked, by kind. */
class Tally {
  private readonly counts = new Map<Masked['kind'], number>();

  add(masked: readonly Masked[]): void {
    for (const { kind, count } of masked) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
  }

  list(): Masked[] {
    return [...this.counts]
      .map(([kind, count]) => ({ kind, count }))
      .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  }
}

type FindingGiven = NonNullable<CaseInput['findings']>[number];
type LabGiven = NonNullable<CaseInput['labs']>[number];

/** Masks the texts of one case and adds up what was masked. */
class CaseMask {
  readonly tally = new Tally();

  readonly text = <T extends string | undefined>(given: T): T => {
    if (given === undefined) return given;
    const { text, masked } = deidentify(given);
    this.tally.add(masked);
    return text as T;
  };

  /** A unit that UCUM knows names no one; another is text like any other, and so is what UCUM takes in braces. */
  private readonly unit = <T extends { unit?: string | undefined }>(given: T): T =>
    given.unit === undefined || (isUcum(given.unit) && !given.unit.includes('{'))
      ? given
      : { ...given, unit: this.text(given.unit) };

  /** What the sender quotes stands in a text that we may never have seen: it is dropped, not masked. */
  readonly finding = ({ note, source, value, ...finding }: FindingGiven): FindingGiven => ({
    ...finding,
    ...(value === undefined ? {} : { value: 'unit' in value ? this.unit(value) : value }),
    ...(note === undefined ? {} : { note: this.text(note) }),
    ...(source === undefined ? {} : { source: withoutQuote(source) }),
  });

  readonly lab = ({ name, referenceRange, ...lab }: LabGiven): LabGiven => ({
    ...this.unit(lab),
    ...(name === undefined ? {} : { name: this.text(name) }),
    ...(referenceRange === undefined ? {} : { referenceRange: this.unit(referenceRange) }),
  });
}

const withoutQuote = ({ quote: _quote, ...source }: NonNullable<FindingGiven['source']>) => source;

/**
 * Takes identities out of every free text of a case, before anything else is done with it. An age above 89 years
 * is kept as 90: few people are that old.
 *
 * @returns the case without identities, and how often which kind was masked; what was masked is not returned
 */
export function deidentifyCase(input: CaseInput): { input: CaseInput; masked: Masked[] } {
  const mask = new CaseMask();
  const { age } = input.patient;
  const tooOld = age !== null && age.unit === 'a' && age.value >= MAX_AGE_YEARS;
  if (tooOld && age.value > MAX_AGE_YEARS) mask.tally.add([{ kind: 'age-over-89', count: 1 }]);
  return {
    input: withoutUndefined({
      ...input,
      title: mask.text(input.title),
      narrative: mask.text(input.narrative),
      patient: tooOld ? { ...input.patient, age: { value: MAX_AGE_YEARS, unit: 'a' } } : input.patient,
      findings: input.findings?.map(mask.finding),
      labs: input.labs?.map(mask.lab),
      stages: input.stages?.map((stage) => ({
        ...stage,
        name: mask.text(stage.name),
        narrative: mask.text(stage.narrative),
        findings: stage.findings?.map(mask.finding),
        labs: stage.labs?.map(mask.lab),
      })),
    }),
    masked: mask.tally.list(),
  };
}

const withoutUndefined = (input: CaseInput): CaseInput => JSON.parse(JSON.stringify(input)) as CaseInput;
