import { useState } from 'react';
import type { RoomAnswer, Round } from '../room/types';
import { AnswerSummary } from './AnswerSummary';
import { ChoiceForm } from './ChoiceForm';
import { DifferentialForm } from './DifferentialForm';
import { ErrorForm } from './ErrorForm';
import { ownAnswer } from './own-answer';
import { isWriter } from './own-team';
import { TeamWaitPage } from './TeamParts';
import { TextForm } from './TextForm';
import { usePhoneRoom, usePhoneState } from './use-phone-room';

/** What every form of an answer is handed. */
export interface FormProps<Task extends Round['task'] = Round['task']> {
  readonly round: Round;
  readonly task: Task;
  /** One's answer so far; null where there is none. */
  readonly given: RoomAnswer | null;
  readonly onCommit: (answer: RoomAnswer) => void;
}

/** An open round: the form, or one's answer with where it is. */
export function AnswerPage() {
  const room = usePhoneRoom();
  const state = usePhoneState();
  const round = state.frame?.round ?? null;
  const given = round === null ? null : ownAnswer(state, round);
  const [changing, setChanging] = useState(false);
  if (round === null) return null;
  if (!isWriter(state)) return <TeamWaitPage />;
  if (given !== null && !changing) {
    return (
      <AnswerSummary
        round={round}
        answer={given}
        onChange={() => {
          setChanging(true);
        }}
      />
    );
  }
  const onCommit = (answer: RoomAnswer) => {
    room.commit(round, answer);
    setChanging(false);
  };
  const common = { round, given, onCommit };
  switch (round.task.task) {
    case 'differential':
      return <DifferentialForm {...common} task={round.task} />;
    case 'representation':
      return <TextForm {...common} task={round.task} />;
    case 'find-error':
      return <ErrorForm {...common} task={round.task} />;
    default:
      return <ChoiceForm {...common} task={round.task} />;
  }
}
