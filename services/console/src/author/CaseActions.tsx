import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { caseAddress, PATHS } from '../app/location';
import { useSession } from '../app/session-context';
import { goTo } from '../app/use-location';
import { useApi } from '../api/context';
import { type CaseAct, exportAddress } from '../api/teaching';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import type { TeachingCase } from '../api/types';
import { useDraft } from '../case-room/DraftProvider';
import { draftOfTeachingCase } from '../case-room/draft-of-teaching-case';
import { useWords } from '../i18n/use-words';
import { CaseError } from './CaseError';
import { caseQueryKey } from './use-save';

/** Who may put a case into the library and take it out. */
const PUBLISHERS: readonly string[] = ['author', 'admin'];

/** What may be done with a stored case besides writing it; each act says what it came to. */
function useActs(stored: TeachingCase, onStored: (now: TeachingCase) => void) {
  const api = useApi();
  const client = useQueryClient();
  const { locale } = useWords();
  const idempotency = useIdempotencyKey();
  const act = useMutation({
    mutationFn: (verb: CaseAct) => api.teaching.act(verb, stored.id, stored.version, locale),
    onSuccess: (now) => {
      client.setQueryData(caseQueryKey(now.id, null, locale), now);
      void client.invalidateQueries({ queryKey: ['library'] });
      onStored(now);
    },
  });
  const copy = useMutation({
    mutationFn: () =>
      api.teaching.copy(
        stored.id,
        stored.version,
        idempotency.keyOf(`${stored.id} ${String(stored.version)}`),
        locale,
      ),
    onSuccess: (now) => {
      idempotency.accepted();
      goTo(caseAddress(now.id));
    },
  });
  const erase = useMutation({
    mutationFn: () => api.teaching.erase(stored.id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['teaching-cases'] });
      void client.invalidateQueries({ queryKey: ['library'] });
      goTo(PATHS.author);
    },
  });
  return { act, copy, erase, busy: act.isPending || copy.isPending || erase.isPending };
}

function Erase({ onErase, busy }: { onErase: () => void; busy: boolean }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button
        type="button"
        className="link"
        onClick={() => {
          setAsked(true);
        }}
      >
        {t('author.erase')}
      </button>
    );
  return (
    <div role="group" aria-label={t('author.erase')}>
      <p className="small">{t('author.eraseSure')}</p>
      <p className="links">
        <button type="button" className="link" disabled={busy} onClick={onErase}>
          {t('author.eraseYes')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => {
            setAsked(false);
          }}
        >
          {t('author.eraseNo')}
        </button>
      </p>
    </div>
  );
}

/** Files, copies, and the way out of the library: what is done seldom stands at the end. */
export function CaseActions(props: {
  stored: TeachingCase;
  /** Whether this person may change the case. */
  writes: boolean;
  /** While something is not saved nothing is submitted or published: it would be the version before. */
  dirty: boolean;
  onStored: (now: TeachingCase) => void;
}) {
  const { t, locale } = useWords();
  const { role } = useSession();
  const { change } = useDraft();
  const { stored, writes, dirty } = props;
  const { act, copy, erase, busy } = useActs(stored, props.onStored);
  const { state, version, publishedVersion } = stored;
  const publishes = PUBLISHERS.includes(role);
  const error = act.error ?? copy.error ?? erase.error;
  const button = (verb: CaseAct) => (
    <button
      type="button"
      className="btn"
      disabled={busy || dirty}
      onClick={() => {
        act.mutate(verb);
      }}
    >
      {t(`author.${verb}`)}
    </button>
  );
  return (
    <section aria-labelledby="h-actions" data-testid="actions">
      <h2 id="h-actions">{t('author.actions')}</h2>
      {writes && dirty && <p className="small mute">{t('author.saveFirst')}</p>}
      {writes && (
        <div className="submit">
          {state !== 'in-review' && publishedVersion !== version && button('submit')}
          {publishes && publishedVersion !== version && button('publish')}
          {publishes && publishedVersion !== null && button('retire')}
        </div>
      )}
      {error !== null && <CaseError error={error} />}
      <ul className="plain">
        <li>
          <button
            type="button"
            className="link"
            onClick={() => {
              change({ type: 'load', draft: draftOfTeachingCase(stored.body, locale) });
              goTo(PATHS['case-room']);
            }}
          >
            {t('author.toCaseRoom')}
          </button>
          <p>{t('author.toCaseRoomHint')}</p>
        </li>
        <li>
          <button
            type="button"
            className="link"
            disabled={busy}
            onClick={() => {
              copy.mutate();
            }}
          >
            {t('author.copy')}
          </button>
          <p>{t('author.copyHint')}</p>
        </li>
        <li>
          <span className="links">
            {(['json', 'yaml'] as const).map((as) => (
              <a key={as} href={exportAddress(stored.id, version, as)} download={`${stored.slug}.${as}`}>
                {t('author.export', { as: as.toUpperCase() })}
              </a>
            ))}
          </span>
          <p>{t('author.exportHint')}</p>
        </li>
        {writes && (
          <li>
            <Erase
              busy={busy}
              onErase={() => {
                erase.mutate();
              }}
            />
          </li>
        )}
      </ul>
    </section>
  );
}
