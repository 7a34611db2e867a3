import { type RankCodedPayload, type RankedCoded } from '@openrounds/contracts';
import { answerWithKnowledge, Handles, packAnswer } from '@openrounds/run-flow';
import { RankFacts } from '../use-cases/rank-facts';

/** Ranks coded facts for somebody who waits: without intervals, which take most of the time and change no probability. */
@Handles('ddx-ranking-interactive', 'rank-coded.v1')
export class RankCodedResponder {
  constructor(private readonly rank: RankFacts) {}

  answer({ testIds, ...asked }: RankCodedPayload): Promise<RankedCoded> {
    return answerWithKnowledge(async () => {
      const options = { ...asked.options, includeIntervals: false };
      const ranked = await this.rank.execute({ ...asked, options });
      if (ranked.kind === 'rejected') return { rejected: ranked.code };
      const tests = await this.rank.testsOf(asked, testIds);
      return { packed: packAnswer(ranked.answer).toString('base64'), tests: [...tests] };
    });
  }
}
