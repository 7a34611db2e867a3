import { useState } from 'react';
import { OwnAnswer } from './AnswerSummary';
import { lastList, ownAnswer } from './own-answer';
import { PhoneError } from './phone-api';
import { RoundFrame } from './RoundFrame';
import { usePhoneRoom, usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** A question for teams on a phone that does not hold the pen. */
export function TeamWaitPage() {
  const { t } = usePhoneWords();
  const state = usePhoneState();
  const round = state.frame?.round ?? null;
  const team = state.mine?.team ?? null;
  const pen = team?.pen ?? null;
  const answer = round === null ? null : ownAnswer(state, round);
  // Until the team has answered: what one brings into the talk.
  const shown = answer ?? lastList(state);
  return (
    <RoundFrame title={t('team.choose')}>
      <p role="status">{pen === null ? t('team.nobody') : t('team.wait', { number: pen })}</p>
      {team !== null && <p className="soft num">{t('team.members', { numbers: team.members.join(', ') })}</p>}
      {round !== null && shown !== null && (
        <section>
          <h2 className="label">{t(answer === null ? 'team.alone' : 'team.answer')}</h2>
          <OwnAnswer task={round.task} answer={shown} />
        </section>
      )}
    </RoundFrame>
  );
}

type Fault = 'full' | 'failed';

/** Where phones choose their teams: the number to say, until the first question for teams. */
export function TeamChoice() {
  const { t } = usePhoneWords();
  const room = usePhoneRoom();
  const { frame, mine } = usePhoneState();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const teams = frame?.teams;
  const team = mine?.team ?? null;
  if (teams === undefined || teams.formed) return null;
  if (teams.by === 'number') return <p className="small soft">{t('team.drawn')}</p>;
  const send = async (no: number) => {
    try {
      await room.chooseTeam(no);
      setFault(null);
    } catch (error) {
      setFault(error instanceof PhoneError && error.code === 'team-full' ? 'full' : 'failed');
    }
  };
  return (
    <form
      className="ph-form"
      onSubmit={(event) => {
        event.preventDefault();
        const no = Number(typed);
        if (Number.isInteger(no) && no >= 1) void send(no);
      }}
    >
      {team !== null && (
        <p role="status">
          {t('team.chosen', { no: team.no })} {t('team.members', { numbers: team.members.join(', ') })}
        </p>
      )}
      <label htmlFor="team">{t('team.choose')}</label>
      <input
        id="team"
        className="ph-field"
        inputMode="numeric"
        autoComplete="off"
        aria-describedby="team-hint"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <p id="team-hint" className="small soft">
        {t('team.chooseHint')}
      </p>
      <button type="submit" className="ph-link strong">
        {t('team.go')}
      </button>
      {fault !== null && (
        <p className="fault" role="alert">
          {t(`team.${fault}`)}
        </p>
      )}
    </form>
  );
}

/** What one's team gained in its last question, once the diagnosis is told. */
export function TeamGainShown() {
  const { t } = usePhoneWords();
  const { mine } = usePhoneState();
  const gain = mine?.rounds.flatMap(({ teamGain }) => teamGain ?? []).at(-1);
  if (gain === undefined) return null;
  return (
    <p className="ph-gain">
      {t(gain.logScore > 0 ? 'team.gain' : 'team.loss', { by: Math.abs(gain.logScore).toFixed(2) })}
    </p>
  );
}
