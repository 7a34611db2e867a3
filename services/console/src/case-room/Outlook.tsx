import type { Run } from '../api/types';
import { useWords } from '../i18n/use-words';
import { Guided } from './Guided';

type Outlooked = Run['outlook'][number];
type Statement = Outlooked['prognosis'][number];
type Pitfall = Outlooked['pitfalls'][number];

function Statements({ heading, statements }: { heading: string; statements: readonly Statement[] }) {
  const { t } = useWords();
  if (statements.length === 0) return null;
  return (
    <>
      <h4>{heading}</h4>
      <ul>
        {statements.map(({ text, source, guidance }) => (
          <li key={text}>
            <Guided text={text} guidance={guidance} />{' '}
            <small className="mute">
              {t(`evidence.${source.kind}`, { grade: source.grade })}
              {source.citation !== undefined && t('outlook.citation', { citation: source.citation })}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function Pitfalls({ heading, pitfalls }: { heading: string; pitfalls: readonly Pitfall[] }) {
  if (pitfalls.length === 0) return null;
  return (
    <>
      <h4>{heading}</h4>
      <ul>
        {pitfalls.map(({ text, guidance }) => (
          <li key={text} data-pitfall="">
            <Guided text={text} guidance={guidance} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What becomes of the leading diseases, what treating them rests on, and what leads astray: to be learned, not to be prescribed from. */
export function Outlook({ run }: { run: Run }) {
  const { t } = useWords();
  if (run.outlook.length === 0) return null;
  return (
    <section aria-labelledby="h-outlook" data-testid="outlook" className="outlook">
      <div className="head">
        <h2 id="h-outlook">{t('outlook.heading')}</h2>
        <span className="small mute">{t('outlook.notice')}</span>
      </div>
      {run.outlook.map(({ diseaseId, name, prognosis, treatmentPrinciples, pitfalls }, place) => (
        <details key={diseaseId} open={place === 0}>
          <summary>
            <h3>{name}</h3>
          </summary>
          <Statements heading={t('outlook.prognosis')} statements={prognosis} />
          <Statements heading={t('outlook.treatment')} statements={treatmentPrinciples} />
          <Pitfalls heading={t('outlook.pitfalls')} pitfalls={pitfalls} />
        </details>
      ))}
    </section>
  );
}
