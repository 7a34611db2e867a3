import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { ErrorNotice } from '../app/ErrorNotice';
import { isClosed } from '../connections/AdminPage';
import { useWords } from '../i18n/use-words';

const FILE_NAME = 'openrounds-cmi5.zip';

/** Saves what was fetched as a file. */
function save(file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: FILE_NAME });
  link.click();
  URL.revokeObjectURL(url);
}

/** Downloads an assignment as a course of cmi5, for a learning management system. */
export function CoursePackage({ assignmentId }: { assignmentId: string }) {
  const api = useApi();
  const { t } = useWords();
  const fetchPackage = useMutation({
    mutationFn: () => api.records.coursePackage(assignmentId),
    onSuccess: save,
  });
  const { error, isPending } = fetchPackage;
  return (
    <>
      <button
        type="button"
        className="btn"
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) fetchPackage.mutate();
        }}
      >
        {t('assignments.cmi5')}
      </button>
      {error !== null && (
        <ErrorNotice
          error={error}
          safe={t('assignments.nothingLost')}
          {...(isClosed(error) && { what: t('assignments.cmi5Closed'), bare: true })}
        />
      )}
    </>
  );
}
