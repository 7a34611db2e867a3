import type { Guidance } from '../api/types';
import { PageLink } from '../app/PageLink';
import type { Locale } from '../format/locale';
import { useWords } from '../i18n/use-words';
import { passageRangeAddress } from '../passages/marked';

/** What passages say of a statement, and how that is shown. */
interface GuidedBy {
  guidance?: readonly Guidance[] | undefined;
  /** Of the statement, where it is not that of the page. */
  language?: Locale;
  /** Whether the statement names its passages itself: others were not looked at. */
  names?: boolean;
  /** Whether passages are pages of this application; elsewhere they are loaded anew. */
  opensHere?: boolean;
}

type MarkProps = Omit<GuidedBy, 'guidance'> & { guidance: Guidance };

function Mark({ guidance, language, names = false, opensHere = true }: MarkProps) {
  const { t, locale } = useWords();
  const { verdict, passageId, from, to } = guidance;
  const words = t(
    names && verdict === 'not-addressed' ? 'guidance.not-addressed-named' : `guidance.${verdict}`,
  );
  if (passageId === undefined || from === undefined || to === undefined)
    return <small className="guidance mute">{words}</small>;
  const address = passageRangeAddress(passageId, { from, to, language: language ?? locale });
  return (
    <small className={`guidance ${verdict}`}>
      {opensHere ? <PageLink href={address}>{words}</PageLink> : <a href={address}>{words}</a>}
    </small>
  );
}

/** A statement, after each of its sentences what guideline passages say of it by their words. */
export function Guided({ text, guidance, ...shown }: GuidedBy & { text: string }) {
  if (guidance === undefined) return <>{text}</>;
  return (
    <>
      {guidance.map((each) => (
        <span key={each.sentence.from} data-verdict={each.verdict}>
          {text.slice(each.sentence.from, each.sentence.to)} <Mark guidance={each} {...shown} />{' '}
        </span>
      ))}
    </>
  );
}
