import { useId } from 'react';
import { studentsOf } from './room-plan';
import { useLectureWords } from './use-lecture-words';

/** Whether the room fills itself, and with how many, as typed. */
export interface RehearsalPlan {
  readonly on: boolean;
  readonly students: string;
}

/** A lecture to be practised: simulated students in place of a class, or beside one's own phone. */
export function RehearsalFields(props: {
  plan: RehearsalPlan;
  onChange: (plan: RehearsalPlan) => void;
  /** Whether what is wrong is said already. */
  told: boolean;
}) {
  const { t } = useLectureWords();
  const id = useId();
  const { plan, onChange } = props;
  const isWrong = props.told && plan.on && studentsOf(plan.students) === null;
  return (
    <div className="ct-row">
      <label className="ct-check">
        <input
          type="checkbox"
          checked={plan.on}
          onChange={(event) => {
            onChange({ ...plan, on: event.target.checked });
          }}
        />
        {t('rehearsal.choose')}
      </label>
      {plan.on && (
        <>
          <label className="ct-check">
            {t('rehearsal.students')}
            <input
              className={isWrong ? 'field ct-number bad' : 'field ct-number'}
              inputMode="numeric"
              autoComplete="off"
              value={plan.students}
              aria-invalid={isWrong || undefined}
              aria-describedby={`${id}said`}
              data-fault={isWrong || undefined}
              onChange={(event) => {
                onChange({ ...plan, students: event.target.value });
              }}
            />
          </label>
          <p
            className={isWrong ? 'fault' : 'small soft'}
            id={`${id}said`}
            role={isWrong ? 'alert' : undefined}
          >
            {t(isWrong ? 'rehearsal.fault' : 'rehearsal.hint')}
          </p>
        </>
      )}
    </div>
  );
}
