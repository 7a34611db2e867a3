import { quantile, type Random, seededRandom } from '@openrounds/evaluation';
import { Calendar } from './calendar';
import { type Costs } from './costs';
import { begin, type Course, type Wait } from './course';
import { type Deployment, House } from './house';
import { type School } from './school';

/** How long something took, from its request to its answer, in milliseconds. */
export interface Times {
  readonly count: number;
  readonly p50: number | null;
  readonly p99: number | null;
}

/** What came of a simulated time. */
export interface Played {
  readonly seconds: number;
  readonly runs: Times;
  readonly answers: Times;
  readonly calls: Times;
  /** Begun and not ended when the time was over. */
  readonly underWay: number;
  /** From 0 to 1, by what is used. */
  readonly utilisation: Readonly<Record<string, number>>;
}

/** What somebody does again and again, and when they did it. */
class Actors {
  readonly times = { run: [] as number[], answer: [] as number[], call: [] as number[] };
  private readonly begun = new Set<{ readonly what: keyof Actors['times']; readonly from: number }>();

  constructor(
    private readonly calendar: Calendar,
    private readonly house: House,
    private readonly random: Random,
  ) {}

  get underWay(): number {
    return this.begun.size;
  }

  /** What took how long. Whoever still waits counts with the time until now: what never ends would else be nowhere. */
  timesOf(what: keyof Actors['times']): Times {
    const ended = this.times[what];
    const p50 = quantile(ended, 0.5);
    const waiting = [...this.begun]
      .filter((one) => one.what === what)
      .map(({ from }) => this.calendar.now - from)
      .filter((ms) => ms > (p50 ?? 0));
    return { count: ended.length, p50, p99: quantile([...ended, ...waiting], 0.99) };
  }

  /** Begins with something a while from now. */
  later(ms: number, course: Course): void {
    this.calendar.after(ms, () => begin(course));
  }

  /** One run after the other; between two of them so long on average, give or take a half. */
  *runs(pauseMs: number): Course {
    for (;;) {
      yield* this.timed('run', this.house.run());
      if (pauseMs > 0) yield this.pause(pauseMs * (0.5 + this.random()));
    }
  }

  *calls(pauseMs: number): Course {
    for (;;) {
      yield* this.timed('call', this.house.call());
      yield this.pause(pauseMs * (0.5 + this.random()));
    }
  }

  /** A phone of a lecture, which joins and then answers each question some time after it was opened. */
  *phone({ joinSeconds, answerSeconds, talkSeconds }: School): Course {
    const began = this.calendar.now;
    const until = (ms: number): Wait => this.pause(Math.max(0, began + ms - this.calendar.now));
    yield until(joinSeconds * 1000 * this.random());
    yield* this.timed('answer', this.house.answer());
    for (let opened = joinSeconds * 1000; ; opened += (answerSeconds + talkSeconds) * 1000) {
      yield until(opened + answerSeconds * 1000 * this.random());
      yield* this.timed('answer', this.house.answer());
    }
  }

  private *timed(what: keyof Actors['times'], course: Course): Course {
    const one = { what, from: this.calendar.now };
    this.begun.add(one);
    yield* course;
    this.begun.delete(one);
    this.times[what].push(this.calendar.now - one.from);
  }

  private pause(ms: number): Wait {
    return (resume) => this.calendar.after(ms, resume);
  }
}

export interface Setting {
  readonly deployment: Deployment;
  readonly costs: Costs;
  readonly seconds: number;
  readonly seed: number;
}

function play(setting: Setting, populate: (actors: Actors, random: Random) => void): Played {
  const { deployment, costs, seconds, seed } = setting;
  const calendar = new Calendar();
  const random = seededRandom(seed);
  const house = new House(calendar, deployment, costs, random);
  const actors = new Actors(calendar, house, random);
  populate(actors, random);
  calendar.runUntil(seconds * 1000);
  return {
    seconds,
    runs: actors.timesOf('run'),
    answers: actors.timesOf('answer'),
    calls: actors.timesOf('call'),
    underWay: actors.underWay,
    utilisation: house.utilisation(),
  };
}

/** So many clients of the bench, each asking for its next run when its last is done. */
export const playClients = (clients: number, setting: Setting): Played =>
  play(setting, (actors) => {
    for (let client = 0; client < clients; client += 1) actors.later(0, actors.runs(0));
  });

/** So many schools that all begin at the hour, give or take a minute. */
export const playSchools = (schools: number, school: School, setting: Setting): Played =>
  play(setting, (actors, random) => {
    const pause = school.readSeconds * 1000;
    for (let count = 0; count < schools; count += 1) {
      const late = random() * school.lateSeconds * 1000;
      for (let student = 0; student < school.students; student += 1)
        actors.later(late + random() * pause, actors.runs(pause));
      for (let phone = 0; phone < school.phones; phone += 1) actors.later(late, actors.phone(school));
      actors.later(late, actors.calls(school.callSeconds * 1000));
    }
  });
