import { Inject, Injectable } from '@nestjs/common';
import { DomainError, leadsRoom, type FoundRoom, type JobMeta, type Principal } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { SERVICES, type Services } from '../../ports/services';

/** Long enough that a hall that joins asks once, short enough that a room which ended is not found for long. */
const KNOWN_MS = 2_000;
/** So many addresses are remembered before those that are no longer good are swept out. */
const MOST_KNOWN = 1_000;

/** Of which request somebody looks for a room; nobody's tenant is known before it is found. */
export type RoomRequest = Omit<JobMeta, 'tenantId'>;

interface Known {
  readonly until: number;
  readonly found: Promise<FoundRoom>;
}

/** One of another tenant is told in the same words as one that is not there. */
const noSuchRoom = (): DomainError => new DomainError('not-found', 'There is no such room');

function asNoSuchRoom(error: unknown): never {
  throw error instanceof DomainError && error.code === 'not-found' ? noSuchRoom() : error;
}

/** @throws DomainError `not-found` for a room of another tenant */
export function requireSameTenant(principal: Principal, { tenantId }: Pick<FoundRoom, 'tenantId'>): void {
  if (principal.tenantId !== tenantId) throw noSuchRoom();
}

/** Whether a launched teacher, who is to see one course, came from another than those that a room stands in. */
const isElsewhere = ({ courseId, beyondCourse = false }: Principal, courses: readonly string[]): boolean =>
  courseId !== undefined && !beyondCourse && courses.length > 0 && !courses.includes(courseId);

/** Which room an address means: its code while it runs, or its id. Who asks at the same time is told by one answer. */
@Injectable()
export class FindRoom {
  private readonly known = new Map<string, Known>();

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` */
  at(address: string, request: RoomRequest): Promise<FoundRoom> {
    const now = this.clock.now().getTime();
    const known = this.known.get(address);
    if (known !== undefined && known.until > now) return known.found;
    if (this.known.size >= MOST_KNOWN) this.sweep(now);
    const meta = { ...request, tenantId: 'unknown' };
    const found = this.services.ask('find-room.v1', { meta, room: address }).catch(asNoSuchRoom);
    this.known.set(address, { until: now + KNOWN_MS, found });
    found.catch(() => this.known.delete(address));
    return found;
  }

  /**
   * A room that somebody leads, as teaching sees it too.
   *
   * @throws DomainError `not-found` for a room of another tenant, `forbidden` for one that others of the tenant lead
   */
  async ledBy(principal: Principal, address: string, request: RoomRequest): Promise<FoundRoom> {
    const found = await this.at(address, request);
    requireSameTenant(principal, found);
    if (!this.isLedBy(principal, found)) throw new DomainError('forbidden');
    return found;
  }

  /**
   * The same, also for the teachers of a course that the room stands in: they see what came of it.
   *
   * @throws DomainError as {@link ledBy}
   */
  async seenBy(principal: Principal, address: string, request: RoomRequest): Promise<FoundRoom> {
    const found = await this.at(address, request);
    const { courseId, tenantId } = principal;
    const isOfCourse =
      tenantId === found.tenantId && courseId !== undefined && found.courses.includes(courseId);
    return isOfCourse ? found : this.ledBy(principal, address, request);
  }

  isLedBy(principal: Principal, { tenantId, leaders, courses }: FoundRoom): boolean {
    return (
      principal.tenantId === tenantId && leadsRoom(principal, leaders) && !isElsewhere(principal, courses)
    );
  }

  private sweep(now: number): void {
    for (const [address, { until }] of this.known) if (until <= now) this.known.delete(address);
  }
}
