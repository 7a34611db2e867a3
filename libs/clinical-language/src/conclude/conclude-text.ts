import {
  type Finding,
  type Lab,
  type SetAside,
  type SetAsideReason,
  type UnderstoodPatient,
} from '@openrounds/contracts';
import { type Aside, asidesTold } from '../collect/set-aside';
import { type Statement } from '../collect/statement';
import { explainLabs, withoutSerial } from '../laboratory-report/explain-labs';
import { inOrderOfText, onClock } from '../measure/value-time';
import { type Understanding, type UnderstandingWarning } from '../model/understanding';
import { warn } from '../model/warnings';
import { type Reading } from '../segment/reading';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { complaintAttributes } from './complaint-attributes';
import { type SentenceRead } from './conclude-sentence';
import { settle } from './contradictions';
import { enginePatient } from './patient';
import { withoutKnownByLikeness } from './read-by-likeness';
import { isAmong, measurementsTold } from './measurements';
import { type AttributeRead, timeOfIllness } from './time-of-illness';
import { asPatientHas } from './whom-it-fits';
import { gather, given } from '../normalise/lists-by-key';

/** A list that a person is to look through ends somewhere, whatever the text. */
const MAX_LISTED = 200;
/** Words that led to nothing are all listed: a text of 20,000 characters has no more such stretches. */
const MAX_UNREAD = 4_000;

function toFinding(statement: Statement, reading: Reading): Finding {
  return {
    findingId: statement.findingId,
    ...(statement.presence === undefined ? {} : { presence: statement.presence }),
    ...(statement.value === undefined ? {} : { value: statement.value }),
    certainty: statement.certainty,
    assertion: 'current',
    source: { kind: statement.kind, ...reading.quote(statement.from, statement.to) },
  };
}

function attributeFindings(
  reads: readonly AttributeRead[],
  reading: Reading,
  vocabulary: CompiledVocabulary,
): Finding[] {
  const known = reads.filter(({ attribute, state }) =>
    vocabulary.findings.get(attribute)?.states?.includes(state),
  );
  return known.map(({ attribute, state, from, to, certainty }) => ({
    findingId: attribute,
    value: { code: state },
    certainty,
    assertion: 'current',
    source: { kind: 'text', ...reading.quote(from, to) },
  }));
}

/** The state of the illness's duration, if the text gives one. */
function durationOf(attributes: readonly Finding[]): string | undefined {
  const value = attributes.find(({ findingId }) => findingId === 'illness-duration')?.value;
  return value !== undefined && 'code' in value ? value.code : undefined;
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.source?.start ?? 0) - (b.source?.start ?? 0) || (a.findingId < b.findingId ? -1 : 1);

function contradictionWarnings(dropped: readonly Statement[], reading: Reading): UnderstandingWarning[] {
  return dropped.map(({ from, to, findingId }) =>
    warn('contradiction-resolved', reading.quote(from, to), findingId),
  );
}

/** What was said and is not kept, and why. */
const notKept = (said: readonly Statement[], reason: SetAsideReason): Aside[] =>
  said.map(({ from, to }) => ({ from, to, reason }));

/** Values that a text gives twice. */
const labsTwice = (given: readonly Lab[], kept: readonly Lab[]): SetAside[] =>
  gather(given, ({ source }) => {
    if (source?.quote === undefined || kept.some((lab) => lab.source?.start === source.start)) return [];
    return [{ quote: source.quote, start: source.start ?? 0, end: source.end ?? 0, reason: 'repeated' }];
  });

/** A text of which each sentence was read for itself. */
export interface TextRead {
  readonly reading: Reading;
  readonly patient: UnderstoodPatient;
  /** About the person. */
  readonly warnings: readonly UnderstandingWarning[];
  readonly sentences: readonly SentenceRead[];
}

const DAYS_IN_YEAR = 365.25;

/** What the sentences of a text come to together. */
export function concludeText(
  { reading, patient, warnings, sentences }: TextRead,
  vocabulary: CompiledVocabulary,
): Understanding {
  const person = enginePatient(patient);
  const illness = timeOfIllness(
    sentences.map(({ times }) => times),
    (person.ageYears ?? Number.POSITIVE_INFINITY) * DAYS_IN_YEAR,
  );
  const attributes = attributeFindings(illness, reading, vocabulary);
  const told = [
    ...gather(sentences, (sentence) => sentence.statements),
    ...complaintAttributes(reading.tokens, sentences, vocabulary),
  ];
  const said = withoutKnownByLikeness(told, vocabulary);
  const fitting = asPatientHas(said, person, durationOf(attributes), vocabulary);
  const fits = new Set(fitting);
  const unfit = said.filter((statement) => !fits.has(statement));
  const kept = new Set(said);
  const givenWay = told.filter((statement) => !kept.has(statement));
  const { statements, resolved } = settle(fitting, vocabulary);
  const measurements = gather(sentences, (sentence) => sentence.measurements);
  // values of a sign that were measured in different ways contradict nothing: they are listed
  const isListed = isAmong(measurements);
  const dropped = given(resolved, (one) => (isListed(one.dropped) ? undefined : one.dropped));
  const labs = onClock(gather(sentences, (sentence) => inOrderOfText(sentence.labs))).slice(0, MAX_LISTED);
  const explained = explainLabs(labs, person, vocabulary);
  return {
    findings: [...statements.map((statement) => toFinding(statement, reading)), ...attributes].sort(byPlace),
    labs: explained.labs,
    measurements: measurementsTold(measurements, statements, reading).slice(0, MAX_LISTED),
    ...(explained.laboratory === undefined ? {} : { laboratory: explained.laboratory }),
    patient,
    unmatched: gather(sentences, ({ unmatched }) =>
      unmatched.map(({ from, to }) => reading.quote(from, to)),
    ).slice(0, MAX_UNREAD),
    setAside: [
      ...asidesTold(
        [
          ...gather(sentences, ({ setAside }) => setAside),
          ...notKept(dropped, 'contradicted'),
          ...notKept(unfit, 'unfit'),
          ...[...fitting, ...givenWay].flatMap((one) =>
            notKept([one], isListed(one) ? 'other-value' : 'repeated'),
          ),
        ],
        [...statements, ...illness],
        reading,
      ),
      ...reading.taught.map((part): SetAside => ({ ...part, reason: 'teaching' })),
      ...labsTwice(labs, explained.labs),
    ].slice(0, MAX_UNREAD),
    warnings: withoutSerial([
      ...warnings,
      ...gather(sentences, (sentence) => sentence.warnings),
      ...explained.warnings,
      ...contradictionWarnings(dropped, reading),
    ]).slice(0, MAX_LISTED),
  };
}
