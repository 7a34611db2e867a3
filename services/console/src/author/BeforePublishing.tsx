import { useState } from 'react';
import { useWords } from '../i18n/use-words';
import { useCheckWords } from './checks-context';
import { groupedChecks, isMistake, type Part } from './told-checks';
import type { LiveChecks } from './use-live-checks';

/** So many are listed before somebody asks for all: who writes one language has a warning at every text. */
const LISTED = 6;

function usePartNames(stages: readonly string[]): (part: Part) => string {
  const { t } = useWords();
  return (part) => {
    if (part === 'about' || part === 'key' || part === 'debrief') return t(`author.part.${part}`);
    return stages[Number(part.slice('stage-'.length))] ?? t('author.stages');
  };
}

/** What the checks find, worst first; each leads to its field. */
export function BeforePublishing(props: {
  live: LiveChecks;
  stages: readonly string[];
  onGoTo: (pointer: string) => void;
}) {
  const { t } = useWords();
  const { checks, checking, failed } = props.live;
  const words = useCheckWords();
  const nameOf = usePartNames(props.stages);
  const [all, setAll] = useState(false);
  const groups = groupedChecks(checks);
  const shown = all ? groups : groups.slice(0, LISTED);
  const mistakes = checks.filter(isMistake).length;
  const missing = checks.some(({ severity }) => severity === 'missing');
  return (
    <section aria-labelledby="h-before" data-testid="checks" aria-busy={checking}>
      <div className="head">
        <h2 id="h-before">{t('author.before')}</h2>
        <span className="small mute">{checking ? t('author.checking') : ''}</span>
      </div>
      <p className="small soft" role="status">
        {failed
          ? t('author.checkFailed')
          : missing
            ? t('author.notYetACase', { count: mistakes })
            : t('author.checked', { mistakes, others: checks.length - mistakes })}
      </p>
      <ul className="plain">
        {shown.map(({ first, part, places }) => (
          <li key={first.code + first.pointer + first.message} data-severity={first.severity}>
            <button
              type="button"
              className="link"
              onClick={() => {
                props.onGoTo(first.pointer);
              }}
            >
              {places === 1 ? nameOf(part) : t('author.inPlaces', { part: nameOf(part), count: places })}
            </button>
            <p className={isMistake(first) ? 'fault' : undefined}>{words(first)}</p>
          </li>
        ))}
      </ul>
      {groups.length > LISTED && (
        <button
          type="button"
          className="link small"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t('library.fewer') : t('author.allChecks', { count: groups.length })}
        </button>
      )}
    </section>
  );
}
