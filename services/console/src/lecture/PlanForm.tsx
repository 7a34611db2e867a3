import { type FormEvent, useRef, useState } from 'react';
import { ApiError } from '../api/http';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import type { LibraryCard } from '../api/types';
import { Choice } from '../app/Choice';
import { ErrorNotice } from '../app/ErrorNotice';
import { ClassField } from './ClassField';
import { useLectureApi } from './context';
import { controlAddress } from './lecture-address';
import type { NewRoom } from './lecture-api';
import { faultOf, NO_OFFER } from './question-draft';
import { RehearsalFields, type RehearsalPlan } from './RehearsalFields';
import {
  countOf,
  firstPlan,
  MOST_QUESTIONS,
  moved,
  questionAt,
  type RoomPlan,
  roundsOf,
  studentsOf,
  teamSizeOf,
  withChange,
  withoutQuestion,
  withQuestion,
  withTeams,
} from './room-plan';
import { StageQuestions } from './StageQuestions';
import { TeamFields, type TeamPlan } from './TeamFields';
import { TutorField, type TutorMode } from './TutorField';
import { useCaseMaterial } from './use-case-material';
import { useLectureWords } from './use-lecture-words';

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'zh', label: '中文', lang: 'zh' },
] as const;

/** What the server says of single questions, by their key. */
function refusedOf(fault: unknown, plan: RoomPlan, inTeams: boolean): ReadonlyMap<number, string> {
  const errors = fault instanceof ApiError ? (fault.problem?.errors ?? []) : [];
  return new Map(
    errors.flatMap(({ pointer, message }) => {
      const question = questionAt(plan, pointer, inTeams);
      return question === undefined ? [] : [[question.key, message] as const];
    }),
  );
}

/** Opens a room; once it is there its page takes over. */
function useOpening() {
  const api = useLectureApi();
  const { locale } = useLectureWords();
  const idempotency = useIdempotencyKey();
  const [opening, setOpening] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const open = async (room: NewRoom): Promise<void> => {
    setOpening(true);
    try {
      const key = idempotency.keyOf(JSON.stringify(room));
      location.assign(controlAddress((await api.create(room, key, locale)).code));
    } catch (error) {
      setFault(error);
      setOpening(false);
    }
  };
  return { open, opening, fault };
}

/** Questions stage by stage, and the room that asks them. */
export function PlanForm({ card }: { card: LibraryCard }) {
  const { t, locale } = useLectureWords();
  const form = useRef<HTMLFormElement>(null);
  const [plan, setPlan] = useState(() => firstPlan(card.stages));
  const [told, setTold] = useState(false);
  const [language, setLanguage] = useState<'en' | 'zh'>(locale);
  const [classId, setClassId] = useState('');
  const [entry, setEntry] = useState<'open' | 'account'>('open');
  const [textOnPhones, setTextOnPhones] = useState(true);
  const [tutor, setTutor] = useState<TutorMode>('off');
  const [teams, setTeams] = useState<TeamPlan>({ size: '', chosen: false });
  const [rehearsal, setRehearsal] = useState<RehearsalPlan>({ on: false, students: '40' });
  const { open, opening, fault } = useOpening();
  const { stages, engineAway } = useCaseMaterial(card.id, null);
  const teamSize = teamSizeOf(teams.size);
  const count = countOf(plan, teamSize !== null);
  const refused = refusedOf(fault, plan, teamSize !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (opening) return;
    setTold(true);
    const offers = plan.map((_, at) => stages[at] ?? NO_OFFER);
    const students = studentsOf(rehearsal.students);
    const isUnfit = plan.some((stage, at) =>
      stage.some((draft) => faultOf(draft, offers[at] ?? NO_OFFER) !== null),
    );
    if (isUnfit || (rehearsal.on && students === null)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[data-fault]')?.focus());
      return;
    }
    const planned = roundsOf(plan, offers, language);
    const teamsBy = teams.chosen ? ('choice' as const) : ('number' as const);
    const inTeams = teamSize === null ? {} : { teamSize, teamsBy };
    const settings = { language, entry, textOnPhones, ...inTeams, ...(tutor !== 'off' && { tutor }) };
    const rounds = teamSize === null ? planned : withTeams(planned);
    const rehearsed = rehearsal.on && students !== null ? { rehearsal: { students } } : {};
    void open({ caseId: card.id, ...(classId !== '' && { classId }), rounds, settings, ...rehearsed });
  };
  return (
    <form className="ct-plan" ref={form} noValidate onSubmit={submit}>
      <h2>{t('new.questions')}</h2>
      <p className="small soft">{t('new.questionsHint')}</p>
      {plan.map((questions, at) => (
        <StageQuestions
          key={at}
          no={at + 1}
          questions={questions}
          material={stages[at]}
          language={language}
          told={told}
          refused={refused}
          isFull={count >= MOST_QUESTIONS}
          acts={{
            onChange: (changed) => {
              setPlan((now) => withChange(now, changed));
            },
            onAdd: (task) => {
              setPlan((now) => withQuestion(now, at, task));
            },
            onMove: (key, by) => {
              setPlan((now) => moved(now, key, by));
            },
            onRemove: (key) => {
              setPlan((now) => withoutQuestion(now, key));
            },
          }}
        />
      ))}
      {engineAway && <p className="small soft">{t('new.testsAway')}</p>}
      <TeamFields plan={teams} onChange={setTeams} />
      <RehearsalFields plan={rehearsal} onChange={setRehearsal} told={told} />
      <div className="ct-settings">
        <ClassField value={classId} onChange={setClassId} />
        <div>
          <span className="label" aria-hidden="true">
            {t('new.language')}
          </span>
          <Choice label={t('new.language')} options={LANGUAGES} value={language} onChange={setLanguage} />
        </div>
        <div>
          <span className="label" aria-hidden="true">
            {t('new.entry')}
          </span>
          <Choice
            label={t('new.entry')}
            options={(['open', 'account'] as const).map((value) => ({
              value,
              label: t(`new.entryIs.${value}`),
            }))}
            value={entry}
            onChange={setEntry}
          />
        </div>
        <TutorField value={tutor} onChange={setTutor} />
        <label className="ct-check">
          <input
            type="checkbox"
            checked={textOnPhones}
            onChange={(event) => {
              setTextOnPhones(event.target.checked);
            }}
          />
          {t('new.textOnPhones')}
        </label>
      </div>
      {fault !== null && refused.size === 0 && <ErrorNotice error={fault} />}
      <button
        type="submit"
        className="btn primary ct-next"
        disabled={count === 0 || count > MOST_QUESTIONS}
        aria-disabled={opening}
      >
        {opening ? t('new.going') : t('new.goWith', { count })}
      </button>
      {count === 0 && <p className="small soft">{t('new.noQuestion')}</p>}
      {count > MOST_QUESTIONS && <p className="small soft">{t('new.tooMany')}</p>}
    </form>
  );
}
