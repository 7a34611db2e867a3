import { type SetAsideReason } from '@openrounds/contracts';
import { type QuantityRead } from '../measure/quantity-read';
import { specimenQuantities, specimenResults } from '../measure/specimen-findings';
import { specimenValues, type SpecimenValue } from '../measure/specimen-values';
import { type Specimen } from '../measure/specimens';
import { type VocabularyFinding } from '../model/vocabulary';
import { type SectionKind } from '../segment/sections';
import { collectQuantity, limitOr, NOT_OF_PATIENT } from './quantity-statements';
import { type Collected, type ScopedSentence, type SentenceContext } from './sentence-context';
import { given } from '../normalise/lists-by-key';

/** A laboratory line of a specimen. What decides no finding is named with its specimen: "CSF: glucose". */
function labOf(
  { from, to, nameTo, number, comparator, unit }: SpecimenValue,
  { named }: Specimen,
  decided: { readonly findingId: string; readonly state: string } | undefined,
  { reading }: SentenceContext,
) {
  const name = reading.quote(from, Math.max(nameTo, from + 1)).quote;
  const specimen = reading.quote(named.from, named.to).quote.replace(/\s*[:：]$/u, '');
  return {
    lab: {
      name: decided === undefined ? `${specimen}: ${name}` : name,
      value: number === undefined ? { code: decided?.state ?? 'unknown' } : limitOr(number, comparator),
      ...(unit === undefined || number === undefined ? {} : { unit }),
      ...decided,
      source: { kind: 'text' as const, ...reading.quote(from, to) },
    },
  };
}

/** What decides a finding is listed under it, and not a second time under its bare name. */
function listOnce(line: ReturnType<typeof labOf>, into: Collected): void {
  const own = line.lab.source;
  const same = into.labs.findIndex(({ lab: { findingId, source } }) => {
    const { start = own.end, end = own.start } = source ?? {};
    return findingId === undefined && start < own.end && own.start < end;
  });
  if (same === -1) into.labs.push(line);
  else into.labs[same] = line;
}

/** Sections in which a value is not of the patient now. */
const SECTIONS_ELSEWHERE: Partial<Record<SectionKind, SetAsideReason>> = {
  family: 'family',
  past: 'historical',
  plan: 'planned',
};

/** Adds what the values of a specimen say of the patient. */
export function collectSpecimen(
  specimen: Specimen,
  place: ScopedSentence,
  context: SentenceContext,
  quantities: readonly QuantityRead[],
  into: Collected,
): void {
  const { reading, vocabulary, patient } = context;
  const { sentence, scopes } = place;
  const values = specimenValues(reading, specimen);
  for (const { from, to } of values) for (let at = from; at < to; at += 1) into.understood.add(at);
  const kinds = scopes.over([specimen.from, specimen.to - 1]);
  const elsewhere =
    [...NOT_OF_PATIENT, 'historical' as const].find((kind) => kinds.has(kind)) ??
    SECTIONS_ELSEWHERE[sentence.section];
  for (const { from, to } of values) into.setAside.push({ from, to, reason: elsewhere ?? 'other-specimen' });
  if (elsewhere !== undefined) return;
  const known = given(vocabulary.ofSpecimens(), (id) => vocabulary.findings.get(id));
  const decided = given(
    known,
    (finding) => finding.specimenTests && { finding, tests: finding.specimenTests },
  );
  const listed = new Set<SpecimenValue>();
  for (const { findingId, presence, certainty, value } of specimenResults(
    specimen,
    values,
    decided,
    patient,
  )) {
    const { from, to } = { from: Math.min(specimen.from, value.from), to: value.to };
    const told = { findingId, presence, certainty, from, to };
    into.statements.push({ ...told, kind: 'text', specificity: 2, daysAgo: 0, section: sentence.section });
    if (vocabulary.findings.get(findingId)?.kind === 'lab')
      listOnce(labOf(value, specimen, { findingId, state: presence }, context), into);
    listed.add(value);
  }
  for (const { finding, value } of specimenQuantities(specimen, values, known)) {
    if (!quantities.some(({ findingId }) => findingId === finding.id))
      collectQuantity(asQuantity(value, finding), place, context, into);
    listed.add(value);
  }
  const isTold = ({ nameTo }: SpecimenValue): boolean =>
    quantities.some(({ from, to }) => from < nameTo && nameTo <= to);
  for (const value of values)
    if (value.number !== undefined && !listed.has(value) && !isTold(value))
      into.labs.push(labOf(value, specimen, undefined, context));
}

function asQuantity(
  { from, to, nameTo, number = NaN, unit }: SpecimenValue,
  { id }: VocabularyFinding,
): QuantityRead {
  const own = unit === undefined ? {} : { unit };
  return { findingId: id, from, to, nameTo, read: { from, to, number, ...own }, ...own };
}
