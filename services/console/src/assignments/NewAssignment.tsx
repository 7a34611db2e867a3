import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '../api/context';
import { useHasModel } from '../api/use-meta';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import { assignmentAddress } from '../app/location';
import { goTo } from '../app/use-location';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { assignmentOf, type AssignmentForm, firstForm } from './assignment-form';
import { Refused } from './Refused';
import { ASSIGNMENTS_KEY, useClasses } from './use-assignments';

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  );
}

function Picked<T extends string>(props: {
  id: string;
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}) {
  return (
    <Field id={props.id} label={props.label}>
      <select
        id={props.id}
        className="field"
        value={props.value}
        onChange={(event) => {
          props.onChange(event.target.value as T);
        }}
      >
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Typed(props: {
  id: string;
  label: string;
  type: 'number' | 'datetime-local';
  value: string;
  max?: number;
  onChange: (value: string) => void;
}) {
  const { id, label, type, value, max } = props;
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        className="field"
        type={type}
        value={value}
        {...(type === 'number' && { min: 1, max, step: 1 })}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
    </Field>
  );
}

/** The form: whose it is, what kind, when, and what counts. */
function Fields(props: {
  form: AssignmentForm;
  stages: number;
  classes: readonly (readonly [string, string])[];
  onChange: (form: AssignmentForm) => void;
}) {
  const { t } = useWords();
  const { form } = props;
  const set = (change: Partial<AssignmentForm>): void => {
    props.onChange({ ...form, ...change });
  };
  const hasModel = useHasModel();
  return (
    <div className="fields">
      <Picked
        id="class"
        label={t('assignments.new.class')}
        value={form.classId}
        options={[...props.classes, ['', t('assignments.new.noClass')]]}
        onChange={(classId) => {
          set({ classId });
        }}
      />
      <Picked
        id="mode"
        label={t('assignments.new.mode')}
        value={form.mode}
        options={[
          ['practice', t('assignments.new.modePractice')],
          ['graded', t('assignments.new.modeGraded')],
        ]}
        onChange={(mode) => {
          set({ mode });
        }}
      />
      <Typed
        id="stages"
        label={t('assignments.new.stages')}
        type="number"
        max={props.stages}
        value={form.stages}
        onChange={(stages) => {
          set({ stages });
        }}
      />
      <p className="small mute">{t('assignments.new.stagesHint', { count: props.stages })}</p>
      <Typed
        id="attempts"
        label={t('assignments.new.attempts')}
        type="number"
        max={20}
        value={form.attempts}
        onChange={(attempts) => {
          set({ attempts });
        }}
      />
      <p className="small mute">{t('assignments.new.attemptsHint')}</p>
      <Typed
        id="opens"
        label={t('assignments.new.opens')}
        type="datetime-local"
        value={form.opensAt}
        onChange={(opensAt) => {
          set({ opensAt });
        }}
      />
      <Typed
        id="closes"
        label={t('assignments.new.closes')}
        type="datetime-local"
        value={form.closesAt}
        onChange={(closesAt) => {
          set({ closesAt });
        }}
      />
      <p className="small mute">{t('assignments.new.timesHint')}</p>
      <Picked
        id="scored"
        label={t('assignments.new.scored')}
        value={form.scoredStages}
        options={[
          ['last', t('assignments.new.scoredLast')],
          ['all', t('assignments.new.scoredAll')],
        ]}
        onChange={(scoredStages) => {
          set({ scoredStages });
        }}
      />
      <Picked
        id="counts"
        label={t('assignments.new.counts')}
        value={form.scoredAttempt}
        options={[
          ['best', t('assignments.new.countsBest')],
          ['last', t('assignments.new.countsLast')],
        ]}
        onChange={(scoredAttempt) => {
          set({ scoredAttempt });
        }}
      />
      {hasModel && (
        <>
          <Picked
            id="tutor"
            label={t('assignments.new.tutor')}
            value={form.tutor}
            options={[
              ['off', t('assignments.new.tutorOff')],
              ['answers', t('assignments.new.tutorAnswers')],
              ['socratic', t('assignments.new.tutorSocratic')],
            ]}
            onChange={(tutor) => {
              set({ tutor });
            }}
          />
          <p className="small mute">{t('assignments.new.tutorHint')}</p>
        </>
      )}
    </div>
  );
}

type FormBegun = Omit<AssignmentForm, 'classId'> & Partial<Pick<AssignmentForm, 'classId'>>;

/** Makes an assignment of a case of the library. */
export function NewAssignment({ caseId }: { caseId: string }) {
  const api = useApi();
  const client = useQueryClient();
  const { t, locale } = useWords();
  const { keyOf, accepted } = useIdempotencyKey();
  const { data: classes } = useClasses();
  const library = useQuery({
    queryKey: ['library', locale],
    queryFn: ({ signal }) => api.teaching.library(locale, signal),
  });
  const [form, setForm] = useState<FormBegun>(firstForm);
  const open = (classes ?? []).filter(({ archivedAt }) => archivedAt === null);
  // Until somebody chooses, it is of one's newest class.
  const chosen: AssignmentForm = { classId: open[0]?.id ?? '', ...form };
  const create = useMutation({
    mutationFn: () => {
      const body = assignmentOf(caseId, chosen);
      return api.assignments.create(body, keyOf(JSON.stringify(body)));
    },
    onSuccess: async ({ id }) => {
      accepted();
      await client.invalidateQueries({ queryKey: ASSIGNMENTS_KEY });
      goTo(assignmentAddress(id));
      scrollTo(0, 0);
    },
  });
  if (library.error !== null) return <Refused error={library.error} onRetry={() => void library.refetch()} />;
  const card = library.data?.cards.find(({ id }) => id === caseId);
  if (library.data === undefined || classes === undefined) return <Skeleton />;
  return (
    <>
      <div className="strip">
        <div>
          <h1>{t('assignments.new.title')}</h1>
          {card !== undefined && (
            <p className="lede">{t('assignments.new.of', { title: card.title.text })}</p>
          )}
        </div>
      </div>
      <form
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        {open.length === 0 && <p>{t('assignments.new.needsClass')}</p>}
        <Fields
          form={chosen}
          stages={card?.stages ?? 8}
          classes={open.map(({ id, name }) => [id, name])}
          onChange={setForm}
        />
        {card?.mark === 'built-in' && chosen.mode === 'graded' && <p>{t('assignments.new.builtIn')}</p>}
        {create.isError && (
          <Refused
            error={create.error}
            onRetry={() => {
              create.mutate();
            }}
          />
        )}
        <button type="submit" className="btn primary" disabled={create.isPending}>
          {t('assignments.new.go')}
        </button>
      </form>
    </>
  );
}
