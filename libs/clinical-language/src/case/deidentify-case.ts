import { type CaseInput, type Masked } from '@openrounds/contracts';
import { deidentify } from '../deidentification/deidentify';

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

/** What the sender quotes stands in a text that we may never have seen: it is dropped, not masked. */
const withoutQuote = <T extends { quote?: string | undefined }>({ quote: _quote, ...source }: T) => source;

/**
 * Takes identities out of every free text of a case, before anything else is done with it. An age above 89 years
 * is kept as 90: few people are that old.
 *
 * @returns the case without identities, and how often which kind was masked; what was masked is not returned
 */
export function deidentifyCase(input: CaseInput): { input: CaseInput; masked: Masked[] } {
  const tally = new Tally();
  const clean = <T extends string | undefined>(text: T): T => {
    if (text === undefined) return text;
    const result = deidentify(text);
    tally.add(result.masked);
    return result.text as T;
  };
  const findings = <
    T extends { note?: string | undefined; source?: { quote?: string | undefined } | undefined },
  >(
    list: T[] | undefined,
  ): T[] | undefined =>
    list?.map(({ note, source, ...finding }) => ({
      ...finding,
      ...(note === undefined ? {} : { note: clean(note) }),
      ...(source === undefined ? {} : { source: withoutQuote(source) }),
    })) as T[] | undefined;
  const labs = <T extends { name?: string | undefined }>(list: T[] | undefined): T[] | undefined =>
    list?.map((lab) => (lab.name === undefined ? lab : { ...lab, name: clean(lab.name) }));
  const { age } = input.patient;
  const tooOld = age !== null && age.unit === 'a' && age.value >= MAX_AGE_YEARS;
  if (tooOld && age.value > MAX_AGE_YEARS) tally.add([{ kind: 'age-over-89', count: 1 }]);
  return {
    input: withoutUndefined({
      ...input,
      title: clean(input.title),
      narrative: clean(input.narrative),
      patient: tooOld ? { ...input.patient, age: { value: MAX_AGE_YEARS, unit: 'a' } } : input.patient,
      findings: findings(input.findings),
      labs: labs(input.labs),
      stages: input.stages?.map((stage) => ({
        ...stage,
        name: clean(stage.name),
        narrative: clean(stage.narrative),
        findings: findings(stage.findings),
        labs: labs(stage.labs),
      })),
    }),
    masked: tally.list(),
  };
}

const withoutUndefined = (input: CaseInput): CaseInput => JSON.parse(JSON.stringify(input)) as CaseInput;
