import { type LrsCheck } from '@openrounds/contracts';
import { type RecordPlace, type Statement } from '@openrounds/learning-records';
import { type SendOutcome } from '../model/statement-delivery';

/** The other side of a cmi5 launch: the learning management system and its record store. */
export interface RecordStore {
  /**
   * The token of a session, which is given once.
   *
   * @throws Cmi5Refused `cmi5-used`, `cmi5-unreachable`, `cmi5-not-understood`
   */
  token(fetchUrl: string): Promise<string>;
  /** @throws Cmi5Refused `cmi5-unreachable` */
  launchData(place: RecordPlace, token: string): Promise<unknown>;
  /** Undefined where there are none. @throws Cmi5Refused `cmi5-unreachable` */
  preferences(place: RecordPlace, token: string): Promise<unknown>;
  /** Puts a statement; where the store has one under its id, whether it is the same. */
  send(endpoint: string, statement: Statement, token: string): Promise<SendOutcome>;
  about(endpoint: string): Promise<LrsCheck>;
}
export const RECORD_STORE = Symbol('RecordStore');
