import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ExportLine, type TutorThreadRecord } from '@openrounds/contracts';
import { presentTutorQuestion } from '@openrounds/presentation';
import { TUTOR_STORE, type TutorStore } from '../../ports/tutor-store';
import { type TeachingRequest } from '../teaching-cases';
import { TutorGrounds } from '../tutor-grounds';

const THREADS_AT_ONCE = 20;
/** In the place of what a learner wrote, for anybody else. */
const WITHHELD = '[withheld]';

/**
 * What a learner asked the tutor about attempts, for the export of all that is held of them. An answer comes only where it may
 * be read at this moment: it tells of the engine's list, which comes to nobody before their own.
 */
@Injectable()
export class OwnTutorThreads {
  constructor(
    @Inject(TUTOR_STORE) private readonly tutor: Pick<TutorStore, 'ofLearner' | 'questions'>,
    @Inject(TutorGrounds) private readonly grounds: Pick<TutorGrounds, 'of'>,
  ) {}

  /** @param isOwn whether the learner asks; an administrator reads neither what they wrote nor what they were answered */
  async *lines(request: TeachingRequest, learner: string, isOwn: boolean): AsyncGenerator<ExportLine> {
    const { tenantId } = request.principal;
    for (let after: string | null = null; ;) {
      const page = await this.tutor.ofLearner(tenantId, learner, { limit: THREADS_AT_ONCE, after });
      for (const thread of page) yield* await this.linesOf(request, thread, isOwn);
      after = page.at(-1)?.id ?? null;
      if (page.length < THREADS_AT_ONCE) return;
    }
  }

  private async linesOf(
    request: TeachingRequest,
    thread: TutorThreadRecord,
    isOwn: boolean,
  ): Promise<ExportLine[]> {
    const { id, about } = thread;
    const questions = await this.tutor.questions(request.principal.tenantId, id);
    const withheld = questions.length > 0 && !(isOwn && (await this.isReadable(request, thread)));
    return questions.map((each) => {
      const told = presentTutorQuestion(each, request.language);
      const { threadId, status, question, createdAt, sentences, asksBack, label } = told;
      return {
        kind: 'tutor-question',
        attemptId: about.id,
        ...{ threadId, status, createdAt, label, withheld },
        question: isOwn ? question : WITHHELD,
        sentences: withheld ? [] : sentences,
        asksBack: withheld ? null : asksBack,
      };
    });
  }

  private async isReadable(request: TeachingRequest, { about }: TutorThreadRecord): Promise<boolean> {
    try {
      await this.grounds.of(request, about);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'dependency-unavailable') return false;
      throw error;
    }
  }
}
