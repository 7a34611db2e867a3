import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from './context';
import { mergeEvent } from './merge-event';
import { listenToRun } from './run-events';
import type { Language, Run } from './types';

/** Without the event stream; with it, polling is only the safety net. */
const POLL_MS = 1_000;
const SAFETY_NET_MS = 5_000;

export const isOver = (run: Pick<Run, 'status'>): boolean =>
  run.status === 'completed' || run.status === 'failed';

/** A revision begins within a moment of the end of its run, where there is to be one. */
const REVISION_EXPECTED_MS = 10_000;

/** Whether what a language model read may be about to revise this run. */
function mayBeRevised({ reading, revisedBy, completedAt }: Run): boolean {
  const adds = reading?.findings.some(({ verdict }) => verdict === 'adds') === true;
  if (!adds || revisedBy !== null || completedAt === null) return false;
  return Math.abs(Date.now() - Date.parse(completedAt)) < REVISION_EXPECTED_MS;
}

/** A run that grows section by section while the server works on it. */
export function useRun(runId: string, language: Language) {
  const api = useApi();
  const client = useQueryClient();
  const [brokenFor, setBrokenFor] = useState<string | null>(null);
  const streaming = brokenFor !== runId;

  const query = useQuery({
    queryKey: ['run', runId, language],
    queryFn: ({ signal }) => api.run(runId, language, signal),
    refetchInterval: ({ state }) => {
      if (state.data !== undefined && isOver(state.data)) return mayBeRevised(state.data) && POLL_MS;
      return streaming ? SAFETY_NET_MS : POLL_MS;
    },
    // A change of language fetches the same run again; another run must never show through.
    placeholderData: (previous) => (previous?.id === runId ? previous : undefined),
  });

  const known = query.data !== undefined && !query.isPlaceholderData;
  const waiting = query.data !== undefined && known && !isOver(query.data) && streaming;
  useEffect(() => {
    if (!waiting) return;
    const key = ['run', runId, language];
    return listenToRun(runId, language, {
      onEvent: (name, data) => {
        client.setQueryData<Run>(
          key,
          (run) => run && mergeEvent(run, name === 'completed' ? { ...data, status: undefined } : data),
        );
        if (name === 'completed' || name === 'failed') void client.invalidateQueries({ queryKey: key });
      },
      onBroken: () => {
        setBrokenFor(runId);
      },
    });
  }, [client, language, runId, waiting]);

  return query;
}
