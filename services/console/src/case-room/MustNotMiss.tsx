import type { MustNotMissEntry, Run } from '../api/types';
import { useWords } from '../i18n/use-words';
import { Guided } from './Guided';

function Entry({
  entry,
  numbers,
  nameOf,
}: {
  entry: MustNotMissEntry;
  numbers: boolean;
  nameOf: (findingId: string) => string;
}) {
  const { t, percent, list, text } = useWords();
  const excluded = entry.excludedBy !== undefined && entry.excludedBy.length > 0;
  const what =
    entry.wouldExclude.length > 0
      ? t('mustNotMiss.wouldExclude', { names: list(entry.wouldExclude.map(nameOf)) })
      : (entry.nothingExcludes ?? t('mustNotMiss.nothingExcludes'));
  const contradictions = (entry.contradicted ?? []).map(({ findingId, by }) =>
    t('mustNotMiss.contradicted', { name: nameOf(findingId), names: list(by.map(nameOf)) }),
  );
  return (
    <li data-disease={entry.diseaseId}>
      <div className="l1">
        {excluded ? <s>{entry.name}</s> : <span>{entry.name}</span>}
        {numbers && <span className="num">{percent(entry.probability)}</span>}
      </div>
      <p className="l2">
        {excluded
          ? t('mustNotMiss.excludedBy', { names: list((entry.excludedBy ?? []).map(nameOf)) })
          : text([entry.reason, ...contradictions, what])}
      </p>
      {!excluded && entry.why !== undefined && entry.guidance !== undefined && (
        <details className="small">
          <summary>{t('guidance.ofWhy')}</summary>
          <p>
            <Guided text={entry.why} guidance={entry.guidance} />
          </p>
        </details>
      )}
    </li>
  );
}

export const activeMustNotMiss = (run: Run): MustNotMissEntry[] =>
  run.mustNotMiss.filter(({ excludedBy }) => excludedBy === undefined || excludedBy.length === 0);

/** The one filled panel of the page: always in view, and never an all-clear. */
export function MustNotMiss({
  run,
  numbers,
  nameOf,
}: {
  run: Run | null;
  numbers: boolean;
  nameOf: (findingId: string) => string;
}) {
  const { t } = useWords();
  const entries = run?.mustNotMiss ?? [];
  return (
    <section className="alarm" id="must-not-miss" aria-labelledby="h-mnm" tabIndex={0}>
      <h2 id="h-mnm">
        <span className="mnm" aria-hidden="true" />
        {t('mustNotMiss.heading')}
      </h2>
      {run === null ? (
        <p className="sub">{t('mustNotMiss.waiting')}</p>
      ) : entries.length === 0 ? (
        <p className="sub">{t('mustNotMiss.none')}</p>
      ) : (
        <>
          <p className="sub">{t('mustNotMiss.sub')}</p>
          <ul>
            {entries.map((entry) => (
              <Entry key={entry.diseaseId} entry={entry} numbers={numbers} nameOf={nameOf} />
            ))}
          </ul>
          {run.mustNotMissMore > 0 && (
            <p className="sub">{t('mustNotMiss.more', { count: run.mustNotMissMore })}</p>
          )}
        </>
      )}
    </section>
  );
}

/** On a phone: the first of them in one line at the bottom, whatever part of the page is read. */
export function MustNotMissBar({ run, numbers }: { run: Run; numbers: boolean }) {
  const { t, percent } = useWords();
  const [first, ...others] = activeMustNotMiss(run);
  if (first === undefined) return null;
  return (
    <a className="mnmbar" href="#must-not-miss">
      <span className="mnm" aria-hidden="true" />
      <span>
        {first.name} {numbers && <span className="num">{percent(first.probability)}</span>}
      </span>
      <span>{t('mustNotMiss.bar', { count: others.length + run.mustNotMissMore })}</span>
    </a>
  );
}
