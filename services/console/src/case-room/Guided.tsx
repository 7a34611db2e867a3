import type { Guidance } from '../api/types';
import { PageLink } from '../app/PageLink';
import { useWords } from '../i18n/use-words';
import { passageRangeAddress } from '../passages/marked';

function Mark({ guidance: { verdict, passageId, from, to } }: { guidance: Guidance }) {
  const { t, locale } = useWords();
  const words = t(`guidance.${verdict}`);
  if (passageId === undefined || from === undefined || to === undefined)
    return <small className="guidance mute">{words}</small>;
  return (
    <small className={`guidance ${verdict}`}>
      <PageLink href={passageRangeAddress(passageId, { from, to, language: locale })}>{words}</PageLink>
    </small>
  );
}

/** A statement, after each of its sentences what guideline passages say of it by their words. */
export function Guided({ text, guidance }: { text: string; guidance?: readonly Guidance[] | undefined }) {
  if (guidance === undefined) return <>{text}</>;
  return (
    <>
      {guidance.map((each) => (
        <span key={each.sentence.from} data-verdict={each.verdict}>
          {text.slice(each.sentence.from, each.sentence.to)} <Mark guidance={each} />{' '}
        </span>
      ))}
    </>
  );
}
