import { Injectable } from '@nestjs/common';
import { GRADEBOOK_MAXIMUM, type Pickable, type PickableContentPayload } from '@openrounds/contracts';
import { ListAssignments } from './list-assignments';
import { type Paged } from './list-cases';
import { ListLibrary } from './list-library';
import { ListRooms } from './list-rooms';

/** More than anybody leads at once; a page is cut out of them. */
const MOST = 1_000;
const ANY_TIME = { opensAt: null, closesAt: null };

/** What a learning management system can link to, of one kind. */
@Injectable()
export class ListPickable {
  constructor(
    private readonly assignments: ListAssignments,
    private readonly rooms: ListRooms,
    private readonly library: ListLibrary,
  ) {}

  /** @throws BundleError when no knowledge is active */
  async execute(wanted: PickableContentPayload): Promise<Paged<Pickable>> {
    const { meta, by, kind, limit, from } = wanted;
    if (kind === 'case') {
      const { items, more } = await this.library.execute({ meta, by, limit, from });
      const maximum = GRADEBOOK_MAXIMUM;
      return { items: items.map(({ id, title }) => ({ id, kind, title, maximum, ...ANY_TIME })), more };
    }
    const all = kind === 'room' ? await this.roomsOf(wanted) : await this.assignmentsOf(wanted);
    return { items: all.slice(from, from + limit), more: all.length > from + limit };
  }

  private async roomsOf({ meta, by }: PickableContentPayload): Promise<Pickable[]> {
    const { items } = await this.rooms.execute({ meta, by, limit: MOST });
    return items
      .filter(({ state, rehearsal }) => state !== 'ended' && rehearsal === undefined)
      .map(({ id, title }) => ({ id, kind: 'room', title, maximum: null, ...ANY_TIME }));
  }

  private async assignmentsOf({ meta, by }: PickableContentPayload): Promise<Pickable[]> {
    const { items } = await this.assignments.execute({ meta, by, limit: MOST });
    return items
      .filter(({ state }) => state === 'planned' || state === 'open')
      .map(({ id, title, opensAt, closesAt }) => ({
        ...{ id, kind: 'assignment' as const, title, maximum: GRADEBOOK_MAXIMUM, opensAt, closesAt },
      }));
  }
}
