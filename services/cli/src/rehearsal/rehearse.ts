import { allOf, atMost, type Figure, p99Seconds, type Verdict } from './figures';
import { type Frames, mostInASecond } from './frames';
import { Hall, type Asked, type HallPlan } from './hall';
import { type OwnProduct, type Struck } from './own-product';
import { type RoomApi } from './room-api';
import { eachOnce } from './table';

/** Limits of the promises to a hall, for 1,000 students on 4 cores. */
const JOIN_P99_S = 1;
const COMMIT_P99_S = 1.5;
const TALLY_S = 1;
const PROJECTOR_FRAMES = 4;
const PHONE_FRAMES = 1;
const FRAME_BYTES = 8_192;
const BACK_S = 15;
const GROWTH_MB = 128;
const LATE_GROWTH_MB = 16;

const STRUCK: readonly Struck[] = ['gateway', 'teaching'];

export interface Rehearsal extends HallPlan {
  /** Questions asked one after the other. */
  readonly rounds: number;
}

/** What is played with, besides the room. */
export interface Means {
  readonly teacherKey: string;
  /** Where one may strike and look inside. */
  readonly product?: OwnProduct;
}

/** Plays questions with phones in a room of its own, which is ended afterwards, and says how it went. */
export async function rehearse(api: RoomApi, means: Means, plan: Rehearsal): Promise<Verdict[]> {
  const memory = new Memory(means.product);
  const hall = await Hall.open(api, plan, plan.rounds);
  try {
    const joined = await hall.fill(means.teacherKey);
    const revived: number[] = [];
    const asked: Asked[] = [];
    for (let place = 0; place < plan.rounds; place += 1) {
      asked.push(await hall.ask(place, strikeOf(plan, means.product, revived)));
      memory.look();
    }
    const table = eachOnce(await api.table(hall.room.id), plan.students, plan.rounds);
    await hall.close();
    const figures = keptFigures(hall, asked, table);
    return [
      joinVerdict(hall, joined),
      ...(revived.length > 0
        ? [struckVerdict(plan, asked, revived, figures)]
        : [...commitVerdicts(plan, asked, figures), framesVerdict(hall)]),
      ...(plan.rounds > 1 && means.product !== undefined ? [memory.verdict()] : []),
    ];
  } finally {
    await hall.close();
  }
}

/** What strikes in the middle of the answers. @param revived filled with the times at which what was struck was back */
function strikeOf(
  { faults, say, now }: Rehearsal,
  product: OwnProduct | undefined,
  revived: number[],
): (() => Promise<void>) | undefined {
  const struck = STRUCK.filter((service) => faults.has(`kill-${service}`));
  if (struck.length === 0 || product === undefined) return undefined;
  return async () => {
    for (const service of struck) {
      await product.kill(service);
      say(`${service} was killed`);
      await product.revive(service);
      say(`${service} is back`);
    }
    revived.push(now());
  };
}

const joinVerdict = ({ phones }: Hall, joined: readonly number[]): Verdict => ({
  row: 1,
  what: 'all join, each request sent twice',
  figures: [
    allOf(
      'numbers, one for each phone',
      new Set(phones.flatMap(({ numbers }) => [...numbers])).size,
      phones.length,
    ),
    atMost('joined, p99', p99Seconds(joined), JOIN_P99_S, 's'),
  ],
});

const keptFigures = ({ phones }: Hall, asked: readonly Asked[], table: Figure): Figure[] => [
  allOf(
    'answers kept as they were sent',
    asked.reduce((sum, { kept }) => sum + kept, 0),
    asked.length * phones.length,
  ),
  table,
];

function commitVerdicts({ faults }: Rehearsal, asked: readonly Asked[], kept: readonly Figure[]): Verdict[] {
  const times = asked.flatMap(({ sendings }) => sendings.map(({ from, to }) => to - from));
  const inTime = [
    atMost('answered, p99', p99Seconds(times), COMMIT_P99_S, 's'),
    atMost('all in the tally after the last', slowestTally(asked), TALLY_S, 's'),
  ];
  if (faults.has('repeats') && faults.has('disorder'))
    return [{ row: 3, what: 'each answer three times, a fifth with the second first', figures: kept }];
  return [{ row: 2, what: 'all commit', figures: [...kept, ...inTime] }];
}

const slowestTally = (asked: readonly Asked[]): number | null =>
  asked.reduce<number | null>(
    (most, { tallied }) => (most === null || tallied === null ? null : Math.max(most, tallied)),
    0,
  );

function framesVerdict({ projectors, streams }: Hall): Verdict {
  const ofPhones = streams.flatMap(({ read }) => read);
  const fullest = (frames: readonly Frames[]): number =>
    Math.max(0, ...frames.map(({ at }) => mostInASecond(at)));
  return {
    row: 4,
    what: 'messages meanwhile',
    figures: [
      atMost(
        'frames in a second, projector',
        fullest(projectors.flatMap(({ read }) => read)),
        PROJECTOR_FRAMES,
        'frames',
      ),
      atMost('frames in a second, a phone', fullest(ofPhones), PHONE_FRAMES, 'frames'),
      atMost('longest frame', Math.max(0, ...ofPhones.map(({ longest }) => longest)), FRAME_BYTES, 'bytes'),
    ],
  };
}

/** @param revived when what was struck was back, one for each question */
function struckVerdict(
  { faults }: Rehearsal,
  asked: readonly Asked[],
  revived: readonly number[],
  kept: readonly Figure[],
): Verdict {
  const waits = asked.map(
    ({ sendings }, at) => Math.max(...sendings.map(({ to }) => to)) - (revived[at] ?? Infinity),
  );
  const killed = STRUCK.filter((service) => faults.has(`kill-${service}`));
  return {
    row: faults.has('kill-gateway') ? 6 : 7,
    what: `${killed.join(' and ')} killed in the middle of the answers`,
    figures: [
      ...kept,
      atMost('the last answered after it was back', Math.max(0, ...waits) / 1000, BACK_S, 's'),
      allOf(
        'questions counted in full',
        asked.filter(({ tallied }) => tallied !== null).length,
        asked.length,
      ),
    ],
  };
}

/** Resident memory of what a class puts a load on, looked at after each question. */
class Memory {
  private readonly looks: (number | null)[][] = [];

  constructor(private readonly product: OwnProduct | undefined) {
    this.look();
  }

  look(): void {
    const { product } = this;
    if (product !== undefined) this.looks.push(STRUCK.map((service) => product.memoryMb(service)));
  }

  verdict(): Verdict {
    return {
      row: 5,
      what: `memory over ${String(this.looks.length - 1)} questions`,
      figures: STRUCK.flatMap((service, place) => this.figuresOf(service, place)),
    };
  }

  private figuresOf(service: Struck, place: number): Figure[] {
    const all = this.looks.map((look) => look[place] ?? null);
    const course = all.map((mb) => mb?.toFixed(0) ?? '–').join(' ');
    const grown = (from: number): number | null => {
      const [first = null, last = null] = [all[from], all.at(-1)];
      return first === null || last === null ? null : last - first;
    };
    return [
      atMost(`${service} (${course} MB), from the start to the last`, grown(0), GROWTH_MB, 'MB'),
      atMost(`${service}, from the second question to the last`, grown(2), LATE_GROWTH_MB, 'MB'),
    ];
  }
}
