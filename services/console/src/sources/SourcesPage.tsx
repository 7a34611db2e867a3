import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { SourceAttributes } from '../api/types';
import { Footer } from '../app/Footer';
import { useDocumentTitle } from '../app/use-document-title';
import { RunView } from '../case-room/RunView';
import { useWords } from '../i18n/use-words';

const SHOWN_OF_HASH = 10;

type Category = SourceAttributes['categories'][number];

function CategoryPart({ category: { id, name, attributes } }: { category: Category }) {
  const { t } = useWords();
  return (
    <section aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{name}</h2>
      <dl>
        {attributes.map((attribute) => (
          <div key={attribute.id} data-state={attribute.state}>
            <dt>
              {attribute.name}
              <span className="small mute">{t(`sources.state.${attribute.state}`)}</span>
            </dt>
            <dd>{attribute.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the ranking rests on: the source attributes of decision support, and which of them nobody has seen to. */
export function SourcesPage() {
  const api = useApi();
  const { t, locale } = useWords();
  useDocumentTitle(t('sources.title'));
  const query = useQuery({
    queryKey: ['source-attributes', locale],
    queryFn: ({ signal }) => api.sourceAttributes(locale, signal),
    staleTime: Infinity,
  });
  return (
    <>
      <main className="wrap sources" id="main" data-testid="sources">
        <h1>{t('sources.title')}</h1>
        <p className="soft">{t('sources.lead')}</p>
        <RunView query={query}>
          {({ categories, knowledge }) => (
            <>
              <p className="small soft num">
                {t('sources.version', { knowledge: knowledge.slice(0, SHOWN_OF_HASH) })}
              </p>
              {categories.map((category) => (
                <CategoryPart key={category.id} category={category} />
              ))}
            </>
          )}
        </RunView>
      </main>
      <div className="wrap">
        <Footer run={null} />
      </div>
    </>
  );
}
