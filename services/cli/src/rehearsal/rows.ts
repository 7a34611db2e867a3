import { type Verdict } from './figures';
import { fallAsleep, type Sleep } from './asleep';
import { type OwnProduct } from './own-product';
import { rehearse, type Rehearsal } from './rehearse';
import { type RoomApi } from './room-api';
import { playTwoGateways } from './two-gateways';

/** What can go wrong on purpose: the first two by phones, the others in a product of one's own. */
export const FAULTS = [
  'repeats',
  'disorder',
  'kill-gateway',
  'kill-teaching',
  'sleep',
  'second-gateway',
] as const;
export type Fault = (typeof FAULTS)[number];
/** Those for which the product must be one's own. */
export const OWN_FAULTS: readonly Fault[] = ['kill-gateway', 'kill-teaching', 'sleep', 'second-gateway'];

interface Row {
  readonly faults: readonly Fault[];
  readonly rounds: number;
}

/** How each promise to a hall is tried; their numbers are those of docs/life-of-a-round.md. */
export const ROWS: Readonly<Record<string, Row>> = {
  '2': { faults: [], rounds: 1 },
  '3': { faults: ['repeats', 'disorder'], rounds: 1 },
  '5': { faults: [], rounds: 5 },
  '6': { faults: ['kill-gateway'], rounds: 1 },
  '7': { faults: ['kill-teaching'], rounds: 1 },
  '12': { faults: ['sleep'], rounds: 1 },
  '16': { faults: ['second-gateway'], rounds: 2 },
};

export interface Stage {
  readonly teacherKey: string;
  /** The product at so many addresses. */
  readonly apiOf: (servers: readonly string[]) => RoomApi;
  readonly server: string;
  readonly product?: OwnProduct;
  readonly sleep: Sleep;
}

/** Plays what the faults of the plan ask for. */
export async function play(stage: Stage, plan: Rehearsal): Promise<Verdict[]> {
  const { apiOf, teacherKey, product } = stage;
  const api = apiOf([stage.server]);
  if (product !== undefined && plan.faults.has('sleep'))
    return [await fallAsleep(api, { teacherKey, product }, plan, stage.sleep)];
  if (product !== undefined && plan.faults.has('second-gateway'))
    return [await playTwoGateways(apiOf, { teacherKey, product }, plan)];
  return rehearse(api, { teacherKey, ...(product && { product }) }, plan);
}

/** Plays one promise and gives the verdict on it alone. */
export async function playRow(stage: Stage, row: string, plan: Rehearsal): Promise<Verdict[]> {
  const how = ROWS[row];
  if (how === undefined) throw new Error(`there is no way to try row ${row}`);
  const verdicts = await play(stage, { ...plan, rounds: how.rounds, faults: new Set(how.faults) });
  return verdicts.filter((verdict) => String(verdict.row) === row);
}
