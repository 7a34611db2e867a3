import { type Random } from '@openrounds/evaluation';
import { type Calendar } from './calendar';
import { type ByProcess, type Costs, heldOf, type ServiceName } from './costs';
import { allOf, begin, type Course, type Wait } from './course';
import { normalDeviate } from './deviates';
import { Places, Servers } from './places';
import { Processor } from './processor';

export const SERVICES: readonly ServiceName[] = [
  'gateway',
  'case-intake',
  'ddx-ranking',
  'guideline-retrieval',
  'explanation-log',
  'teaching',
  'integration',
];

/** What stands where. */
export interface Deployment {
  readonly processes: Readonly<Record<ServiceName, number>>;
  /** Jobs of a queue that a process takes at once (`CONCURRENCY`), and its connections to Postgres (`DATABASE_POOL_SIZE`). */
  readonly concurrency: number;
  readonly pool: number;
  /** Of the one machine on which everything runs, the clients too; `null`: a core for each process, and Postgres elsewhere. */
  readonly cores: number | null;
  /** Of Postgres where it is elsewhere. */
  readonly databaseCores: number;
  /** Logs that have a head each, and Redis servers that share the queues; 0: the queues are in Postgres. */
  readonly logs: number;
  readonly redis: number;
}

/** Parts of a run that write to Postgres: acceptance, five jobs of services, and the end; taken to be alike. */
const DATABASE_PARTS = 7;
/** Acceptance, the report of the ranking, and the end. */
const GATEWAY_PARTS = 3;
const BATCH_MS = 50;
const TICK_MS = 250;

/** The processes of one service: each one thread, so many jobs at once, and a pool of connections. */
interface Service {
  readonly name: ServiceName;
  readonly threads: readonly Servers[];
  readonly pools: readonly Servers[];
  /** Places for jobs, by process. */
  readonly jobs: Places<number>;
  next: number;
}

/** The services of a deployment, and how a run, an answer of a phone and a call of an EHR go through them. */
export class House {
  private readonly host: Processor;
  private readonly database: Processor;
  private readonly heads: readonly Servers[];
  private readonly redis: readonly Servers[];
  private readonly services: ReadonlyMap<ServiceName, Service>;
  private readonly headSpread: number;

  constructor(
    private readonly calendar: Calendar,
    private readonly deployment: Deployment,
    private readonly costs: Costs,
    private readonly random: Random,
  ) {
    const { cores, processes, databaseCores, logs, redis } = deployment;
    const all = Object.values(processes).reduce((sum, count) => sum + count, 0);
    this.host = new Processor(calendar, cores ?? all);
    this.database = cores === null ? new Processor(calendar, databaseCores) : this.host;
    this.heads = Array.from({ length: logs }, () => new Servers(calendar, 1));
    this.redis = Array.from({ length: redis }, () => new Servers(calendar, 1));
    this.services = new Map(SERVICES.map((name) => [name, this.serviceOf(name)]));
    this.headSpread = heldOf(costs).spread;
    for (const service of this.services.values()) this.idle(service);
    this.every(TICK_MS, () => begin(one(this.database.use((costs.idle.postgres * TICK_MS) / 1000))));
  }

  /** A run, from request to answer. */
  *run(): Course {
    const { run, client } = this.costs;
    const database = run.postgres / DATABASE_PARTS;
    const gateway = run.gateway / GATEWAY_PARTS;
    if (this.deployment.cores !== null) yield this.host.use(client);
    yield* this.request('gateway', gateway, database);
    yield* this.job('case-intake', run['case-intake'], database);
    yield* this.job('ddx-ranking', run['ddx-ranking'], database);
    yield allOf([this.job('gateway', gateway, database), this.passagesAndEntry(database)]);
    yield* this.job('gateway', gateway, database);
  }

  /** An answer of a phone, until it is kept: the gateway collects those of a room for a moment. */
  *answer(): Course {
    const { answer } = this.costs;
    yield* this.request('gateway', answer.gateway, 0);
    yield this.pause(this.random() * BATCH_MS);
    yield* this.request('teaching', answer.teaching, answer.postgres);
  }

  /** A call of a training EHR, until its cards are there. */
  *call(): Course {
    const { call } = this.costs;
    yield* this.request('gateway', call.gateway, call.postgres / 2);
    yield* this.request('integration', call.integration, call.postgres / 2);
    yield* this.request('case-intake', call['case-intake'], 0);
    yield* this.request('ddx-ranking', call['ddx-ranking'], 0);
  }

  /** How busy everything is, from 0 to 1. */
  utilisation(): Record<string, number> {
    const mean = (all: readonly { readonly utilisation: number }[]): number =>
      all.reduce((sum, { utilisation }) => sum + utilisation, 0) / all.length;
    return {
      ...Object.fromEntries([...this.services].map(([name, { threads }]) => [name, mean(threads)])),
      ...(this.deployment.cores === null ? {} : { 'the machine': this.host.utilisation }),
      ...(this.deployment.cores === null ? { postgres: this.database.utilisation } : {}),
      'head of the log': mean(this.heads),
      ...(this.redis.length === 0 ? {} : { redis: mean(this.redis) }),
    };
  }

  private *passagesAndEntry(database: number): Course {
    const { run } = this.costs;
    yield* this.job('guideline-retrieval', run['guideline-retrieval'], database);
    yield* this.job('explanation-log', run['explanation-log'], database, this.anyOf(this.heads));
  }

  /** A job, until it has handed on. @param head what is held while it writes */
  private *job(name: ServiceName, processor: number, database: number, head?: Servers): Course {
    const service = this.service(name);
    const { after } = this.costs;
    yield* this.message();
    let process = 0;
    yield (resume) =>
      service.jobs.take((place) => {
        process = place;
        resume();
      });
    yield this.queries(service, process, (database * (1 - after)) / 2, 0);
    yield this.compute(service, process, processor * (1 - after));
    const write = this.queries(service, process, (database * (1 - after)) / 2, this.costs.commit);
    yield head === undefined ? write : head.hold(this.beside(write));
    begin(this.tidy(service, process, processor * after, database * after));
  }

  private *tidy(service: Service, process: number, processor: number, database: number): Course {
    yield this.compute(service, process, processor);
    yield this.queries(service, process, database, 0);
    service.jobs.release(process);
  }

  /** Something that a process is asked at once: it takes no place of a job. */
  private *request(name: ServiceName, processor: number, database: number): Course {
    const service = this.service(name);
    const process = service.next++ % service.threads.length;
    yield this.compute(service, process, processor);
    if (database > 0) yield this.queries(service, process, database, this.costs.commit);
  }

  /** On its way through Redis; in Postgres it is among the statements. */
  private *message(): Course {
    const jobs = DATABASE_PARTS - 1;
    if (this.redis.length > 0) yield this.anyOf(this.redis).serve(this.costs.run.redis / jobs);
  }

  private compute({ threads }: Service, process: number, ms: number): Wait {
    const thread = threads[process];
    if (thread === undefined) throw new Error('no such process');
    return thread.hold(this.host.use(this.about(ms)));
  }

  private queries({ pools }: Service, process: number, ms: number, disk: number): Wait {
    const pool = pools[process];
    if (pool === undefined) throw new Error('no such process');
    const work = this.database.use(this.about(ms));
    return pool.hold((resume) => work(disk === 0 ? resume : () => this.calendar.after(disk, resume)));
  }

  /** What is written while the head is remembered on the disk: both are waited for. */
  private beside(write: Wait): Wait {
    const { median } = this.costs.head;
    const remembered = this.pause(median * Math.exp(this.headSpread * normalDeviate(this.random)));
    return allOf([one(write), one(remembered)]);
  }

  private pause(ms: number): Wait {
    return (resume) => this.calendar.after(ms, resume);
  }

  /** Around a mean, log-normally. */
  private about(ms: number): number {
    const { spread } = this.costs;
    return ms * Math.exp(spread * normalDeviate(this.random) - spread ** 2 / 2);
  }

  private anyOf(shards: readonly Servers[]): Servers {
    const shard = shards[Math.floor(this.random() * shards.length)];
    if (shard === undefined) throw new Error('there is none');
    return shard;
  }

  private service(name: ServiceName): Service {
    const service = this.services.get(name);
    if (service === undefined) throw new Error(`there is no ${name}`);
    return service;
  }

  private serviceOf(name: ServiceName): Service {
    const { processes, concurrency, pool } = this.deployment;
    const count = processes[name];
    const places = Array.from({ length: count * concurrency }, (_, place) => place % count);
    return {
      name,
      threads: Array.from({ length: count }, () => new Servers(this.calendar, 1)),
      pools: Array.from({ length: count }, () => new Servers(this.calendar, pool)),
      jobs: new Places(this.calendar, places),
      next: 0,
    };
  }

  private idle(service: Service): void {
    const ms = (this.costs.idle[service.name] * TICK_MS) / 1000;
    if (ms === 0) return;
    service.threads.forEach((_, process) =>
      this.every(TICK_MS, () => begin(one(this.compute(service, process, ms)))),
    );
  }

  private every(ms: number, act: () => void): void {
    this.calendar.after(ms, () => {
      act();
      this.every(ms, act);
    });
  }
}

function* one(wait: Wait): Course {
  yield wait;
}

/** The processor time of everything that is done, summed. */
export const sumOf = (times: ByProcess): number => Object.values(times).reduce((sum, ms) => sum + ms, 0);
