import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { LtiRegistrationLink } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { Copyable } from '../connections/Copyable';
import { Listed } from '../connections/Listed';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { linkState } from './link-state';
import { LINKS_KEY, useLinks } from './use-platforms';

function Link({ link }: { link: LtiRegistrationLink }) {
  const { t, locale } = useWords();
  const { state, at } = linkState(link, new Date());
  return (
    <li>
      {t('platforms.linkMade', { when: formatInstant(link.createdAt, locale) })} ·{' '}
      {t(`platforms.link.${state}`, { when: formatInstant(at, locale) })}
    </li>
  );
}

/** Makes links by which platforms register themselves; an address is shown once, as nobody keeps it. */
export function Links() {
  const api = useApi();
  const client = useQueryClient();
  const { t } = useWords();
  const query = useLinks();
  const make = useMutation({
    mutationFn: () => api.platforms.makeLink(),
    onSuccess: () => client.invalidateQueries({ queryKey: LINKS_KEY }),
  });
  const above = (
    <>
      <p className="small soft">{t('platforms.linksLede')}</p>
      <p>
        <button
          type="button"
          className="btn primary"
          aria-disabled={make.isPending}
          onClick={() => {
            if (!make.isPending) make.mutate();
          }}
        >
          {t('platforms.makeLink')}
        </button>
      </p>
      {make.data !== undefined && (
        <div role="status">
          <Copyable key={make.data.id} label={t('platforms.newLink')} value={make.data.url} />
        </div>
      )}
      {make.error !== null && <ErrorNotice error={make.error} safe={t('platforms.notMade')} />}
    </>
  );
  return (
    <Listed id="h-links" heading={t('platforms.links')} query={query} above={above}>
      {(links) => (
        <ul className="small" data-testid="links">
          {links.map((link) => (
            <Link key={link.id} link={link} />
          ))}
        </ul>
      )}
    </Listed>
  );
}
