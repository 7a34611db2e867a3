import { allOf, atMost, type Verdict } from './figures';
import { secondsApart } from './frames';
import { Hall, type HallPlan } from './hall';
import { type OwnProduct } from './own-product';
import { type RoomApi } from './room-api';

const APART_S = 1;
const MOVED_S = 15;

/** Two gateways share a room: both show the same, and when one is killed its phones go on at the other. */
export async function playTwoGateways(
  apiOf: (servers: readonly string[]) => RoomApi,
  means: { readonly teacherKey: string; readonly product: OwnProduct },
  plan: HallPlan,
): Promise<Verdict> {
  const { product, teacherKey } = means;
  const second = await product.secondGateway();
  plan.say(`a second gateway at ${second.server}`);
  const hall = await Hall.open(apiOf([product.server, second.server]), plan, 2);
  try {
    await hall.fill(teacherKey);
    const first = await hall.ask(0);
    const [here, there] = hall.projectors.map(({ seen }) => [...seen]);
    const apart = secondsApart(here ?? [], there ?? []);
    let killedAt = Infinity;
    const next = await hall.ask(1, async () => {
      killedAt = plan.now();
      await second.kill();
      plan.say('the second gateway was killed');
    });
    // Phones come in turn to the one and to the other.
    const moved = hall.streams.filter((_, place) => place % 2 === 1);
    const patience = AbortSignal.timeout(plan.tallyPatienceMs);
    const back = await Promise.all(moved.map((stream) => stream.first(({ at }) => at > killedAt, patience)));
    const arrived = back.flatMap((frame) => (frame === null ? [] : [frame.at]));
    return {
      row: 16,
      what: 'two gateways, one of them killed',
      figures: [
        atMost('their frames apart', apart, APART_S, 's'),
        allOf('answers kept as they were sent', first.kept + next.kept, 2 * hall.phones.length),
        allOf('its phones at the other', arrived.length, moved.length),
        atMost(
          'the last of them after',
          Math.max(0, ...arrived.map((at) => at - killedAt)) / 1000,
          MOVED_S,
          's',
        ),
      ],
    };
  } finally {
    await hall.close();
    await second.kill();
  }
}
