import {
  type CarriedAnswer,
  type CodedAnswer,
  type RankingPart,
  type ReadRankingPayload,
  type RunMeta,
} from '@openrounds/contracts';
import { sha256, unpackAnswer } from './packed-answer';

/** Asks ddx-ranking for a part of a ranking. */
export type AskForPart = (payload: ReadRankingPayload) => Promise<RankingPart>;

/** Reads the answer that a job carries, or only names. */
export class AnswerReader {
  constructor(private readonly ask: AskForPart) {}

  /**
   * @throws DomainError `case-erased` when the case was erased meanwhile
   * @throws Error when what came is not what was named
   */
  async read(meta: RunMeta, carried: CarriedAnswer): Promise<CodedAnswer> {
    return unpackAnswer(
      'packed' in carried ? Buffer.from(carried.packed, 'base64') : await this.fetch(meta, carried),
    );
  }

  private async fetch(
    meta: RunMeta,
    { sha256: named, parts }: Extract<CarriedAnswer, { parts: number }>,
  ): Promise<Buffer> {
    const fetched: Buffer[] = [];
    for (let part = 0; part < parts; part += 1) {
      const { data } = await this.ask({ meta, runId: meta.runId, sha256: named, part });
      fetched.push(Buffer.from(data, 'base64'));
    }
    const packed = Buffer.concat(fetched);
    if (sha256(packed) !== named) throw new Error('the ranking is not the one that was named');
    return packed;
  }
}
