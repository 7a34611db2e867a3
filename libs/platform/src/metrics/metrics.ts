import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { GradeMetrics } from './grade-metrics';
import { RoomMetrics } from './room-metrics';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Milliseconds between two looks at how late the event loop is. Every 10, as by default, wakes an idle process all the time. */
const LAG_LOOK_MS = 100;

/** The metrics of one process, in Prometheus' form. Labels are names of operations, queues, jobs and tables only. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'openrounds_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['operation', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly jobs = new Histogram({
    name: 'openrounds_job_seconds',
    help: 'Time to handle a job',
    labelNames: ['queue', 'job', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly messagesRefused = new Counter({
    name: 'openrounds_queue_messages_refused_total',
    help: 'Messages in the queues that were not handled because their signature is missing or wrong',
    labelNames: ['queue', 'reason'],
    registers: [this.registry],
  });
  readonly sealsBroken = new Counter({
    name: 'openrounds_seals_broken_total',
    help: 'Sealed values that could not be opened when they were needed',
    labelNames: ['what'],
    registers: [this.registry],
  });
  readonly runs = new Counter({
    name: 'openrounds_runs_total',
    help: 'Runs by how they ended',
    labelNames: ['status'],
    registers: [this.registry],
  });
  readonly readingsBlocked = new Counter({
    name: 'openrounds_llm_readings_blocked_total',
    help: 'Texts that were not given to the language model: somebody named in them, or too long',
    labelNames: ['reason'],
    registers: [this.registry],
  });
  readonly outboxAge = new Gauge({
    name: 'openrounds_outbox_oldest_seconds',
    help: 'Age of the oldest message that the relay has not moved yet',
    registers: [this.registry],
  });
  readonly queuedRuns = new Gauge({
    name: 'openrounds_runs_waiting',
    help: 'Runs accepted and not yet ended',
    registers: [this.registry],
  });

  readonly erasureAge = new Gauge({
    name: 'openrounds_erasure_oldest_seconds',
    help: 'Age of the oldest erasure that not every service has acknowledged',
    registers: [this.registry],
  });

  readonly purgedRows = new Counter({
    name: 'openrounds_purged_rows_total',
    help: 'Rows deleted because they were kept long enough',
    labelNames: ['table'],
    registers: [this.registry],
  });

  readonly llmDropped = new Counter({
    name: 'openrounds_llm_dropped_total',
    help: 'Parts of answers of the language model that were left out because they are more than words',
    labelNames: ['role', 'kind'],
    registers: [this.registry],
  });

  readonly grades = new GradeMetrics(this.registry);
  readonly rooms = new RoomMetrics(this.registry);

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: LAG_LOOK_MS });
  }
}
