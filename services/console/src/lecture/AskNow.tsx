import { useRef, useState } from 'react';
import { Disclosure } from '../case-room/Disclosure';
import type { TeacherRoomState } from '../room/types';
import {
  faultOf,
  newQuestion,
  NO_OFFER,
  type QuestionDraft,
  roundOf,
  TASKS,
  type Task,
} from './question-draft';
import { QuestionFields } from './QuestionFields';
import { MOST_QUESTIONS } from './room-plan';
import { useCaseMaterial } from './use-case-material';
import type { LectureRoom } from './use-lecture-room';
import { useLectureWords } from './use-lecture-words';

interface Props {
  readonly state: TeacherRoomState;
  readonly press: LectureRoom['press'];
}

/** A question on the spot, of any kind, for the stage that the class is at. */
export function AskNow({ state, press }: Props) {
  const { t } = useLectureWords();
  if (state.state === 'ended') return null;
  const isFull = state.control.rounds.length >= MOST_QUESTIONS;
  return (
    <section>
      <h2>{t('askNow.title')}</h2>
      {isFull ? (
        <p className="small soft">{t('askNow.full')}</p>
      ) : (
        <Disclosure title={t('askNow.open')}>{() => <AskForm state={state} press={press} />}</Disclosure>
      )}
    </section>
  );
}

function AskForm({ state, press }: Props) {
  const { t } = useLectureWords();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<QuestionDraft>(() => newQuestion('vote', 1));
  const [told, setTold] = useState(false);
  const [done, setDone] = useState<'opened' | 'prepared' | null>(null);
  const { control, stage, language } = state;
  const { stages } = useCaseMaterial(control.caseId, control.caseVersion);
  const stageNo = Math.max(1, stage?.no ?? 1);
  const material = stages[stageNo - 1];
  const isOpen = control.rounds.some((round) => round.state === 'open');

  const ask = async (atOnce: boolean): Promise<void> => {
    setTold(true);
    setDone(null);
    if (faultOf(draft, material ?? NO_OFFER) !== null) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[data-fault]')?.focus());
      return;
    }
    const known = new Set(control.rounds.map(({ id }) => id));
    const round = roundOf(draft, stageNo, material ?? NO_OFFER, language);
    const after = await press({ type: 'add-round', round });
    const added = after?.control.rounds.find(({ id }) => !known.has(id));
    // What was refused is said above; the question stays as it was written.
    if (added === undefined) return;
    setDraft(newQuestion(draft.task, draft.key + 1));
    setTold(false);
    const opened = atOnce && (await press({ type: 'open', roundId: added.id })) !== null;
    setDone(opened ? 'opened' : 'prepared');
  };

  return (
    <form
      className="ct-ask-now"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask(!isOpen);
      }}
    >
      <label className="ct-check">
        {t('askNow.kind')}
        <select
          className="field"
          value={draft.task}
          onChange={(event) => {
            const task = TASKS.find((each) => each === event.target.value) ?? ('vote' satisfies Task);
            setDraft(newQuestion(task, draft.key + 1));
            setTold(false);
            setDone(null);
          }}
        >
          {TASKS.map((task) => (
            <option key={task} value={task}>
              {t(`new.${task}`)}
            </option>
          ))}
        </select>
      </label>
      <QuestionFields
        key={draft.key}
        draft={draft}
        onChange={(changed) => {
          setDraft(changed);
          setDone(null);
        }}
        material={material}
        language={language}
        told={told}
      />
      <p className="ct-row">
        <button type="submit" className="btn primary" disabled={isOpen}>
          {t('askNow.go')}
        </button>
        <button type="button" className="btn" onClick={() => void ask(false)}>
          {t('askNow.prepare')}
        </button>
      </p>
      <p className="small soft" role="status">
        {done === 'prepared' || (done === 'opened' && isOpen)
          ? t(`askNow.${done}`)
          : isOpen
            ? t('askNow.blocked')
            : ''}
      </p>
    </form>
  );
}
