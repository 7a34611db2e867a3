import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/context';
import type { TutorAbout } from '../api/tutor';
import type { TutorQuestion } from '../api/types';
import { newIdempotencyKey } from '../api/use-idempotency-key';
import type { Locale } from '../format/locale';
import { useWords } from '../i18n/use-words';

/** The thread on the page: it begins with its first question. */
interface OpenThread {
  readonly id: string | null;
  readonly lang: Locale;
  readonly asked: readonly TutorQuestion[];
}

/** Asks the language model about a list, one question after the other, or goes on where one had asked before. */
export function useTutor(about: TutorAbout) {
  const api = useApi();
  const client = useQueryClient();
  const { locale } = useWords();
  const key = ['tutor-threads', about.kind, about.id];
  const nothing: OpenThread = { id: null, lang: locale, asked: [] };
  const [thread, setThread] = useState(nothing);
  const earlier = useQuery({ queryKey: key, queryFn: ({ signal }) => api.tutor.threads(about, signal) });
  const asking = useMutation({
    mutationFn: async ({ question, socratic }: { question: string; socratic: boolean }) => {
      const begun = thread.id ?? (await api.tutor.begin(about, locale, socratic)).id;
      setThread((before) => ({ ...before, id: begun, lang: before.id === null ? locale : before.lang }));
      return api.tutor.ask(begun, question, newIdempotencyKey(), locale);
    },
    onSuccess: async (asked) => {
      setThread((before) => ({ ...before, asked: [...before.asked, asked] }));
      await client.invalidateQueries({ queryKey: key });
    },
  });
  const opening = useMutation({
    mutationFn: (id: string) => api.tutor.thread(id, locale),
    onSuccess: ({ id, language, questions }) => {
      setThread({ id, lang: language, asked: questions });
    },
  });
  return {
    thread,
    earlier: (earlier.data ?? []).filter(({ id, asked }) => id !== thread.id && asked > 0),
    ask: asking.mutate,
    open: opening.mutate,
    beginAnew: () => {
      setThread(nothing);
    },
    isPending: asking.isPending || opening.isPending,
    isError: asking.isError || opening.isError,
  };
}
