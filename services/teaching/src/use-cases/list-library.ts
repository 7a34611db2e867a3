import { Inject, Injectable } from '@nestjs/common';
import {
  type Asker,
  type Difficulty,
  type JobMeta,
  type ToldCard,
  type Versions,
} from '@openrounds/contracts';
import { fitsFilter, type CardFilter } from '../model/case-card';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore, type ListedCase } from '../ports/case-store';
import { ROOM_STORE, type RoomStore } from '../ports/room-store';
import { CasesInRooms } from './cases-in-rooms';
import { JudgeDifficulty } from './judge-difficulty';
import { type Paged } from './list-cases';
import { markOf } from './tell-case';

export interface LibraryWanted extends CardFilter {
  readonly meta: JobMeta;
  readonly by: Asker;
  readonly limit: number;
  /** Whether whoever asks has had the case in a room. */
  readonly taken?: boolean | undefined;
  /** How many cards of the list come before this page. */
  readonly from: number;
  /** By which numbers cases are hard or easy whose authors do not say it; left out, nobody says it. */
  readonly versions?: Versions | undefined;
}

/** The cases that can be taken: those that teachers have published, the newest first, then the built-in ones. */
@Injectable()
export class ListLibrary {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'listPublished'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'casesTakenBy'>,
    private readonly judgeDifficulty: JudgeDifficulty,
    private readonly casesInRooms: CasesInRooms,
  ) {}

  /** @throws BundleError when no knowledge is active */
  async execute({
    meta,
    by,
    limit,
    from,
    taken,
    versions,
    ...filter
  }: LibraryWanted): Promise<Paged<ToldCard>> {
    const { tenantId } = meta;
    const { builtIn } = await this.libraries.current();
    const published = await this.cases.listPublished(tenantId);
    const judged = await this.judged(meta, versions, published);
    const own = published.map(({ caseId: id, card, ...each }) => ({
      card: { id, ...card, mark: markOf(each, each.version), mine: each.owner === by.subject },
      ranked: judged.get(id) ?? null,
    }));
    const given = [...builtIn.values()].map(({ id, card, difficulty: ranked }) => ({
      card: { id, ...card, mark: 'built-in' as const, mine: false },
      ranked,
    }));
    // That the engine is right early on is not told while a class decides for itself.
    const withheld = await this.casesInRooms.withheldFrom(tenantId, by);
    const had = await this.rooms.casesTakenBy(tenantId, by.subject);
    const cards = [...own, ...given]
      .map(({ card, ranked }): ToldCard => {
        const difficulty = card.difficulty ?? (withheld.has(card.id) ? null : ranked);
        return { ...card, difficulty, taken: had.has(card.id) };
      })
      .filter((card) => fitsFilter(card, filter) && (taken === undefined || card.taken === taken));
    return { items: cards.slice(from, from + limit), more: cards.length > from + limit };
  }

  private async judged(
    meta: JobMeta,
    versions: Versions | undefined,
    published: readonly ListedCase[],
  ): Promise<ReadonlyMap<string, Difficulty>> {
    if (versions === undefined) return new Map();
    const unsaid = published.filter(({ card }) => card.difficulty === null);
    return this.judgeDifficulty.execute(meta, versions, unsaid);
  }
}
