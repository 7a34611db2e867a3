import { Injectable, Inject } from '@nestjs/common';
import {
  DomainError,
  type Asker,
  type CodedMine,
  type CodedRoomResults,
  type CodedRoomStage,
  type JobMeta,
  type RoomProgress,
  type RoomResultRow,
  type ToldRoomFrame,
} from '@openrounds/contracts';
import { isSimulated, livingTeams, teamOf } from '@openrounds/learning';
import { evidenceOf, ownAnswerOf, ownOf, type PromptBasis, type TeamPart } from '../model/own';
import {
  mineOf,
  participantStage,
  participantState,
  seqOf,
  teacherStage,
  teacherState,
} from '../model/room-frame';
import { readingOf } from '../model/room-reading';
import { teamIdOf, teamScores, toldTeam } from '../model/team';
import { resultsOf } from '../model/room-results';
import { scoresByKey } from '../model/class-result';
import {
  ANSWER_STORE,
  keyOf,
  type AnswerKey,
  type AnswerStore,
  type Part,
  type Person,
} from '../ports/answer-store';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { type StoredRoom } from '../ports/room-store';
import { FindChances } from './find-chances';
import { FindRoom } from './find-room';
import { ShowRoom, type WholeScene } from './show-room';
import { type Paged } from './list-cases';

/** A frame with what is told beside it. */
export interface Frame {
  readonly roomId: string;
  readonly seq: number;
  readonly state: RoomProgress;
  readonly removed: number[];
  readonly told: ToldRoomFrame;
}

/** As many rows of the table as surely fit into one payload: 40 answers of 2 KB each, sealed. */
const ROW_BYTES = 150 * 1024;
const MOST_ROWS = 100;
/** All of a room. */
const EVERYBODY = 2_000;

/** Tells a room: to all who look at it, to one of them, or to its teacher. */
@Injectable()
export class ReadRoom {
  constructor(
    private readonly showRoom: ShowRoom,
    private readonly findRoom: FindRoom,
    @Inject(ANSWER_STORE)
    private readonly answers: Pick<AnswerStore, 'partsOf' | 'people' | 'peopleAfter' | 'peopleOf'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    private readonly findChances: FindChances,
  ) {}

  /** @throws DomainError `not-found` */
  async frame(meta: JobMeta, roomId: string): Promise<Frame> {
    const scene = await this.showRoom.execute(meta, roomId);
    const { room } = scene.stored;
    return {
      roomId,
      seq: seqOf(scene.stored, scene.tallies),
      state: room.state,
      removed: [...room.removed],
      told: { participant: participantState(scene), teacher: teacherState(scene) },
    };
  }

  /**
   * @param by null for participants, who are given what is revealed
   * @throws DomainError `not-found`, for a stage that is not reached too; `forbidden`
   */
  async stage(meta: JobMeta, roomId: string, by: Asker | null, no: number): Promise<CodedRoomStage> {
    const scene = await this.showRoom.execute(meta, roomId);
    if (by !== null) await this.findRoom.requireLeader(scene.stored, by);
    const stage = by === null ? participantStage(scene, no) : teacherStage(scene, no);
    if (stage === undefined) throw new DomainError('not-found', 'The room has not reached this stage');
    return stage;
  }

  /** @throws DomainError `not-found` */
  async mine(
    meta: JobMeta,
    roomId: string,
    participantIds: readonly string[],
  ): Promise<(CodedMine | null)[]> {
    const scene = await this.showRoom.execute(meta, roomId);
    const people = await this.answers.people(scene.stored, participantIds);
    const basis = scene.stored.room.diagnosisShown ? await this.basisOf(meta, scene, people) : null;
    const parts = await this.teamParts(scene.stored, people);
    return participantIds.map((id) => {
      const person = people.find(({ participantId }) => participantId === id);
      if (person === undefined) return null;
      const part = parts.find(({ team }) => team.members.includes(person.number)) ?? null;
      return mineOf(scene, ownOf(scene.stored.room, person, basis, part));
    });
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async results(meta: JobMeta, roomId: string, by: Asker): Promise<CodedRoomResults> {
    const scene = await this.showRoom.execute(meta, roomId);
    const { stored, tallies, body, engine } = scene;
    await this.findRoom.requireTeacher(stored, by);
    const { removed } = stored.room;
    const everybody = await this.answers.peopleAfter(stored, 0, EVERYBODY);
    const people = everybody.filter(({ number }) => !removed.includes(number));
    const reading = await this.readingOf(stored);
    const isTold = stored.room.diagnosisRevealedAt !== null;
    const chances = isTold ? await this.findChances.execute(meta, scene, people) : new Map();
    const teamIds = livingTeams(stored.room).map((team) => teamIdOf(stored, team));
    const parts = await this.answers.partsOf(stored, teamIds);
    return resultsOf({
      stored,
      tallies,
      teams: [...parts.values()],
      people,
      reading,
      basis: body === undefined ? null : { key: body.key, reading, chances },
      evidence: body === undefined ? null : evidenceOf(body, engine),
    });
  }

  /**
   * Rows of the table by number, as many as fit.
   *
   * @throws DomainError `not-found`, `forbidden`
   */
  async rows(meta: JobMeta, roomId: string, by: Asker, after: number): Promise<Paged<RoomResultRow>> {
    const stored = await this.findRoom.byId({ tenantId: meta.tenantId, roomId });
    await this.findRoom.requireTeacher(stored, by);
    const people = await this.answers.peopleAfter(stored, after, MOST_ROWS + 1);
    const parts = await this.answers.partsOf(stored, penTeamIds(stored, people));
    const items: RoomResultRow[] = [];
    let bytes = 0;
    for (const person of people.slice(0, MOST_ROWS)) {
      const row = rowOf(stored, person, parts);
      bytes += Buffer.byteLength(JSON.stringify(row));
      if (items.length > 0 && bytes > ROW_BYTES) break;
      items.push(row);
    }
    return { items, more: items.length < people.length };
  }

  /** What the teams of those people have answered and gained. */
  private async teamParts(stored: StoredRoom, people: readonly Person[]): Promise<TeamPart[]> {
    const { room } = stored;
    const teams = livingTeams(room).filter(({ members }) =>
      people.some(({ number }) => members.includes(number)),
    );
    if (teams.length === 0) return [];
    const parts = await this.answers.partsOf(
      stored,
      teams.map((team) => teamIdOf(stored, team)),
    );
    const mates = await this.answers.peopleOf(
      stored,
      teams.flatMap(({ members }) => [...members]),
    );
    const ids = new Map(mates.map(({ number, participantId }) => [number, participantId]));
    const scores = [...mates, ...parts.values()].flatMap((each) => each.scores);
    const asked = room.rounds.filter(({ answerBy }) => answerBy === 'team');
    const gains = asked.map((round) => [round.id, teamScores(stored, round, scores, ids)] as const);
    return teams.map((team) => ({
      ...(parts.get(teamIdOf(stored, team)) ?? { answers: [], scores: [] }),
      team: toldTeam(room, team),
      gains: new Map(
        gains.map(([id, all]) => [id, all.find((each) => each.team === team)?.gain ?? null] as const),
      ),
    }));
  }

  private async basisOf(
    meta: JobMeta,
    { stored, body, engine }: WholeScene,
    people: readonly Person[],
  ): Promise<PromptBasis | null> {
    const evidence = body === undefined ? null : evidenceOf(body, engine);
    if (body === undefined || evidence === null) return null;
    const chances = await this.findChances.execute(meta, { stored, body }, people);
    return { evidence, chances, key: body.key, reading: await this.readingOf(stored) };
  }

  private async readingOf(stored: StoredRoom) {
    const { vocabulary } = await this.libraries.of(stored.versions.knowledge);
    return readingOf(vocabulary, stored);
  }
}

/** Of an open round only whether it is answered: the teacher's own screen may be seen by the class. */
function rowOf(
  stored: StoredRoom,
  { number, name, answers: own, scores }: Person,
  parts: ReadonlyMap<string, Part>,
): RoomResultRow {
  const { room } = stored;
  const team = teamOf(room, number);
  const part = team?.pen === number ? parts.get(teamIdOf(stored, team)) : undefined;
  const answers = [...own, ...(part?.answers ?? [])];
  const scored = scoresByKey([...scores, ...(part?.scores ?? [])]);
  const open = room.rounds.find(({ state }) => state === 'open');
  const isOfOpen = ({ roundId, attempt }: AnswerKey) => roundId === open?.id && attempt === open.attempt;
  return {
    number,
    name,
    team: team?.no ?? null,
    removed: room.removed.includes(number),
    ...(isSimulated(room, number) ? { simulated: true } : {}),
    answeredOpen: open === undefined ? null : answers.some(isOfOpen),
    answers: room.rounds
      .filter(({ state }) => state === 'closed' || state === 'revealed')
      .flatMap(({ id, attempt, stageNo, task, answerBy }) =>
        answers
          .filter((answer) => answer.roundId === id && answer.attempt === attempt)
          .map((answer) => {
            const { scoreVersion, logScore, brier, right, keyPoints } = scored.get(keyOf(answer)) ?? {};
            const score = { scoreVersion, logScore, brier, right, keyPoints };
            const ofTeam = answerBy === 'team' ? { ofTeam: true } : {};
            return { ...ownAnswerOf(answer), roundId: id, stageNo, task: task.task, ...score, ...ofTeam };
          }),
      ),
  };
}

/** What a team wrote stands in the row of whoever holds its pen. */
const penTeamIds = (stored: StoredRoom, people: readonly Person[]): string[] =>
  people.flatMap(({ number }) => {
    const team = teamOf(stored.room, number);
    return team?.pen === number ? [teamIdOf(stored, team)] : [];
  });
