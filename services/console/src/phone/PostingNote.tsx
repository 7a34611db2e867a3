import { CheckIcon, HalfIcon, MinusIcon } from '../app/icons';
import { type Posted, postedIn } from './outbox';
import type { OwnAnswer } from '../room/types';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

const REASONS = ['round-reset', 'newer-revision', 'pen-elsewhere'] as const;

/** Where one's answer is: on this phone, or in the room. */
export function PostingNote({ closed = false }: { closed?: boolean }) {
  const { t } = usePhoneWords();
  const { frame, memory, mine, keptHere } = usePhoneState();
  const round = frame?.round ?? null;
  if (round === null) return null;
  const posted = postedIn(memory.outbox, round);
  const inRoom =
    mine?.rounds.find(({ roundId, attempt }) => roundId === round.id && attempt === round.attempt)?.own ??
    null;
  const posting = postingOf(posted, inRoom);
  if (posting === null) return closed ? <Note sign="none" words={t('posting.none')} /> : null;
  if (posting === 'kept')
    return <Note sign="kept" words={t(closed ? 'posting.keptClosed' : 'posting.kept')} />;
  if (posting === 'late') return <Note sign="late" words={t('posting.late')} />;
  if (posting === 'waiting')
    return <Note sign="waiting" words={t(keptHere ? 'posting.waiting' : 'posting.waitingUnkept')} />;
  return <Refusal posting={posting} />;
}

/** Of two answers that of the higher revision says where one stands; that there is another phone's is said once. */
function postingOf(posted: Posted | undefined, inRoom: OwnAnswer | null): Posted['posting'] | null {
  const isTold = typeof posted?.posting === 'object' && posted.posting.refused === 'newer-revision';
  if (inRoom === null || isTold || inRoom.revision <= (posted?.revision ?? 0)) return posted?.posting ?? null;
  return inRoom.late ? 'late' : 'kept';
}

function Refusal({ posting }: { posting: Extract<Posted['posting'], object> }) {
  const { t } = usePhoneWords();
  const known = REASONS.find((reason) => reason === posting.refused);
  const words = known === undefined ? t('posting.refused', { code: posting.refused }) : t(`posting.${known}`);
  return <Note sign="refused" words={words} />;
}

function Note({ sign, words }: { sign: 'kept' | 'late' | 'waiting' | 'refused' | 'none'; words: string }) {
  return (
    <p className="ph-note" data-posting={sign}>
      {sign === 'kept' ? <CheckIcon /> : sign === 'waiting' ? <HalfIcon /> : <MinusIcon />}
      <span>{words}</span>
    </p>
  );
}
