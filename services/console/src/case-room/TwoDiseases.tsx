import type { Run } from '../api/types';
import { useWords } from '../i18n/use-words';
import { type JointPair, jointPairs } from './joint-pairs';

const MOST_NAMES = 4;

function Pair({ pair, nameOf }: { pair: JointPair; nameOf: (findingId: string) => string }) {
  const { t, percent, list, text } = useWords();
  const [first, second] = pair.diseases;
  const names = list(pair.added.slice(0, MOST_NAMES).map(nameOf));
  const more = Math.max(0, pair.added.length - MOST_NAMES);
  return (
    <li data-pair={`${first.diseaseId} ${second.diseaseId}`}>
      {t('joint.pair', { first: first.name, second: second.name })}
      <p>
        {text([
          t('joint.probability', { probability: percent(pair.probability) }),
          t('joint.added', { first: first.name, names, more }),
        ])}
      </p>
    </li>
  );
}

/** Whether two diseases together explain the case: a view of its own, never mixed into the list. */
export function TwoDiseases({ run, nameOf }: { run: Run; nameOf: (findingId: string) => string }) {
  const { t } = useWords();
  const pairs = jointPairs(run);
  if (pairs.length === 0) return null;
  return (
    <section id="two-diseases" aria-labelledby="h-two">
      <h2 id="h-two">{t('joint.heading')}</h2>
      <ul className="plain">
        {pairs.map((pair) => (
          <Pair key={pair.diseases.map(({ diseaseId }) => diseaseId).join()} pair={pair} nameOf={nameOf} />
        ))}
      </ul>
      <p className="small mute">{t('joint.hint')}</p>
    </section>
  );
}
