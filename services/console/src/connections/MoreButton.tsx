import { useWords } from '../i18n/use-words';

/** Fetches the next part of a list; nothing where that was the last. */
export function MoreButton(props: { hasMore: boolean; pending: boolean; onMore: () => void }) {
  const { t } = useWords();
  if (!props.hasMore) return null;
  return (
    <p>
      <button type="button" className="btn" aria-disabled={props.pending} onClick={props.onMore}>
        {t('connections.more')}
      </button>
    </p>
  );
}
