import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type ToldCard } from '@openrounds/contracts';
import { fitsFilter, type CardFilter } from '../model/case-card';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';
import { type Paged } from './list-cases';
import { markOf } from './tell-case';

export interface LibraryWanted extends CardFilter {
  readonly tenantId: string;
  readonly by: Asker;
  readonly limit: number;
  /** Whether whoever asks has had the case in a room. */
  readonly taken?: boolean | undefined;
  /** How many cards of the list come before this page. */
  readonly from: number;
}

/** The cases that can be taken: those that teachers have published, the newest first, then the built-in ones. */
@Injectable()
export class ListLibrary {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'listPublished'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'casesTakenBy'>,
  ) {}

  /** @throws BundleError when no knowledge is active */
  async execute({ tenantId, by, limit, from, taken, ...filter }: LibraryWanted): Promise<Paged<ToldCard>> {
    const { builtIn } = await this.libraries.current();
    const own = (await this.cases.listPublished(tenantId)).map((each): ToldCard => ({
      id: each.caseId,
      ...each.card,
      mark: markOf(each, each.version),
      mine: each.owner === by.subject,
    }));
    const given = [...builtIn.values()].map(({ id, card }): ToldCard => ({
      id,
      ...card,
      mark: 'built-in',
      mine: false,
    }));
    const had = taken === undefined ? null : await this.rooms.casesTakenBy(tenantId, by.subject);
    const cards = [...own, ...given].filter(
      (card) => fitsFilter(card, filter) && (had === null || had.has(card.id) === taken),
    );
    return { items: cards.slice(from, from + limit), more: cards.length > from + limit };
  }
}
