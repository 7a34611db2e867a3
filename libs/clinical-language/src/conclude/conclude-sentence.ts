import { isBackgroundKind } from '../vocabulary/findings';
import { type SentenceCollected, type SentenceToCollect } from '../collect/collect-sentence';
import { type Measured, type SentenceContext } from '../collect/sentence-context';
import { type Aside, reasonOfPlace } from '../collect/set-aside';
import { type TimedLab } from '../measure/value-time';
import { type Stretch } from '../model/token';
import { type UnderstandingWarning } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { positionsBetween } from '../normalise/at-position';
import { type Atom } from '../recognise/atoms';
import { type Mention } from '../resolve/mention';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Circumstance } from './circumstances';
import { type SentenceFacts } from './complaint-attributes';
import { readSentenceTimes, type SentenceTimes, type TimeContext, tokensOfTime } from './time-of-sentence';
import { readByLikeness, type ReadByLikeness } from './read-by-likeness';
import { type Unread, unreadIn } from './unmatched';
import { gather } from '../normalise/lists-by-key';

/** What one sentence says. */
export interface SentenceRead extends SentenceFacts {
  /** Every laboratory value, also those that a later one supersedes. */
  readonly labs: readonly TimedLab[];
  readonly measurements: readonly Measured[];
  readonly unmatched: readonly Stretch[];
  readonly setAside: readonly Aside[];
  readonly warnings: readonly UnderstandingWarning[];
  /** Tokens that only steer (cues), tell the time, or how something was measured. */
  readonly steering: ReadonlySet<number>;
}

/** The same before it is settled what is read by likeness. */
export interface SentenceHeard extends Omit<SentenceRead, 'unmatched'> {
  readonly alike: readonly ReadByLikeness[];
  /** What is left unread beside what is read as it stands and some of what is read by likeness. */
  unreadBeside(alike: readonly ReadByLikeness[]): Unread;
}

/** "2-year history of recurrent headaches" describes the present complaint. */
const isNoComplaint = (finding: VocabularyFinding | undefined): boolean =>
  (isBackgroundKind(finding) && finding?.describesComplaint !== true) ||
  finding?.kind === 'lab' ||
  finding?.kind === 'imaging';

/** Mentions whose time is not that of the illness: the person's background, and when something was measured. */
function isAboutBackground(mention: Mention, vocabulary: CompiledVocabulary): boolean {
  return mention.senses.every(
    (sense) =>
      sense.kind === 'context' ||
      sense.kind === 'disease' ||
      sense.kind === 'quantity' ||
      ((sense.kind === 'finding' || sense.kind === 'state') &&
        isNoComplaint(vocabulary.findings.get(sense.findingId))),
  );
}

/** What all stages before have made of a sentence. */
export interface SentenceSaid extends SentenceToCollect {
  readonly atoms: readonly Atom[];
  readonly circumstances: readonly Circumstance[];
}

/** The time that each sentence tells, and what in it was not read. */
export function concludeSentences(
  sentences: readonly SentenceCollected<SentenceSaid>[],
  context: SentenceContext,
): SentenceHeard[] {
  return sentences
    .map(({ said, place, collected }) => ({
      said,
      place,
      collected,
      timeContext: timeContextOf(said, context),
    }))
    .map(({ said, place, collected, timeContext }) => ({
      said,
      place,
      collected,
      timeContext,
      times: readSentenceTimes(timeContext),
    }))
    .map((one) => withUnread(one, context));
}

const timeContextOf = (
  { sentence, mentions, told, durations, scopes, measured }: SentenceSaid,
  { reading: { tokens }, vocabulary, demographicTokens, personalAmounts }: SentenceContext,
): TimeContext => ({
  tokens,
  sentence,
  mentions: [...mentions, ...told],
  durations,
  scopes,
  cues: vocabulary.attributeCues,
  demographicTokens,
  personalAmounts,
  measured: measured.read,
  isBackground: (mention: Mention) => isAboutBackground(mention, vocabulary),
});

interface SentenceTimed extends SentenceCollected<SentenceSaid> {
  readonly timeContext: TimeContext;
  readonly times: SentenceTimes;
}

function withUnread(
  { said, place, collected, timeContext, times }: SentenceTimed,
  context: SentenceContext,
): SentenceHeard {
  const { sentence, scopes, circumstances, measured } = said;
  const { statements, labs, measurements, warnings, setAside, understood } = collected;
  const steers = [...tokensOfTime(timeContext, times), ...circumstances];
  const steering = new Set([
    ...scopes.cueTokens,
    ...gather(steers, ({ from, to }) => positionsBetween(from, to)),
    ...gather(measured.quantities, ({ toldBy = [] }) => toldBy),
  ]);
  const unreadOf = (understood: ReadonlySet<number>): Unread =>
    unreadIn(timeContext.tokens, sentence, {
      understood,
      steering,
      reasonAt: (position) => reasonOfPlace(scopes.at(position), sentence.section),
    });
  const exactly = unreadOf(understood);
  return {
    sentence,
    statements,
    alike: readByLikeness(said, place, exactly.unmatched, context),
    unreadBeside: (alike) =>
      alike.length === 0
        ? exactly
        : unreadOf(new Set([...understood, ...gather(alike, ({ tokens }) => tokens)])),
    labs,
    measurements,
    circumstances,
    times,
    setAside,
    warnings,
    steering,
  };
}
