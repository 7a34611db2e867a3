import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { ErrorNotice } from '../app/ErrorNotice';
import { useSession } from '../app/session-context';
import { useWords } from '../i18n/use-words';

/** A further way to start: a patient of a training EHR. Nothing is shown where none is connected. */
export function ImportFromEhr() {
  const api = useApi();
  const { t } = useWords();
  const { role } = useSession();
  const { data: connections = [] } = useQuery({
    queryKey: ['ehr-connections'],
    queryFn: ({ signal }) => api.ehr.connections(signal),
    enabled: role !== 'student',
  });
  const begin = useMutation({
    mutationFn: (connectionId: string) => api.ehr.beginImport({ connectionId }),
    onSuccess: ({ authorizationUrl }) => {
      location.assign(authorizationUrl);
    },
  });
  if (connections.length === 0) return null;
  return (
    <section aria-labelledby="h-from-ehr">
      <div className="head">
        <h2 id="h-from-ehr">{t('ehrImport.from')}</h2>
      </div>
      <p className="small mute">{t('ehrImport.fromHint')}</p>
      <ul className="ehr-connections">
        {connections.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="btn"
              aria-disabled={begin.isPending}
              onClick={() => {
                if (!begin.isPending) begin.mutate(id);
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      <p className="small mute" role="status">
        {begin.isPending && t('ehrImport.opening')}
      </p>
      {begin.error !== null && (
        <ErrorNotice error={begin.error} what={t('ehrImport.notOpened')} safe={t('author.importNothing')} />
      )}
    </section>
  );
}
