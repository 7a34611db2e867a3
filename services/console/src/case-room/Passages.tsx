import { documentLicenceText } from '../../../../libs/presentation/src/messages/document-licence';
import { useState } from 'react';
import type { GuidelinePassage } from '../api/types';
import { passageAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useWords } from '../i18n/use-words';
import { markedParts, type QuoteRange } from '../passages/marked';

const FIRST = 3;

/** Only what a browser opens safely; a passage of print has no address at all. */
export const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

/** The passage itself: quoted, or in our words; the range that a reader was sent to is marked. */
export function PassageQuote({
  passage,
  range,
}: {
  passage: Pick<GuidelinePassage, 'language' | 'kind' | 'url' | 'quote'>;
  range?: QuoteRange | undefined;
}) {
  const [before, marked, after] = markedParts(passage, range) ?? [passage.quote, '', ''];
  return (
    <blockquote
      lang={passage.language}
      className={passage.kind === 'summary' ? 'summary' : undefined}
      cite={isWebAddress(passage.url) ? passage.url : undefined}
    >
      {before}
      {marked !== '' && <mark>{marked}</mark>}
      {after}
    </blockquote>
  );
}

function Passage({ passage, about }: { passage: GuidelinePassage; about: string }) {
  const { t, locale } = useWords();
  const summary = passage.kind === 'summary';
  const facts = [
    `${passage.publisher}${locale === 'zh' ? '，' : ', '}${passage.title}`,
    String(passage.year),
    passage.edition === undefined ? '' : t('passages.editionOf', { edition: passage.edition }),
    passage.about === undefined ? '' : t(`passages.aspects.${passage.about}`),
    passage.section === '' ? '' : t('passages.section', { section: passage.section }),
    passage.strength === undefined ? '' : t('passages.strength', { strength: passage.strength }),
    passage.certainty === undefined ? '' : t('passages.certainty', { certainty: passage.certainty }),
    summary ? t('passages.summaryLicence', { licence: passage.licence }) : passage.licence,
    passage.documentLicence === undefined
      ? ''
      : t('passages.documentLicence', { licence: documentLicenceText(passage.documentLicence, locale) }),
    passage.supersededBy === undefined ? '' : t('passages.superseded', { by: passage.supersededBy }),
    about,
  ];
  return (
    <figure data-passage={passage.passageId}>
      <PassageQuote passage={passage} />
      <figcaption className="src">
        {summary && <span className="tag">{t('passages.summary')}</span>} {passage.basisText}{' '}
        {facts.filter((fact) => fact !== '').join(' · ')}{' '}
        {isWebAddress(passage.url) && (
          <a href={passage.url} target="_blank" rel="noreferrer">
            {t('passages.open')}
          </a>
        )}
        {' · '}
        <PageLink href={passageAddress(passage.passageId)}>{t('passages.toPage')}</PageLink>
        {passage.conflictsWith?.map(({ passageId, title }) => (
          <span key={passageId}>
            {' · '}
            <PageLink href={passageAddress(passageId)}>{t('passages.conflict', { title })}</PageLink>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

export function PassageList(props: {
  passages: readonly GuidelinePassage[];
  /** How many are shown before the others are asked for. */
  first?: number;
  nameOf?: (diseaseId: string) => string;
}) {
  const { t, list } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? props.passages : props.passages.slice(0, props.first ?? FIRST);
  const hidden = props.passages.length - shown.length;
  const about = (passage: GuidelinePassage): string =>
    props.nameOf === undefined || passage.forDiseases.length === 0
      ? ''
      : t('passages.about', { names: list(passage.forDiseases.map(props.nameOf)) });
  return (
    <div className="pass">
      {shown.map((passage) => (
        <Passage key={passage.passageId} passage={passage} about={about(passage)} />
      ))}
      {hidden > 0 && (
        <button
          type="button"
          className="link small"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('passages.more', { count: hidden })}
        </button>
      )}
    </div>
  );
}

/** What the guideline collection says on this case; that it says nothing is said, too. */
export function Passages(props: {
  passages: readonly GuidelinePassage[];
  over: boolean;
  nameOf: (diseaseId: string) => string;
}) {
  const { t } = useWords();
  return (
    <section className="fnd" aria-labelledby="h-passages">
      <div className="head">
        <h2 id="h-passages">{t('passages.heading')}</h2>
      </div>
      {props.passages.length > 0 ? (
        <PassageList passages={props.passages} nameOf={props.nameOf} />
      ) : props.over ? (
        <p>
          {t('passages.empty')} <span className="small mute">{t('passages.emptyDetail')}</span>
        </p>
      ) : (
        <p className="small mute">{t('passages.waiting')}</p>
      )}
    </section>
  );
}
