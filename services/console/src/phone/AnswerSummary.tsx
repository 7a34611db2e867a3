import type { RoomAnswer, Round } from '../room/types';
import { nameIn } from './own-answer';
import { BarButton } from './PhoneFrame';
import { RoundFrame } from './RoundFrame';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** What one has committed, with the way back to the form. */
export function AnswerSummary({
  round,
  answer,
  onChange,
}: {
  round: Round;
  answer: RoomAnswer;
  onChange: () => void;
}) {
  const { t } = usePhoneWords();
  return (
    <RoundFrame
      title={t(`task.${round.task.task}.title`)}
      action={<BarButton label={t('answer.change')} ready quiet onPress={onChange} />}
    >
      <h2 className="label">{t(round.answerBy === 'team' ? 'team.answer' : 'answer.yours')}</h2>
      <OwnAnswer task={round.task} answer={answer} />
    </RoundFrame>
  );
}

/** An answer to read, not to change. */
export function OwnAnswer({ task, answer }: { task: Round['task']; answer: RoomAnswer }) {
  const { t, percent } = usePhoneWords();
  const { names } = usePhoneState();
  if (answer.kind === 'text') return <p className="ph-said">{answer.text}</p>;
  if (answer.kind === 'differential') {
    return (
      <ul className="ph-list">
        {answer.entries.map((entry) => {
          const name = 'text' in entry ? entry.text : nameIn(names, entry.diseaseId);
          return (
            <li key={name}>
              <span>{name}</span>
              <b className="num">{percent(entry.points / 100)}</b>
            </li>
          );
        })}
        <li>
          <span>{t('points.other')}</span>
          <b className="num">{percent(answer.other / 100)}</b>
        </li>
      </ul>
    );
  }
  if (answer.kind === 'choice') {
    const options = 'spec' in task && 'options' in task.spec ? task.spec.options : [];
    return (
      <ul className="ph-list">
        {options
          .filter(({ id }) => answer.optionIds.includes(id))
          .map(({ id, text }) => (
            <li key={id} lang={text.language}>
              {text.text}
            </li>
          ))}
      </ul>
    );
  }
  const line =
    task.task === 'find-error' ? task.spec.lines.find(({ id }) => id === answer.lineId) : undefined;
  return (
    <ul className="ph-list">
      <li lang={line?.text.language}>{line?.text.text}</li>
      <li>{t(`error.${answer.errorKind}`)}</li>
      {answer.why !== undefined && <li>{answer.why}</li>}
    </ul>
  );
}
