import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useWords } from '../i18n/use-words';
import { Refused } from './Refused';

/** Saves the table of results. It is fetched first: a link of the browser’s own would not say who asks after a launch. */
export function ResultsTable({ assignmentId }: { assignmentId: string }) {
  const api = useApi();
  const { t } = useWords();
  const save = useMutation({
    mutationFn: async () => {
      const url = URL.createObjectURL(await api.assignments.resultsTable(assignmentId));
      const link = document.createElement('a');
      Object.assign(link, { href: url, download: `assignment-${assignmentId}.csv` });
      link.click();
      URL.revokeObjectURL(url);
    },
  });
  const go = (): void => {
    if (!save.isPending) save.mutate();
  };
  return (
    <>
      <button type="button" className="btn" aria-disabled={save.isPending} onClick={go}>
        {t('assignments.csv')}
      </button>
      {save.error !== null && <Refused error={save.error} onRetry={go} />}
    </>
  );
}
