import {
  type CaseBody,
  type CodedMine,
  type CodedRoomStage,
  type CodedRoomState,
  type CodedTeacherRoomState,
} from '@openrounds/contracts';
import {
  type BilingualText,
  livingTeams,
  type Room,
  type Round,
  type RoundView,
  studentView,
  type Team,
  type TeamGain,
  type StudentView,
} from '@openrounds/learning';
import { type StoredTally } from '../ports/answer-store';
import { type StoredRoom } from '../ports/room-store';
import { type Own } from './own';
import { type Content, type RoomShapes } from './room-content';

/** A room as it is told at a moment. */
export interface Scene {
  readonly stored: StoredRoom;
  readonly content: Content;
  readonly body: CaseBody | undefined;
  readonly tallies: readonly StoredTally[];
  readonly now: Date;
}

type View = StudentView<RoomShapes>;
type CodedRound = NonNullable<CodedRoomState['round']>;

/** Rises with every change of the room and of its counts: none of either goes back. */
export const seqOf = ({ room }: Pick<StoredRoom, 'room'>, tallies: readonly StoredTally[]): number =>
  tallies.reduce((sum, { seq }) => sum + seq, room.seq);

const instantOf = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();

const titleOf = (title: BilingualText): BilingualText | null =>
  title.en === undefined && title.zh === undefined ? null : title;

/** What everybody in the room may see. */
function viewOf({ stored: { room }, content }: Scene): View {
  const view = studentView(room, content, null);
  if (!('stages' in view)) throw new Error('the view that all share is whole');
  return view;
}

/** The frame that all phones and the projector share: what {@link studentView} gives, without texts and earlier stages. */
export function participantState(scene: Scene): CodedRoomState {
  const { stored, tallies, now } = scene;
  const { room, roomId } = stored;
  const view = viewOf(scene);
  const current = view.rounds.find(({ id }) => id === view.current);
  const layers = layersOf(room, view);
  const result = resultOf(view, current, layers);
  return {
    code: room.code,
    roomId,
    seq: seqOf(stored, tallies),
    state: room.state,
    language: room.language,
    entry: room.entry,
    ...(view.rehearsal === undefined ? {} : { rehearsal: view.rehearsal }),
    serverNow: now.toISOString(),
    participants: view.participants,
    stage: stageOf(scene, view.stages.at(-1)),
    round: current === undefined ? null : roundOf(current, room),
    answered: {
      count: current?.answered ?? 0,
      of: current?.answerBy === 'team' ? livingTeams(room).length : view.participants,
    },
    layers,
    result: result && withTeamGain(result, view.rounds, tallies),
    ...teamsOf(room, current),
    ...(view.withheld === undefined ? {} : { withheld: view.withheld }),
    ...(view.comments === null ? {} : { comments: { seq: view.comments } }),
    ...(view.feedback === null ? {} : { feedback: { seq: view.feedback } }),
    ...(layers.includes('engine') && result?.engine === null ? { degraded: ['engine' as const] } : {}),
  };
}

/**
 * With the diagnosis, what teams gained in their last question, whatever was asked since; before it would tell how near the
 * key they are.
 */
function withTeamGain(
  result: NonNullable<CodedRoomState['result']>,
  rounds: readonly RoundView<RoomShapes>[],
  tallies: readonly StoredTally[],
): CodedRoomState['result'] {
  if (result.diagnosis === null) return result;
  const counted = rounds
    .filter(({ answerBy }) => answerBy === 'team')
    .flatMap(
      ({ id, attempt }) => tallies.find((each) => each.roundId === id && each.attempt === attempt) ?? [],
    );
  const last = counted.at(-1);
  return last === undefined ? result : { ...result, teamGain: last.teamGain };
}

/** By number of the team, the first first; null where there is no such team. */
const pensOf = (list: readonly Team[]): (number | null)[] =>
  Array.from({ length: list.at(-1)?.no ?? 0 }, (_, at) => list.find(({ no }) => no === at + 1)?.pen ?? null);

/** How teams are made; while their question is open, who writes for each. */
function teamsOf(room: Room, round: RoundView<RoomShapes> | undefined): Pick<CodedRoomState, 'teams'> {
  const { teams } = room;
  if (teams === undefined) return {};
  const { size, by, formed, list } = teams;
  const isWriting = round?.answerBy === 'team' && round.state === 'open';
  const told = { size, by, formed, count: livingTeams(room).length };
  return { teams: isWriting ? { ...told, pens: pensOf(list) } : told };
}

/** Which layers of the current round are shown now; none while a round is open. */
function layersOf(room: Room, { current }: View): CodedRoomState['layers'] {
  if (room.rounds.some(({ state }) => state === 'open')) return [];
  const round = room.rounds.find(({ id }) => id === current);
  return [...(round?.layers ?? []), ...(room.diagnosisShown ? (['diagnosis'] as const) : [])];
}

function resultOf(
  view: View,
  round: RoundView<RoomShapes> | undefined,
  layers: CodedRoomState['layers'],
): CodedRoomState['result'] {
  if (layers.length === 0) return null;
  const stage = view.stages.find(({ no }) => no === round?.stageNo);
  return {
    class: round?.classResult ?? null,
    engine: stage?.engine ?? null,
    stageKey: stage?.teacherList === undefined ? null : stage.teacherList,
    roundKey: round?.key ?? null,
    diagnosis:
      view.diagnosis === null
        ? null
        : { diagnosis: view.diagnosis.diagnosis, acceptable: view.diagnosis.acceptable },
  };
}

function stageOf(
  { stored: { room }, body }: Scene,
  stage: { readonly no: number; readonly title: BilingualText } | undefined,
): CodedRoomState['stage'] {
  const kind = stage === undefined ? undefined : body?.stages[stage.no - 1]?.stage;
  if (stage === undefined || kind === undefined) return null;
  return { no: stage.no, of: room.stages, kind, title: titleOf(stage.title) };
}

const roundOf = (
  { id, stageNo, task, attempt, state, closesAt, scored, answerBy }: RoundView<RoomShapes> | Round,
  { rounds }: Room,
): CodedRound => ({
  id,
  stageNo,
  position: rounds.findIndex((round) => round.id === id) + 1,
  task: task as CodedRound['task'],
  attempt,
  state,
  closesAt: instantOf(closesAt),
  scored,
  ...(answerBy === undefined ? {} : { answerBy }),
});

/** The teacher's frame: what everybody sees, and beside it what only the teacher does. */
export function teacherState(scene: Scene): CodedTeacherRoomState {
  const { stored, content, body, tallies } = scene;
  const { room, caseId, caseVersion, classId, keyHash } = stored;
  return {
    ...participantState(scene),
    control: {
      title: body?.title ?? {},
      caseId,
      caseVersion,
      ...(classId === null ? {} : { classId }),
      textOnPhones: room.textOnPhones,
      locked: room.locked,
      removed: [...room.removed],
      rounds: room.rounds.map((round) => ({
        ...roundOf(round, room),
        seconds: round.seconds,
        closedAt: instantOf(round.closedAt),
        layers: [...round.layers, ...(room.diagnosisShown ? (['diagnosis'] as const) : [])],
        lateCounts: round.lateCounts,
        ...countsOf(round, tallies),
        hasKey: (content.rounds.get(round.id)?.key ?? null) !== null,
      })),
      engineStages: content.stages.flatMap(({ engine }, place) => (engine === null ? [] : [place + 1])),
      keyHash,
      keyCommittedAt: instantOf(room.keyCommittedAt),
      ...(room.tutor === undefined ? {} : { tutor: room.tutor }),
    },
  };
}

function countsOf({ id, attempt }: Round, tallies: readonly StoredTally[]) {
  const tally = tallies.find((each) => each.roundId === id && each.attempt === attempt);
  return { answered: tally?.answered ?? 0, late: tally?.late ?? 0 };
}

/** A stage with what is revealed of it; undefined for one that is not reached. */
export function participantStage(scene: Scene, no: number): CodedRoomStage | undefined {
  const { stored, tallies } = scene;
  const view = viewOf(scene);
  const stage = view.stages.find((each) => each.no === no);
  const head = stageOf(scene, stage);
  if (stage === undefined || head === null) return undefined;
  return {
    ...head,
    seq: seqOf(stored, tallies),
    text: stage.text?.text ?? null,
    findings: stage.text?.findings ?? null,
    engine: stage.engine,
    stageKey: stage.teacherList,
    rounds: view.rounds
      .filter(({ stageNo }) => stageNo === no)
      .map((round) => ({
        ...roundOf(round, stored.room),
        answered: round.answered,
        class: round.classResult,
        key: round.key,
      })),
    afterwards: view.diagnosis,
  };
}

/** A stage with all that there is, for the teacher alone. */
export function teacherStage(scene: Scene, no: number): CodedRoomStage | undefined {
  const { stored, content, tallies } = scene;
  const stage = content.stages[no - 1];
  const head = stage === undefined ? null : stageOf(scene, { no, title: stage.title });
  if (stage === undefined || head === null) return undefined;
  return {
    ...head,
    seq: seqOf(stored, tallies),
    text: stage.text.text,
    findings: stage.text.findings,
    engine: stage.engine,
    stageKey: stage.teacherList,
    rounds: stored.room.rounds
      .filter(({ stageNo }) => stageNo === no)
      .map((round) => ({
        ...roundOf(round, stored.room),
        answered: countsOf(round, tallies).answered,
        class: content.rounds.get(round.id)?.classResult ?? null,
        key: content.rounds.get(round.id)?.key ?? null,
      })),
    afterwards: content.diagnosis,
  };
}

/** Told with the score, and so not before the diagnosis. */
const teamGainIn = ({ gains }: Own, roundId: string, score: unknown): { teamGain?: TeamGain | null } =>
  gains.has(roundId) && score !== null ? { teamGain: gains.get(roundId) ?? null } : {};

/** What is one's own, as far as it is revealed; null for somebody whom the teacher removed. */
export function mineOf({ stored, content, tallies }: Scene, own: Own): CodedMine | null {
  const view = studentView(stored.room, content, own);
  if (!('stages' in view)) return null;
  return {
    number: own.number,
    seq: seqOf(stored, tallies),
    rounds: view.rounds.map(({ id, stageNo, attempt, closesAt, ownAnswer, ownScore }) => ({
      roundId: id,
      stageNo,
      attempt,
      closesAt: instantOf(closesAt),
      own: ownAnswer,
      score: ownScore,
      ...teamGainIn(own, id, ownScore),
    })),
    ...(stored.room.teams === undefined ? {} : { team: own.team }),
    prompts: view.prompts === null ? null : [...view.prompts],
  };
}
