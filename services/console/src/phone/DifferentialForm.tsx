import { useMemo, useState } from 'react';
import type { FormProps } from './AnswerPage';
import { draftKey } from './memory';
import { firstForm, nameIn } from './own-answer';
import { PointRowField } from './PointRowField';
import { BarButton } from './PhoneFrame';
import { PointControls } from './PointControls';
import {
  canAddRow,
  canRemoveRow,
  type FormStep,
  nextStep,
  type PointForm,
  sumOf,
  withNewRow,
  withoutRow,
  withRow,
} from './points';
import { RoundFrame } from './RoundFrame';
import { usePhoneRoom, usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** Three to five diagnoses and Other, with 100 points between them. */
export function DifferentialForm({ round, given, onCommit }: FormProps) {
  const { t } = usePhoneWords();
  const room = usePhoneRoom();
  const state = usePhoneState();
  const [form, setForm] = useState<PointForm>(() => {
    const draft = state.memory.drafts[draftKey(round)];
    return draft?.kind === 'points' ? draft.form : firstForm(state, round, (id) => nameIn(state.names, id));
  });
  const taken = useMemo(
    () => new Set(form.rows.flatMap(({ diseaseId }) => (diseaseId === null ? [] : [diseaseId]))),
    [form],
  );
  const change = (next: PointForm) => {
    setForm(next);
    room.draft(round, { kind: 'points', form: next });
  };
  return (
    <RoundFrame
      title={t('task.differential.title')}
      lead={t('task.differential.lead')}
      action={<SumBar form={form} changes={given !== null} onCommit={onCommit} />}
    >
      <ol className="ph-rows">
        {form.rows.map((row, at) => (
          <PointRowField
            key={row.key}
            row={row}
            no={at + 1}
            vocabulary={state.names}
            taken={taken}
            onChange={(changed) => {
              change(withRow(form, row.key, changed));
            }}
            {...(canRemoveRow(form) && {
              onRemove: () => {
                change(withoutRow(form, row.key));
              },
            })}
          />
        ))}
      </ol>
      {canAddRow(form) && (
        <button
          type="button"
          className="ph-link strong"
          onClick={() => {
            change(withNewRow(form));
          }}
        >
          {t('points.add', { no: form.rows.length + 1 })}
        </button>
      )}
      <div className="ph-row">
        <p className="ph-name">
          <b>{t('points.other')}</b>
          <small>{t('points.otherHint')}</small>
        </p>
        <PointControls
          name={t('points.other')}
          points={form.other}
          onChange={(other) => {
            change({ ...form, other });
          }}
        />
      </div>
    </RoundFrame>
  );
}

function SumBar(props: { form: PointForm; changes: boolean; onCommit: FormProps['onCommit'] }) {
  const { t } = usePhoneWords();
  const { form } = props;
  const sum = sumOf(form);
  const left = 100 - sum;
  const step = nextStep(form);
  return (
    <>
      <p className="ph-sum">
        <span>
          {t('points.sum')}{' '}
          <b className="num" data-over={left < 0}>
            {sum}
          </b>
        </span>
        <span>
          {left !== 0 && <b className="num">{Math.abs(left)}</b>}{' '}
          {t(left === 0 ? 'points.exact' : left > 0 ? 'points.left' : 'points.away')}
        </span>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="ph-sumbar" aria-hidden="true">
        <rect width="100" height="4" className="track" />
        <rect width={Math.min(100, sum)} height="4" className={left < 0 ? 'over' : 'fill'} />
      </svg>
      <BarButton
        label={labelOf(step, props.changes, t)}
        ready={'answer' in step}
        onPress={() => {
          if ('answer' in step) props.onCommit(step.answer as Parameters<FormProps['onCommit']>[0]);
        }}
      />
    </>
  );
}

function labelOf(step: FormStep, changes: boolean, t: ReturnType<typeof usePhoneWords>['t']): string {
  switch (step.step) {
    case 'commit':
      return t(changes ? 'step.change' : 'step.commit');
    case 'name':
      return t('step.name', { missing: step.missing });
    case 'named-twice':
      return t('step.named-twice', { text: step.text });
    case 'give-each':
      return t('step.give-each', { text: step.text });
    case 'rest-to-other':
      return t('step.rest-to-other', { points: step.points });
    default:
      return t(`step.${step.step}`);
  }
}
