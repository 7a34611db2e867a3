import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/context';
import { forgetLaunch, recallLaunch } from '../api/launch-session';
import { ErrorNotice } from '../app/ErrorNotice';
import { useWords } from '../i18n/use-words';
import { leaveAttempt } from './leave';

/** The way back for a launched learner; nothing for everybody else. */
export function LeaveButton({ finished, onLeft }: { finished: boolean; onLeft: () => void }) {
  const api = useApi();
  const { t } = useWords();
  const [launch] = useState(recallLaunch);
  const leave = useMutation({
    mutationFn: async (from: NonNullable<typeof launch>) => {
      const goes = await leaveAttempt(from, {
        leave: (attemptId) => api.records.leave(attemptId),
        forget: forgetLaunch,
        goTo: (url) => {
          location.assign(url);
        },
      });
      if (!goes) onLeft();
    },
  });
  if (launch?.place.kind !== 'attempt') return null;
  const go = (): void => {
    if (!leave.isPending) leave.mutate(launch);
  };
  return (
    <>
      <p>
        <button
          type="button"
          className={finished ? 'btn primary' : 'btn'}
          aria-disabled={leave.isPending}
          onClick={go}
        >
          {t('assignments.leave')}
        </button>
      </p>
      {leave.error !== null && (
        <ErrorNotice error={leave.error} safe={t('assignments.notLeft')} onRetry={go} />
      )}
    </>
  );
}
