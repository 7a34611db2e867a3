import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useApi } from '../api/context';
import { ErrorNotice } from '../app/ErrorNotice';
import { useWords } from '../i18n/use-words';
import { type LaunchOfEhr, takeLaunch } from './take-launch';

/** Where a launch of an EHR arrives: the browser goes back there to be let in. A launch is good once, and leaves the address at once. */
export function BeginImport({ otherwise }: { otherwise: ReactNode }) {
  const api = useApi();
  const { t } = useWords();
  const [launch] = useState<LaunchOfEhr | null>(takeLaunch);
  const [error, setError] = useState<unknown>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || launch === null) return;
    begun.current = true;
    api.ehr.beginImport(launch).then(({ authorizationUrl }) => {
      location.assign(authorizationUrl);
    }, setError);
  }, [api, launch]);
  if (launch === null)
    return (
      <>
        <p>{t('ehrImport.noLaunch')}</p>
        {otherwise}
      </>
    );
  if (error === null)
    return (
      <p className="progress" role="status">
        {t('ehrImport.opening')}
      </p>
    );
  return (
    <>
      <ErrorNotice error={error} what={t('ehrImport.notOpened')} safe={t('ehrImport.launchAgain')} />
      {otherwise}
    </>
  );
}
