import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** What is known of the case so far; nothing where the teacher keeps texts off the phones. */
export function StageText({ folded = false }: { folded?: boolean }) {
  const { t, locale } = usePhoneWords();
  const { frame, stages } = usePhoneState();
  const known = Object.values(stages).filter(
    ({ no, text }) => text !== null && no <= (frame?.stage?.no ?? 0),
  );
  if (known.length === 0) return null;
  return (
    <details className="ph-case" open={!folded}>
      <summary>{t('stage.text')}</summary>
      {known.map(({ no, kind, text }) => (
        <section key={no}>
          <h2 className="label">{t(`stage.${kind}`)}</h2>
          <p lang={text?.language}>{text?.text}</p>
          {text !== null && text.language !== locale && <p className="small mute">{t('stage.inOther')}</p>}
        </section>
      ))}
    </details>
  );
}
