import { Gauge, type Registry } from 'prom-client';

/** Metrics of scores on their way into the gradebooks of learning platforms. */
export class GradeMetrics {
  readonly count: Gauge<'state'>;
  readonly oldestSeconds: Gauge<'state'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.count = new Gauge({
      name: 'openrounds_grades',
      help: 'Scores for gradebooks of learning platforms by where they stand',
      labelNames: ['state'],
      registers,
    });
    this.oldestSeconds = new Gauge({
      name: 'openrounds_grades_oldest_seconds',
      help: 'Age of the oldest score for a gradebook that is not settled',
      labelNames: ['state'],
      registers,
    });
  }
}
