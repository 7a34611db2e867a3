import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../api/context';
import { ApiError } from '../api/http';
import type { Assignment, LtiChoiceAnswer, Room } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useDocumentTitle } from '../app/use-document-title';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { Times } from './AssignmentList';
import { Page } from './AssignmentsPage';
import { Refused } from './Refused';
import { useAssignments, useRooms } from './use-assignments';

/** Hands the answer over: the browser leaves for the platform. */
function HandOver({ answer: { returnUrl, jwt } }: { answer: LtiChoiceAnswer }) {
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.submit();
  }, []);
  return (
    <form method="post" action={returnUrl} ref={form}>
      <input type="hidden" name="JWT" value={jwt} />
      <p className="progress" role="status">
        {t('choice.handingOver')}
      </p>
    </form>
  );
}

interface Choosable {
  readonly assignments: readonly Assignment[];
  readonly rooms: readonly Room[];
}

/** Assignments and rooms to choose of: several, or one. */
function ChoiceForm({ from, multiple, launchId }: { from: Choosable; multiple: boolean; launchId: string }) {
  const api = useApi();
  const { t, locale } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const send = useMutation({
    mutationFn: () => {
      const among = (all: readonly { readonly id: string }[]) =>
        chosen.filter((id) => all.some((each) => each.id === id));
      const links = { assignmentIds: among(from.assignments), roomIds: among(from.rooms) };
      return api.chooseLinks({ launchId, ...links }, locale);
    },
  });
  if (send.data !== undefined) return <HandOver answer={send.data} />;
  const over = send.error instanceof ApiError && send.error.status === 404;
  const toggled = (id: string): readonly string[] => {
    if (!multiple) return [id];
    return chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
  };
  const box = (id: string) => (
    <input
      type={multiple ? 'checkbox' : 'radio'}
      name="content"
      checked={chosen.includes(id)}
      onChange={() => {
        setChosen(toggled(id));
      }}
    />
  );
  return (
    <form
      className="content-choice"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <fieldset hidden={from.assignments.length === 0}>
        <legend>{t('assignments.list')}</legend>
        {from.assignments.map((assignment) => (
          <label key={assignment.id} className="tick" data-assignment={assignment.id}>
            {box(assignment.id)}
            <span lang={assignment.title.language}>{assignment.title.text}</span>
            <span className="small mute">
              {t(`assignments.mode.${assignment.mode}`)} · <Times assignment={assignment} />
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset hidden={from.rooms.length === 0}>
        <legend>{t('choice.rooms')}</legend>
        {from.rooms.map(({ id, title, state }) => (
          <label key={id} className="tick" data-room={id}>
            {box(id)}
            <span lang={title?.language}>{title?.text ?? t('choice.untitled')}</span>
            <span className="small mute">{t(`choice.roomState.${state}`)}</span>
          </label>
        ))}
      </fieldset>
      {send.isError &&
        (over ? (
          <ErrorNotice error={send.error} what={t('choice.over')} bare />
        ) : (
          <Refused error={send.error} />
        ))}
      <p>
        <button type="submit" className="btn primary" disabled={chosen.length === 0 || send.isPending}>
          {t('choice.go', { count: chosen.length })}
        </button>
      </p>
    </form>
  );
}

/** Where a teacher chooses what a course of a learning platform links to. */
export function ChoosePage({ launchId, multiple }: { launchId: string; multiple: boolean }) {
  const { t } = useWords();
  const { data, error, refetch } = useAssignments();
  const rooms = useRooms();
  useDocumentTitle(t('choice.heading'));
  const assignments = data?.filter(({ state }) => state === 'planned' || state === 'open');
  const open = rooms.data?.filter(({ state, rehearsal }) => state !== 'ended' && !rehearsal);
  const from = assignments !== undefined && open !== undefined ? { assignments, rooms: open } : null;
  const nothing = from !== null && from.assignments.length + from.rooms.length === 0;
  return (
    <Page>
      <div className="strip">
        <div>
          <h1>{t('choice.heading')}</h1>
          <p className="lede">{t(multiple ? 'choice.lede' : 'choice.ledeOne')}</p>
        </div>
      </div>
      {error !== null && <Refused error={error} onRetry={() => void refetch()} />}
      {rooms.error !== null && <Refused error={rooms.error} onRetry={() => void rooms.refetch()} />}
      {from === null && error === null && rooms.error === null && <Skeleton />}
      {nothing && <p>{t('choice.none')}</p>}
      {from !== null && !nothing && <ChoiceForm from={from} multiple={multiple} launchId={launchId} />}
      <p>
        <PageLink className="btn" href={PATHS.library}>
          {t('assignments.toLibrary')}
        </PageLink>{' '}
        <span className="small mute">{t('choice.makeOne')}</span>
      </p>
    </Page>
  );
}
