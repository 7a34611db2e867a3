import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../api/use-idempotency-key';
import { Choice } from '../app/Choice';
import { ErrorNotice } from '../app/ErrorNotice';
import { useLectureApi } from './context';
import type { LibraryCard } from './lecture-api';
import { controlAddress } from './lecture-address';
import { firstPlan, PLANNED_TASKS, roundsOf, type StagePlan, withTask } from './room-plan';
import { useLectureWords } from './use-lecture-words';

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'zh', label: '中文', lang: 'zh' },
] as const;

/** Questions stage by stage, and the room that asks them. */
export function PlanForm({ card }: { card: LibraryCard }) {
  const api = useLectureApi();
  const { t, locale } = useLectureWords();
  const [plan, setPlan] = useState(() => firstPlan(card.stages));
  const [language, setLanguage] = useState<'en' | 'zh'>(locale);
  const [textOnPhones, setTextOnPhones] = useState(true);
  const [key] = useState(newIdempotencyKey);
  const [opening, setOpening] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { data: forecast, isError } = useQuery({
    queryKey: ['forecast', card.id, locale],
    queryFn: ({ signal }) => api.forecast(card.id, locale, signal),
    enabled: plan.some(({ tasks }) => tasks.includes('next-test')),
    staleTime: Infinity,
  });
  const rounds = roundsOf(plan, forecast);
  const open = async (): Promise<void> => {
    setOpening(true);
    try {
      const settings = { language, entry: 'open' as const, textOnPhones };
      const room = await api.create({ caseId: card.id, rounds, settings }, key, locale);
      location.assign(controlAddress(room.code));
    } catch (error) {
      setFault(error);
      setOpening(false);
    }
  };
  return (
    <form
      className="ct-plan"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h2>{t('new.questions')}</h2>
      {plan.map((stage, at) => (
        <StageFields
          key={at}
          no={at + 1}
          plan={stage}
          onChange={(changed) => {
            setPlan(plan.map((each, place) => (place === at ? changed : each)));
          }}
        />
      ))}
      {isError && <p className="fault">{t('new.testsAway')}</p>}
      <div className="ct-row">
        <Choice label={t('new.language')} options={LANGUAGES} value={language} onChange={setLanguage} />
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
      {fault !== null && <ErrorNotice error={fault} />}
      <button type="submit" className="btn primary ct-next" disabled={opening || rounds.length === 0}>
        {opening ? t('new.going') : t('new.go')}
      </button>
      {rounds.length === 0 && <p className="small soft">{t('new.noQuestion')}</p>}
    </form>
  );
}

function StageFields(props: { no: number; plan: StagePlan; onChange: (plan: StagePlan) => void }) {
  const { no, plan, onChange } = props;
  const { t } = useLectureWords();
  return (
    <fieldset className="ct-stage">
      <legend>{t('new.stage', { no })}</legend>
      {PLANNED_TASKS.map((task) => (
        <label key={task} className="ct-check">
          <input
            type="checkbox"
            checked={plan.tasks.includes(task)}
            onChange={(event) => {
              onChange(withTask(plan, task, event.target.checked));
            }}
          />
          {t(`new.${task}`)}
        </label>
      ))}
      <label className="ct-check">
        {t('new.seconds')}
        <input
          className="field ct-number"
          inputMode="numeric"
          value={plan.seconds}
          placeholder={t('new.noTimer')}
          onChange={(event) => {
            onChange({ ...plan, seconds: event.target.value });
          }}
        />
      </label>
    </fieldset>
  );
}
