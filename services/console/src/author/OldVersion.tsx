import type { CaseBody } from '../api/types';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { CaseError } from './CaseError';
import { CasePreview } from './CasePreview';
import { useTeachingCase } from './use-teaching-case';

/** A version as it was saved, to be read or to be taken up again. */
export function OldVersion(props: { caseId: string; version: number; onTake: (body: CaseBody) => void }) {
  const { t } = useWords();
  const { data, error, refetch } = useTeachingCase(props.caseId, props.version);
  if (error !== null) return <CaseError error={error} onRetry={() => void refetch()} />;
  if (data?.version !== props.version) return <Skeleton />;
  return (
    <section aria-labelledby="h-old">
      <div className="head">
        <h2 id="h-old">{t('author.version', { version: data.version })}</h2>
        <button
          type="button"
          className="link"
          onClick={() => {
            props.onTake(data.body);
          }}
        >
          {t('author.takeUp')}
        </button>
      </div>
      <CasePreview key={data.version} form={data.body} />
    </section>
  );
}
