import { type CaseInput, type Masked } from '@openrounds/contracts';
import { type Deidentified } from '../model/deidentified';
import { OLDEST_TOLD } from './age-by-dates';
import { deidentify } from './deidentify';
import { isUcum } from '../measure/units';

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

/** How one text is masked. */
type Mask = (text: string) => Pick<Deidentified, 'text' | 'masked'>;

/** Masks the texts of one case and adds up what was masked. */
class CaseMask {
  readonly tally = new Tally();

  constructor(private readonly mask: Mask) {}

  readonly text = <T extends string | undefined>(given: T): T => {
    if (given === undefined) return given;
    const { text, masked } = this.mask(given);
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
 * @param maskText how a text is masked, where its identifiers were found before
 * @returns the case without identities, and how often which kind was masked; what was masked is not returned
 */
export function deidentifyCase(
  input: CaseInput,
  maskText: Mask = deidentify,
): { input: CaseInput; masked: Masked[] } {
  const mask = new CaseMask(maskText);
  const { age } = input.patient;
  const tooOld = age !== null && age.unit === 'a' && age.value >= OLDEST_TOLD;
  if (tooOld && age.value > OLDEST_TOLD) mask.tally.add([{ kind: 'age-over-89', count: 1 }]);
  return {
    input: withoutUndefined({
      ...input,
      title: mask.text(input.title),
      narrative: mask.text(input.narrative),
      patient: tooOld ? { ...input.patient, age: { value: OLDEST_TOLD, unit: 'a' } } : input.patient,
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

/** The texts of a case that {@link deidentifyCase} masks. */
export function textsOfCase(input: CaseInput): string[] {
  const texts: string[] = [];
  deidentifyCase(input, (text) => {
    texts.push(text);
    return { text, masked: [] };
  });
  return texts;
}

const withoutUndefined = (input: CaseInput): CaseInput => JSON.parse(JSON.stringify(input)) as CaseInput;
