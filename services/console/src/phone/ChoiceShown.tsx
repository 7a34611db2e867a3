import { choiceRows, SIGNS, type ChoiceRow } from '../room/choice-rows';
import type { RoomAnswer, Round, RoundResult } from '../room/types';
import { AsTable } from './AsTable';
import { usePhoneWords } from './use-phone-words';

/** What one chose, as ids of options or of a line. */
function chosenIn(own: RoomAnswer | null): readonly string[] {
  if (own?.kind === 'choice') return own.optionIds;
  return own?.kind === 'error' ? [own.lineId] : [];
}

/** How the class chose, with one's own choice marked, and with what is right once that is shown. */
export function ChoiceShown(props: { task: Round['task']; result: RoundResult; own: RoomAnswer | null }) {
  const { t } = usePhoneWords();
  const { task, result, own } = props;
  const rows = choiceRows(task, result.class, result.roundKey);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const ask = 'spec' in task && 'ask' in task.spec ? task.spec.ask : undefined;
  return (
    <>
      {ask !== undefined && (
        <p className="ph-asked" lang={ask.language}>
          {ask.text}
        </p>
      )}
      <ul className="ph-compare">
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            isOwn={chosenIn(own).includes(row.id)}
            share={result.class === null ? null : (row.count / most) * 100}
          />
        ))}
      </ul>
      {result.class !== null && (
        <AsTable
          head={[t('shown.option'), t('shown.class')]}
          rows={rows.map(({ text, count }) => [text, t('shown.votes', { count })])}
        />
      )}
    </>
  );
}

function Row({ row, isOwn, share }: { row: ChoiceRow; isOwn: boolean; share: number | null }) {
  const { t } = usePhoneWords();
  const { text, language, count, mark, why, kinds } = row;
  const planted = kinds.find(({ isRight }) => isRight);
  return (
    <li>
      <p className="ph-name">
        <span lang={language}>{text}</span>
        {isOwn && <small>{t('shown.yours')}</small>}
      </p>
      {mark !== null && (
        <p className="ph-mark" data-mark={mark}>
          <span aria-hidden="true">{SIGNS[mark]}</span> {t(`mark.${mark}`)}
          {planted !== undefined && `: ${t(`error.${planted.kind}`)}`}
        </p>
      )}
      {why !== null && (
        <p className="small soft" lang={why.language}>
          {why.text}
        </p>
      )}
      {share !== null && (
        <dl>
          <div className="ph-given" data-voice="class">
            <dt>{t('shown.class')}</dt>
            <dd aria-hidden="true">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none">
                <rect width="100" height="10" className="track" />
                <rect width={share} height="10" className="fill" />
              </svg>
            </dd>
            <dd className="num">{t('shown.votes', { count })}</dd>
          </div>
        </dl>
      )}
    </li>
  );
}
