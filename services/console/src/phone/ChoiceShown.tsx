import type { ClassResult, RoomAnswer, RoundTask } from '../room/types';
import { usePhoneWords } from './use-phone-words';

type Options = Extract<RoundTask, { task: 'vote' | 'next-test' | 'next-question' }>['spec']['options'];

/** How the class chose, with one's own choice marked. */
export function ChoiceShown(props: {
  tally: Extract<ClassResult, { kind: 'choice' }>;
  options: Options;
  own: RoomAnswer | null;
}) {
  const { t } = usePhoneWords();
  const { tally, own } = props;
  const chosen = own?.kind === 'choice' ? own.optionIds : [];
  const countOf = (id: string): number => tally.options.find(({ optionId }) => optionId === id)?.count ?? 0;
  const most = Math.max(1, ...tally.options.map(({ count }) => count));
  return (
    <ul className="ph-compare">
      {props.options.map(({ id, text }) => (
        <li key={id}>
          <p className="ph-name" lang={text.language}>
            {text.text}
            {chosen.includes(id) && <small>{t('shown.yours')}</small>}
          </p>
          <dl>
            <div className="ph-given" data-voice="class">
              <dt>{t('shown.class')}</dt>
              <dd aria-hidden="true">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                  <rect width="100" height="10" className="track" />
                  <rect width={(countOf(id) / most) * 100} height="10" className="fill" />
                </svg>
              </dd>
              <dd className="num">{t('shown.votes', { count: countOf(id) })}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}
