import { areCommentsOpen, commentsOf } from '../discussion/comments';
import { openRound, participants, type Room, type Round, type RoundLayer } from '../room/room';
import { deadlineOf } from '../room/timers';
import { askedTask } from './asked-task';
import { type OwnContent, type RoomContent, type Shapes } from './room-content';
import { type PublicView, type RoundView, type StageView, type StudentView } from './view';

export function publicView({ code, state, language, entry, rehearsal }: Room): PublicView {
  return { code, state, language, entry, ...(rehearsal === undefined ? {} : { rehearsal: true }) };
}

/**
 * The one function that makes what a student sees: nothing else may build an answer for students. While a round is open
 * every layer of every round is withheld, those shown earlier too, because the list of one stage is nearly that of the
 * next. Other people's answers, the engine's runs and what has not been asked yet are never in it.
 *
 * @param who the participant with what is kept of them; null for the frame that all phones share, which holds nothing own
 * @returns the public view for somebody whom the teacher removed
 */
export function studentView<S extends Shapes>(
  room: Room,
  content: RoomContent<S>,
  who: OwnContent<S> | null,
): StudentView<S> | PublicView {
  if (who !== null && room.removed.includes(who.number)) return publicView(room);
  const withheld = openRound(room) !== undefined;
  const diagnosis = room.diagnosisShown && !withheld;
  const view: StudentView<S> = {
    ...publicView(room),
    seq: room.seq,
    of: room.stages,
    participants: participants(room),
    stages: stagesReached(room, content, withheld),
    rounds: room.rounds
      .filter(({ state }) => state !== 'prepared')
      .map((round) => roundView(round, content, who, { withheld, diagnosis })),
    current: currentRound(room)?.id ?? null,
    diagnosis: diagnosis ? content.diagnosis : null,
    prompts: diagnosis && who !== null ? who.prompts : null,
    comments: areCommentsOpen(room) ? commentsOf(room).seq : null,
    feedback: room.feedbackSeq ?? null,
  };
  return withheld && hasShown(room) ? { ...view, withheld: 'round-open' } : view;
}

function stagesReached<S extends Shapes>(
  room: Room,
  content: RoomContent<S>,
  withheld: boolean,
): StageView<S>[] {
  return content.stages.slice(0, room.stageNo).map(({ title, text, engine, teacherList }, at) => {
    const no = at + 1;
    const shows = (layer: RoundLayer): boolean =>
      !withheld && room.rounds.some(({ stageNo, layers }) => stageNo === no && layers.includes(layer));
    // A vote on tests shows what is right there; the list of the stage is still to be asked for.
    const showsList =
      !withheld &&
      room.rounds.some(
        ({ id, stageNo, layers }) =>
          stageNo === no && layers.includes('stage-key') && (content.rounds.get(id)?.key ?? null) === null,
      );
    return {
      no,
      title,
      text: room.textOnPhones ? text : null,
      engine: shows('engine') ? engine : null,
      teacherList: showsList ? teacherList : null,
    };
  });
}

function roundView<S extends Shapes>(
  round: Round,
  content: RoomContent<S>,
  who: OwnContent<S> | null,
  { withheld, diagnosis }: { readonly withheld: boolean; readonly diagnosis: boolean },
): RoundView<S> {
  const { id, stageNo, attempt, state, scored, answerBy } = round;
  const result = content.rounds.get(id);
  const showsClass = !withheld && round.layers.includes('class');
  const showsKey = !withheld && (diagnosis || round.layers.includes('stage-key'));
  return {
    id,
    stageNo,
    task: askedTask(round.task),
    attempt,
    state,
    closesAt: who === null ? round.closesAt : deadlineOf(round, who.number),
    scored,
    ...(answerBy === undefined ? {} : { answerBy }),
    answered: result?.answered ?? 0,
    classResult: showsClass ? (result?.classResult ?? null) : null,
    key: showsKey ? (result?.key ?? null) : null,
    ownAnswer: who?.answers.get(id) ?? null,
    ownScore: diagnosis && scored ? (who?.scores.get(id) ?? null) : null,
  };
}

/** The open round, else the newest one of the stage that is reached. */
function currentRound(room: Room): Round | undefined {
  const asked = room.rounds.filter(({ state, stageNo }) => state !== 'prepared' && stageNo === room.stageNo);
  return openRound(room) ?? asked.sort((one, two) => (two.openedAt ?? 0) - (one.openedAt ?? 0))[0];
}

function hasShown(room: Room): boolean {
  return room.diagnosisShown || room.rounds.some(({ layers }) => layers.length > 0);
}
