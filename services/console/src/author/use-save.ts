import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import type { TeachingCase } from '../api/types';
import { useWords } from '../i18n/use-words';
import { bodyOf } from './case-form';
import type { CaseFormState } from './use-case-form';

/** The newest version of a case, under the key by which it is asked for. */
export const caseQueryKey = (id: string, version: number | null, locale: string) =>
  ['teaching-case', id, version, locale] as const;

interface Given {
  readonly note: string;
  /** Saves on top of the newest version, whatever that is: somebody has read it and decided so. */
  readonly over?: boolean;
}

/** Stores the form as a new case or as the next version. Sent twice, it is stored once. */
export function useSave(caseId: string | null, state: CaseFormState, onSaved: (now: TeachingCase) => void) {
  const api = useApi();
  const client = useQueryClient();
  const { locale } = useWords();
  const idempotency = useIdempotencyKey();
  return useMutation({
    mutationFn: async ({ note, over = false }: Given) => {
      const { form, base } = state;
      const body = bodyOf(form);
      if (caseId === null || base === null) {
        const key = idempotency.keyOf(JSON.stringify([body, note]));
        return { sent: form, now: await api.teaching.create(body, note, key, locale) };
      }
      const version = over ? (await api.teaching.case(caseId, null, locale)).version : base;
      const key = idempotency.keyOf(JSON.stringify([body, note, version]));
      const now = await api.teaching.change({ id: caseId, version }, body, note, key, locale);
      return { sent: form, now };
    },
    onSuccess: ({ sent, now }) => {
      idempotency.accepted();
      client.setQueryData(caseQueryKey(now.id, null, locale), now);
      state.saved(sent, now);
      onSaved(now);
    },
  });
}
