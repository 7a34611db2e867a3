import { type AnswerOwner, type AnswerStore, type KeptAnswer } from '../src/cache/answer-store';

/** Kept answers in memory. */
export class MemoryAnswers implements AnswerStore {
  readonly kept = new Map<string, KeptAnswer>();

  find({ tenantId }: AnswerOwner, key: string): Promise<KeptAnswer | undefined> {
    return Promise.resolve(this.kept.get(`${tenantId}/${key}`));
  }

  keep({ tenantId }: AnswerOwner, key: string, answer: KeptAnswer): Promise<void> {
    this.kept.set(`${tenantId}/${key}`, answer);
    return Promise.resolve();
  }
}
