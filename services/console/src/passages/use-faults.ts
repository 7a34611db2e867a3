import { ApiError } from '../api/http';
import type { ToldCheck } from '../author/told-checks';
import { useWords } from '../i18n/use-words';
import { faultWords, type FieldFault } from './fault-words';

/** What a request was refused for field by field; nothing where it failed otherwise. */
export const faultsIn = (error: unknown): readonly FieldFault[] =>
  error instanceof ApiError ? (error.problem?.errors ?? []) : [];

/** Faults in the language of the page, to be said at their fields. */
export function useFaults(): (faults: readonly FieldFault[]) => ToldCheck[] {
  const { t } = useWords();
  return (faults) =>
    faults.map((fault) => {
      const words = faultWords(fault);
      const { pointer, code } = fault;
      const message = words === undefined ? fault.message : t(`passages.fault.${words}`);
      return { severity: 'error', code, pointer, message };
    });
}
