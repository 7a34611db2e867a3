import { caseAddress, newAssignmentAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import type { LibraryCard } from '../api/types';
import { useWords } from '../i18n/use-words';

/** A case as it may be seen before it is taken. Teachers open it by its title; it has a key that students must not see. */
export function CaseCard({ card, opens }: { card: LibraryCard; opens: boolean }) {
  const { t, locale } = useWords();
  const { title, teaser } = card;
  const lang = (language: string) => (language === locale ? undefined : language);
  return (
    <li data-case={card.id}>
      <div>
        <h3 lang={lang(title.language)}>
          {opens ? <PageLink href={caseAddress(card.id)}>{title.text}</PageLink> : title.text}
        </h3>
        {teaser !== null && <p lang={lang(teaser.language)}>{teaser.text}</p>}
      </div>
      <p className="about">
        <span>{card.problem}</span>
        <span>{t('library.where', { setting: t(`patient.${card.setting}`), count: card.stages })}</span>
      </p>
      <p className="about">
        {card.kind !== 'staged' && <span>{t(`library.kind.${card.kind}`)}</span>}
        {(card.difficulty !== null || card.mine === true) && (
          <span>
            {card.difficulty !== null && <b>{t(`library.difficulty.${card.difficulty}`)}</b>}
            {card.mine === true && <span className="tag">{t('library.mine')}</span>}
          </span>
        )}
        <span>{t(`library.mark.${card.mark}`)}</span>
        {opens && (
          <PageLink
            href={newAssignmentAddress(card.id)}
            aria-label={t('assignments.makeOf', { title: title.text })}
          >
            {t('assignments.make')}
          </PageLink>
        )}
        {card.languages.length === 1 && (
          <span>{t(card.languages[0] === 'zh' ? 'library.onlyChinese' : 'library.onlyEnglish')}</span>
        )}
      </p>
    </li>
  );
}
