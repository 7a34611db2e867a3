import { useLectureWords } from './use-lecture-words';

/** Teams as the form has them; `size` as typed, empty for none. */
export interface TeamPlan {
  readonly size: string;
  readonly chosen: boolean;
}

/** Whether there are teams, how large, and how they come about. */
export function TeamFields({ plan, onChange }: { plan: TeamPlan; onChange: (plan: TeamPlan) => void }) {
  const { t } = useLectureWords();
  return (
    <div className="ct-row">
      <label className="ct-check">
        {t('team.size')}
        <input
          className="field ct-number"
          inputMode="numeric"
          placeholder={t('team.none')}
          value={plan.size}
          onChange={(event) => {
            onChange({ ...plan, size: event.target.value });
          }}
        />
      </label>
      {plan.size.trim() !== '' && (
        <label className="ct-check">
          <input
            type="checkbox"
            checked={plan.chosen}
            onChange={(event) => {
              onChange({ ...plan, chosen: event.target.checked });
            }}
          />
          {t('team.choice')}
        </label>
      )}
      {plan.size.trim() !== '' && <p className="small soft">{t('team.sizeHint')}</p>}
    </div>
  );
}
