import { SEAL_PLACES } from '@openrounds/contracts';
import { type AttemptStep } from '@openrounds/learning';
import { type Sealer } from '@openrounds/platform';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { grouped } from '../model/grouped';
import { type StoredAttempt, type StoredStep } from '../ports/stored-attempt';
import { AttemptStepEntity } from './entities/attempt-step.entity';
import { type AttemptEntity } from './entities/attempt.entity';

const Texts = z.array(z.string());
type StepKey = Pick<AttemptStepEntity, 'tenantId' | 'attemptId' | 'position'>;

/** Between rows, in which words are sealed, and attempts as use-cases know them. */
export class AttemptRows {
  constructor(private readonly sealer: Sealer) {}

  /** Attempts with their steps, in the order of the rows. */
  async attemptsOf(manager: EntityManager, rows: readonly AttemptEntity[]): Promise<StoredAttempt[]> {
    if (rows.length === 0) return [];
    const steps = await manager.find(AttemptStepEntity, {
      where: { attemptId: In(rows.map(({ attemptId }) => attemptId)) },
      order: { position: 'ASC' },
    });
    const byAttempt = grouped(steps, ({ attemptId }) => attemptId);
    return rows.map(({ contextId, ...row }) => ({
      ...row,
      linkId: contextId === row.assignmentId ? null : contextId,
      steps: (byAttempt.get(row.attemptId) ?? []).map((each) => this.stepOf(each)),
    }));
  }

  rowOf(key: StepKey, { step, at }: StoredStep): AttemptStepEntity {
    const texts = step.kind === 'next' ? [] : step.entries.flatMap(({ text }) => text ?? []);
    const text = texts.length === 0 ? null : this.sealer.seal(texts, this.place(key));
    return { ...key, body: withTexts(step, () => ''), text, at };
  }

  private stepOf({ body, text, at, ...key }: AttemptStepEntity): StoredStep {
    const texts = text === null ? [] : [...this.sealer.open(text, this.place(key), Texts)];
    return { step: withTexts(body, () => texts.shift() ?? null), at };
  }

  private place({ tenantId, attemptId, position }: StepKey) {
    return SEAL_PLACES.stepText(tenantId, attemptId, position);
  }
}

/** A step with other words in the place of those that its author wrote. */
const withTexts = (step: AttemptStep, change: () => string | null): AttemptStep =>
  step.kind === 'next'
    ? step
    : {
        ...step,
        entries: step.entries.map((entry) => (entry.text === null ? entry : { ...entry, text: change() })),
      };
