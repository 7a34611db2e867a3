import { useApi } from '../api/context';
import type { LrsConnection } from '../api/types';
import { SystemCard } from '../connections/SystemCard';
import { useWords } from '../i18n/use-words';
import { STORES_KEY } from './use-stores';

function Store({ store }: { store: LrsConnection }) {
  const api = useApi();
  const { t } = useWords();
  const { id, name, endpoint, fetchOrigins } = store;
  return (
    <SystemCard
      id={id}
      name={name}
      where={[endpoint, ...fetchOrigins].join(' · ')}
      listKey={STORES_KEY}
      sure={t('records.removeSure', { name })}
      notRemoved={t('records.notRemoved')}
      onCheck={async () => {
        const { outcome, status, versions } = await api.records.check(id);
        return [{ what: ['xAPI', ...versions].join(' '), outcome, status }];
      }}
      onRemove={() => api.records.remove(id)}
    />
  );
}

/** The record stores of the institution, newest first. */
export function Stores({ stores }: { stores: readonly LrsConnection[] }) {
  const { t } = useWords();
  return (
    <>
      <p className="small soft">{t('records.count', { count: stores.length })}</p>
      <ol className="cards" data-testid="record-stores">
        {stores.map((store) => (
          <Store key={store.id} store={store} />
        ))}
      </ol>
    </>
  );
}
