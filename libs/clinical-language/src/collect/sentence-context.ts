import { type Measurement } from '@openrounds/contracts';
import { type Stretch } from '../model/token';
import { type People } from '../recognise/people';
import { type ToldText } from '../frame/clues-around';
import { type Scopes } from '../assert/scope';
import { type Duration } from '../recognise/time-expressions';
import { type PersonalAmount } from '../recognise/personal-amount';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Aside } from './set-aside';
import { type Statement } from './statement';
import { type OtherPerson } from './values-of-others';
import { type EnginePatient, type UnderstandingWarning } from '../model/understanding';
import { type UnitSystem } from '../measure/credible-units';
import { type Specimen } from '../measure/specimens';
import { type TimedLab } from '../measure/value-time';
import { type Sentence } from '../segment/sentences';
import { type Reading } from '../segment/reading';

/** What is known before the sentence is read. */
export interface SentenceContext {
  readonly reading: Reading;
  readonly vocabulary: CompiledVocabulary;
  readonly patient: EnginePatient;
  /** Tokens that tell age and sex. */
  readonly demographicTokens: ReadonlySet<number>;
  /** What else is told of the person in numbers. */
  readonly personalAmounts: readonly PersonalAmount[];
  readonly people: People;
  /** What the text tells around a finding. */
  readonly told: ToldText;
  /** Where values are those of a specimen other than blood. */
  readonly specimens: ReadonlyMap<Sentence, readonly Specimen[]>;
}

/** A sentence with what its statements need: scopes, and the points in the past that it names. */
export interface ScopedSentence {
  readonly sentence: Sentence;
  readonly scopes: Scopes;
  readonly past: readonly Duration[];
  /** The family of units in which its values are told. */
  readonly system: UnitSystem | undefined;
  /** Whose values are not the patient's, by where they begin. */
  readonly others: ReadonlyMap<number, OtherPerson>;
}

/** A number of a vital sign, and where it stands. Token positions, end exclusive. */
export interface Measured extends Stretch {
  readonly measurement: Omit<Measurement, 'source' | 'superseded'>;
}

/** What is gathered while a sentence is read. */
export interface Collected {
  readonly statements: Statement[];
  /** Every laboratory value in order, also those that a later one supersedes. */
  readonly labs: TimedLab[];
  /** Every number of a vital sign. */
  readonly measurements: Measured[];
  readonly warnings: UnderstandingWarning[];
  /** What was read and does not count. */
  readonly setAside: Aside[];
  /** Tokens that led to something. */
  readonly understood: Set<number>;
}

/** A time further away than this many tokens belongs to something else. */
const NEAR = 12;

/** Days before now that a statement at `position` is about; 0 = now. */
export function daysAgoAt({ past }: ScopedSentence, position: number): number {
  const near = past.find(
    ({ from, to }) => Math.abs(from - position) < NEAR || Math.abs(to - position) < NEAR,
  );
  return near?.days ?? 0;
}
