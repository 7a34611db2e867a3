import { useId, useState } from 'react';
import { LONGEST, type DifferentialAnswer } from '../../../../libs/learning/src/answers/answer';
import { listDraftKey } from '../app/drafts';
import { recall, remember } from '../app/storage';
import { useWords } from '../i18n/use-words';
import { namedExactly, offersFor } from '../phone/name-search';
import {
  canAddRow,
  canRemoveRow,
  emptyForm,
  type FormStep,
  MOST_POINTS,
  nextStep,
  type PointForm,
  type PointRow,
  sumOf,
  wholePoints,
  withNewRow,
  withoutRow,
  withRow,
} from '../phone/points';
import type { NamedDisease } from '../room/types';
import { useDiseaseNames } from './use-assignments';

export type Answer = DifferentialAnswer & { entries: DifferentialAnswer['entries'][number][] };

/** A list that was being typed when the page was left. */
function draftOf(key: string): PointForm {
  try {
    return (JSON.parse(recall(key) ?? 'null') as PointForm | null) ?? emptyForm();
  } catch {
    return emptyForm();
  }
}

function Points(props: { label: string; points: number; onChange: (points: number) => void }) {
  return (
    <input
      className="field num"
      type="number"
      min={0}
      max={MOST_POINTS}
      step={1}
      aria-label={props.label}
      value={String(props.points)}
      onFocus={(event) => {
        event.target.select();
      }}
      onChange={(event) => {
        props.onChange(wholePoints(Number(event.target.value)));
      }}
    />
  );
}

/** A diagnosis with its points; names that fit what is typed are offered by the browser. */
function Row(props: {
  row: PointRow;
  no: number;
  names: readonly NamedDisease[];
  onChange: (change: Partial<Omit<PointRow, 'key'>>) => void;
  onRemove?: () => void;
}) {
  const { t } = useWords();
  const { row, no, names } = props;
  const id = useId();
  return (
    <li>
      <input
        className="field"
        list={id}
        value={row.text}
        maxLength={LONGEST.diagnosis}
        autoComplete="off"
        spellCheck={false}
        aria-label={t('assignments.diagnosisNo', { no })}
        onChange={(event) => {
          const text = event.target.value;
          props.onChange({ text, diseaseId: namedExactly(text, names)?.[0] ?? null });
        }}
      />
      <datalist id={id}>
        {offersFor(row.text, names).map(({ diseaseId, name }) => (
          <option key={diseaseId} value={name} />
        ))}
      </datalist>
      <Points
        label={t('assignments.pointsNo', { no })}
        points={row.points}
        onChange={(points) => {
          props.onChange({ points });
        }}
      />
      {props.onRemove !== undefined && (
        <button
          type="button"
          className="link"
          aria-label={t('assignments.removeRow', { no })}
          onClick={props.onRemove}
        >
          ×
        </button>
      )}
    </li>
  );
}

/** Three to five diagnoses and Other, with 100 points between them. */
export function ListForm(props: { draftKey: string; pending: boolean; onCommit: (answer: Answer) => void }) {
  const { t } = useWords();
  const names = useDiseaseNames();
  const key = listDraftKey(props.draftKey);
  const [form, setForm] = useState(() => draftOf(key));
  const change = (next: PointForm): void => {
    setForm(next);
    remember(key, JSON.stringify(next));
  };
  const step = nextStep(form);
  return (
    <form
      className="list-form"
      aria-labelledby="h-list"
      onSubmit={(event) => {
        event.preventDefault();
        if ('answer' in step) props.onCommit({ ...step.answer, entries: [...step.answer.entries] });
      }}
    >
      <h2 id="h-list">{t('assignments.yourList')}</h2>
      <p className="small mute">{t('assignments.yourListLead')}</p>
      <ol>
        {form.rows.map((row, at) => (
          <Row
            key={row.key}
            row={row}
            no={at + 1}
            names={names}
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
        <li>
          <span>{t('assignments.other')}</span>
          <Points
            label={t('assignments.other')}
            points={form.other}
            onChange={(other) => {
              change({ ...form, other });
            }}
          />
        </li>
      </ol>
      {canAddRow(form) && (
        <button
          type="button"
          className="link"
          onClick={() => {
            change(withNewRow(form));
          }}
        >
          {t('assignments.addRow')}
        </button>
      )}
      <p role="status">{t('assignments.sum', { sum: sumOf(form) })}</p>
      <button type="submit" className="btn primary" disabled={props.pending || !('answer' in step)}>
        {labelOf(step, t)}
      </button>
    </form>
  );
}

function labelOf(step: FormStep, t: ReturnType<typeof useWords>['t']): string {
  switch (step.step) {
    case 'name':
      return t('assignments.step.name', { missing: step.missing });
    case 'named-twice':
    case 'give-each':
      return t(`assignments.step.${step.step}`, { text: step.text });
    case 'take-away':
    case 'rest-to-other':
      return t(`assignments.step.${step.step}`, { points: step.points });
    default:
      return t(`assignments.step.${step.step}`);
  }
}
