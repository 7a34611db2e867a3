import { Inject, Injectable } from '@nestjs/common';
import {
  SEAL_PLACES,
  ToldRoomAnswers,
  type RoomParticipant,
  type RoomParticipantList,
  type RoomResultRow,
  type TeacherRoomState,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import {
  namesOf,
  resultLines,
  resultsHead,
  rightCount,
  rightLines,
  type Names,
  type OptionText,
  type RightCount,
} from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { SERVICES, type Services } from '../../ports/services';
import { decodePosition, encodeCursor } from '../paging';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { type RoomFrame } from './room-frame';
import { ReadRoom } from './read-room';

type Page = { readonly rows: readonly RoomResultRow[]; readonly more: boolean };

/** Every answer of a room as a table, page by page: a full hall's is larger than a message may be. */
@Injectable()
export class ResultsTable {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'bundleFor'>,
    private readonly rooms: ReadRoom,
    private readonly sealer: Sealer,
  ) {}

  /** The first page is read before anything is told, so that a refusal is one. @throws DomainError `not-found`, `forbidden` */
  async lines(request: TeachingRequest, address: string): Promise<AsyncIterable<string>> {
    const { room, frame } = await this.rooms.look(request, address);
    const names = namesOf(this.knowledge.bundleFor(room), request.language);
    const first = await this.page(request, room.roomId, 0);
    return this.table(
      first,
      (after) => this.page(request, room.roomId, after),
      names,
      optionsOf(frame, request),
    );
  }

  private async *table(
    first: Page,
    next: (after: number) => Promise<Page>,
    names: Names,
    optionText: OptionText,
  ): AsyncGenerator<string> {
    const counts: RightCount[] = [];
    yield resultsHead();
    for (let page = first; ;) {
      for (const row of page.rows) {
        counts.push(rightCount(row));
        yield resultLines(row, names, optionText);
      }
      const last = page.rows.at(-1);
      if (!page.more || last === undefined) break;
      page = await next(last.number);
    }
    yield rightLines(counts);
  }

  /** Who sits in the room, by number. @throws DomainError `not-found`, `forbidden` */
  async participants(
    request: TeachingRequest,
    address: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<RoomParticipantList> {
    const { room } = await this.rooms.look(request, address);
    const { rows, more } = await this.page(request, room.roomId, decodePosition(cursor));
    const items = rows.slice(0, limit).map(participantOf);
    const last = items.at(-1);
    const isLast = last === undefined || (!more && items.length === rows.length);
    return { items, nextCursor: isLast ? null : encodeCursor(String(last.number)) };
  }

  private async page({ principal, meta }: TeachingRequest, roomId: string, after: number): Promise<Page> {
    const payload = { meta, by: askerOf(principal), roomId, after };
    const { sealed, more } = await this.services.ask('list-room-answers.v1', payload);
    const place = SEAL_PLACES.shownRoom(principal.tenantId, meta.requestId);
    return { rows: this.sealer.open(sealed, place, ToldRoomAnswers), more };
  }
}

const participantOf = ({ answers, ...seated }: RoomResultRow): RoomParticipant => ({
  ...seated,
  rounds: answers.map(({ roundId, late, right, logScore, brier }) => ({
    roundId,
    late,
    right: right ?? null,
    logScore: logScore ?? null,
    brier: brier ?? null,
  })),
});

/** Options and lines of questions in words, by round and id. */
function optionsOf(frame: RoomFrame, { language }: TeachingRequest): OptionText {
  const { rounds } = frame.state('teacher', language).control;
  const texts = new Map(
    rounds.flatMap(({ id: roundId, task }) =>
      linesOf(task).map(({ id, text }) => [`${roundId} ${id}`, text.text] as const),
    ),
  );
  return (roundId, optionId) => texts.get(`${roundId} ${optionId}`) ?? optionId;
}

type Task = TeacherRoomState['control']['rounds'][number]['task'];

function linesOf(task: Task) {
  if (!('spec' in task)) return [];
  return 'options' in task.spec ? task.spec.options : task.spec.lines;
}
