import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MAX_OPEN_ROOMS,
  type Asker,
  type CodedRoom,
  type GivenRoom,
  type JobMeta,
  type Versions,
} from '@openrounds/contracts';
import { keyCommitment, newRoom, type Refusal } from '@openrounds/learning';
import { CLOCK, type Clock } from '@openrounds/platform';
import { newSalt } from '@openrounds/transparency-log';
import { committedKey } from '../model/case-key';
import { contentHashOf } from '../model/case-hash';
import { forecastRequests } from '../model/new-version';
import { codedRoom } from '../model/room-card';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { ROOM_STORE, type NewRoom, type Planted, type RoomStore } from '../ports/room-store';
import { foundRoom } from './find-room';
import { CourseView } from './course-view';
import { OpenClass } from './open-class';
import { publishedCase, type PublishedCase } from './published-case';

export interface RoomGiven {
  readonly meta: JobMeta;
  readonly by: Asker;
  readonly roomId: string;
  readonly versions: Versions;
  readonly given: GivenRoom;
}

/** With a million codes and few rooms at a time a second try is seldom, and ten never are. */
const TRIES = 10;

/** A refusal of the protocol as the error that is told. */
export function refused({ code, pointer }: Refusal): DomainError {
  const errors = pointer === undefined ? [] : [{ pointer, code, message: 'not possible here' }];
  return new DomainError(code, undefined, errors);
}

/** Opens a room with a published case. Asked twice for one id, it does so once. */
@Injectable()
export class CreateRoom {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'add' | 'find'>,
    @Inject(CASE_STORE) readonly cases: Pick<CaseStore, 'find' | 'readBody'>,
    @Inject(CASE_LIBRARIES) readonly libraries: CaseLibraries,
    private readonly openClass: OpenClass,
    private readonly courseView: CourseView,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `case-erased`, `case-not-published`, `invalid-request`; of the class `not-found`,
   *   `forbidden`, `class-archived`
   * @throws BundleError when the knowledge version is not there
   */
  async execute(wanted: RoomGiven): Promise<CodedRoom> {
    const { meta, roomId } = wanted;
    const ref = { tenantId: meta.tenantId, roomId };
    await this.requireStaff(wanted);
    const taken = await publishedCase(this, {
      tenantId: meta.tenantId,
      ...wanted.given,
      versions: wanted.versions,
    });
    for (let tried = 0; tried < TRIES; tried += 1) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const outcome = await this.rooms.add(await this.plan(wanted, taken, code), MAX_OPEN_ROOMS);
      if (outcome === 'too-many')
        throw new DomainError('invalid-request', `${String(MAX_OPEN_ROOMS)} rooms are open: end one`);
      if (outcome === 'stored') {
        await this.courseView.madeBy(wanted.by, meta.tenantId, roomId);
        return codedRoom({ ...foundRoom(await this.rooms.find(ref)), title: taken.body.title });
      }
    }
    throw new DomainError('overloaded', 'No code was free', [], 1);
  }

  /** A room of a class is opened by those who teach or assist it, while it is there. */
  private async requireStaff({ meta: { tenantId }, by, given: { classId } }: RoomGiven): Promise<void> {
    if (classId === undefined) return;
    const { stored } = await this.openClass.forStaff(tenantId, classId, by);
    if (stored.archivedAt !== null) throw new DomainError('class-archived');
  }

  private async plan(
    { meta, by, roomId, versions, given }: RoomGiven,
    { version, body }: PublishedCase,
    code: string,
  ): Promise<NewRoom> {
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    const createdAt = this.clock.now();
    const { teamSize, teamsBy = 'number', ...settings } = given.settings;
    const teams = teamSize === undefined ? {} : { teams: { size: teamSize, by: teamsBy } };
    const rehearsal = given.rehearsal === undefined ? {} : { rehearsal: given.rehearsal };
    const asked = { stages: body.stages.length, rounds: given.rounds };
    const plan = { code, ...settings, ...teams, ...rehearsal, ...asked };
    const outcome = newRoom(plan, createdAt.getTime());
    if (!outcome.ok) throw refused(outcome);
    const planted = plantedOf(given.rounds);
    const keySalt = newSalt();
    const contentHash = contentHashOf(body);
    return {
      tenantId: meta.tenantId,
      roomId,
      owner: by.subject,
      caseId: given.caseId,
      caseVersion: version,
      classId: given.classId ?? null,
      contentHash,
      versions,
      room: outcome.room,
      planted,
      words: {},
      keyHash: keyCommitment(committedKey(body, planted), keySalt),
      keySalt,
      createdAt,
      released: false,
      body,
      forecasts: forecastRequests({ meta, body, contentHash, versions }, vocabulary),
    };
  }
}

const plantedOf = (rounds: GivenRoom['rounds']): Record<string, Planted> =>
  Object.fromEntries(rounds.flatMap(({ id, planted }) => (planted === undefined ? [] : [[id, planted]])));
