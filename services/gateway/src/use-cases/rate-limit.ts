import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '@openrounds/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Seat } from '../model/seat';
import { EMBEDDED, RATE_LIMITS, type RateLimits } from '../settings';

const MINUTE_SECONDS = 60;
/** Requests a minute of somebody who sits in a room. */
const SEAT_REQUESTS = 60;
/** Codes of rooms a minute that an address may try in vain: a code has six digits. */
const MISSES = 30;
/** Requests a minute by which an address may launch: a class comes from one address, with three for each. */
const LAUNCHES = 1_200;
/** Comments a minute of somebody who sits in a room. */
const COMMENTS = 5;
/** Joins a second of one room. */
const JOINS = 500;

const perMinute = (points: number): RateLimiterMemory =>
  new RateLimiterMemory({ points, duration: MINUTE_SECONDS });

/** Who sends a body: a principal, somebody who sits in a room, or whoever else is at an address. */
export type Sender =
  | { readonly principal: Principal; readonly direct: boolean }
  | { readonly seat: Pick<Seat, 'participantId'> }
  | { readonly address: string };

/**
 * What may be asked in a minute, counted in this process: of each principal requests, of whoever is not known requests from
 * each address; and of both the bytes of what they send, since a long text costs more than a short one.
 */
@Injectable()
export class RateLimit {
  private readonly requests: RateLimiterMemory;
  private readonly bytes: RateLimiterMemory;
  private readonly unknown: RateLimiterMemory;
  private readonly seats = perMinute(SEAT_REQUESTS);
  private readonly misses = perMinute(MISSES);
  private readonly launches = perMinute(LAUNCHES);
  private readonly comments = perMinute(COMMENTS);
  private readonly joins = new RateLimiterMemory({ points: JOINS, duration: 1 });

  constructor(
    @Inject(RATE_LIMITS) limits: RateLimits,
    @Inject(EMBEDDED) private readonly embedded: boolean,
  ) {
    this.requests = perMinute(limits.requests);
    this.bytes = perMinute(limits.bytes);
    this.unknown = perMinute(limits.unknownRequests);
  }

  /**
   * Counts a request of somebody who is known; none of the local user of the embedded default on this machine.
   *
   * @throws DomainError `rate-limited` with the time to wait
   */
  async take(principal: Principal, direct: boolean): Promise<void> {
    if (this.isFree(principal, direct)) return;
    await consume(this.requests, nameOf(principal), 1);
  }

  /** Counts the bytes of a body. @throws DomainError as {@link take} */
  async weigh(sender: Sender, bytes: number): Promise<void> {
    if (bytes === 0 || ('principal' in sender && this.isFree(sender.principal, sender.direct))) return;
    await consume(this.bytes, senderName(sender), bytes);
  }

  /**
   * Counts a request of somebody who is not known. Whoever is known is never held up by a neighbour at the same address.
   *
   * @throws DomainError `rate-limited` with the time to wait
   */
  takeUnknown(address: string): Promise<void> {
    return consume(this.unknown, address, 1);
  }

  /** Counts a request by which somebody launches or a platform asks. @throws DomainError as {@link takeUnknown} */
  takeLaunch(address: string): Promise<void> {
    return consume(this.launches, address, 1);
  }

  /** Counts a request of a participant. @throws DomainError as {@link take} */
  takeSeat({ participantId }: Pick<Seat, 'participantId'>): Promise<void> {
    return consume(this.seats, participantId, 1);
  }

  /** Counts a comment of a participant. @throws DomainError as {@link take} */
  takeComment({ participantId }: Pick<Seat, 'participantId'>): Promise<void> {
    return consume(this.comments, participantId, 1);
  }

  /** Counts somebody who wants to join a room. @throws DomainError as {@link take} */
  takeJoin(roomId: string): Promise<void> {
    return consume(this.joins, roomId, 1);
  }

  /**
   * Looks for a room, or for somebody in it. Only what is not found counts: a hall full of phones shares one address.
   *
   * @throws DomainError `rate-limited` before anything is looked for, after too many misses; else as `look` does
   */
  async seek<T>(address: string, look: () => Promise<T>): Promise<T> {
    const missed = await this.misses.get(address);
    if (missed !== null && missed.consumedPoints >= MISSES) throw limited(missed);
    try {
      return await look();
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not-found') await this.misses.penalty(address);
      throw error;
    }
  }

  private isFree({ tenantId }: Principal, direct: boolean): boolean {
    return this.embedded && direct && tenantId === 'local';
  }
}

const nameOf = ({ tenantId, subject }: Principal): string => JSON.stringify([tenantId, subject]);

function senderName(sender: Sender): string {
  if ('principal' in sender) return `principal ${nameOf(sender.principal)}`;
  if ('seat' in sender) return `seat ${sender.seat.participantId}`;
  return `address ${sender.address}`;
}

async function consume(limiter: RateLimiterMemory, who: string, points: number): Promise<void> {
  try {
    await limiter.consume(who, points);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw limited(error);
  }
}

const limited = ({ msBeforeNext }: RateLimiterRes): DomainError =>
  new DomainError('rate-limited', undefined, [], Math.max(1, Math.ceil(msBeforeNext / 1000)));
