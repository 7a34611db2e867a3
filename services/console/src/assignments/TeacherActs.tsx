import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../api/context';
import type { Assignment } from '../api/types';
import { PATHS } from '../app/location';
import { goTo } from '../app/use-location';
import { useWords } from '../i18n/use-words';
import { CoursePackage } from './CoursePackage';
import { Refused } from './Refused';
import { ResultsTable } from './ResultsTable';
import { ASSIGNMENTS_KEY } from './use-assignments';

/** Asks once more before something that cannot be taken back. */
function Confirm(props: {
  title: string;
  text?: string;
  yes: string;
  pending: boolean;
  error: unknown;
  onYes: () => void;
  onCancel: () => void;
}) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className="confirm" aria-labelledby="h-confirm">
      <h2 id="h-confirm" ref={heading} tabIndex={-1}>
        {props.title}
      </h2>
      {props.text !== undefined && <p>{props.text}</p>}
      {props.error !== null && <Refused error={props.error} onRetry={props.onYes} />}
      <p className="row">
        <button type="button" className="btn primary" disabled={props.pending} onClick={props.onYes}>
          {props.yes}
        </button>
        <button type="button" className="btn" onClick={props.onCancel}>
          {t('assignments.cancel')}
        </button>
      </p>
    </section>
  );
}

/** What its teachers do with an assignment: read the table, take the course package, release, delete. */
export function TeacherActs({ assignment: { id, state } }: { assignment: Assignment }) {
  const api = useApi();
  const client = useQueryClient();
  const { t } = useWords();
  const [asked, setAsked] = useState<'release' | 'delete' | null>(null);
  const renew = () => client.invalidateQueries({ queryKey: ASSIGNMENTS_KEY });
  const release = useMutation({
    mutationFn: () => api.assignments.release(id),
    onSuccess: async () => {
      await renew();
      setAsked(null);
    },
  });
  const remove = useMutation({
    mutationFn: () => api.assignments.remove(id),
    onSuccess: async () => {
      goTo(PATHS.assignments);
      await renew();
    },
  });
  if (asked !== null) {
    const act = asked === 'release' ? release : remove;
    return (
      <Confirm
        key={asked}
        title={t(`assignments.${asked}Title`)}
        {...(asked === 'release' && { text: t('assignments.releaseText') })}
        yes={t(`assignments.${asked}Yes`)}
        pending={act.isPending}
        error={act.error}
        onYes={() => {
          act.mutate();
        }}
        onCancel={() => {
          setAsked(null);
        }}
      />
    );
  }
  return (
    <div className="acts">
      {state !== 'released' && (
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            setAsked('release');
          }}
        >
          {t('assignments.release')}
        </button>
      )}
      <ResultsTable assignmentId={id} />
      <CoursePackage assignmentId={id} />
      <button
        type="button"
        className="btn"
        onClick={() => {
          setAsked('delete');
        }}
      >
        {t('assignments.delete')}
      </button>
    </div>
  );
}
