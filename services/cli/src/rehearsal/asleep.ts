import { setTimeout as delay } from 'node:timers/promises';
import { allOf, atMost, type Verdict } from './figures';
import { Hall, type HallPlan } from './hall';
import { type OwnProduct } from './own-product';
import { type RoomApi } from './room-api';

/** The service's clock ticks every two seconds; a busy computer is late with that. */
const OFF_S = 5;
/** Time to open the question and to look at its timer before the product falls asleep. */
const LEAD_S = 3;
const LOOK_EVERY_MS = 200;

export interface Sleep {
  readonly asleepSeconds: number;
  /** On the timer when the product falls asleep. */
  readonly leftSeconds: number;
}

/** A laptop that is closed in the middle of a question: the time asleep is given back, and answers after it count. */
export async function fallAsleep(
  api: RoomApi,
  means: { readonly teacherKey: string; readonly product: OwnProduct },
  plan: HallPlan,
  { asleepSeconds, leftSeconds }: Sleep,
): Promise<Verdict> {
  const hall = await Hall.open(api, plan, 1);
  try {
    await hall.fill(means.teacherKey);
    const round = await hall.openRound(0, leftSeconds + LEAD_S);
    const before = await closingOf(hall);
    await delay(before - Date.now() - leftSeconds * 1000);
    plan.say(`the product sleeps for ${String(asleepSeconds)} s`);
    await means.product.sleep(asleepSeconds);
    const wokenAt = Date.now();
    const closesAt = await movedFrom(before, hall);
    const left = (closesAt - wokenAt) / 1000;
    plan.say(`it woke with ${left.toFixed(1)} s left`);
    const sendings = await hall.commit(round, Math.min(plan.seconds, leftSeconds / 4));
    const { kept } = await hall.settle(round, sendings);
    return {
      row: 12,
      what: `stopped for ${String(asleepSeconds)} s with ${String(leftSeconds)} s left`,
      figures: [
        atMost('seconds left when it woke, off by', Math.abs(left - leftSeconds), OFF_S, 's'),
        allOf('answers after it, kept and in time', kept, hall.phones.length),
      ],
    };
  } finally {
    await hall.close();
  }
}

/** When the open question closes, in milliseconds: the product's clock is this computer's. */
async function closingOf({ api, room }: Hall): Promise<number> {
  const { round } = await api.state(room.code);
  return Date.parse(round?.closesAt ?? '');
}

/** A room may be looked at before its clock has ticked. */
async function movedFrom(before: number, hall: Hall): Promise<number> {
  for (;;) {
    const closesAt = await closingOf(hall);
    if (closesAt > before || Number.isNaN(closesAt)) return closesAt;
    await delay(LOOK_EVERY_MS);
  }
}
