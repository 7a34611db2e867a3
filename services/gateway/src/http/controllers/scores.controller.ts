import { Controller, Inject } from '@nestjs/common';
import { type Language, type ScoreResult, type ScoreSummary } from '@openrounds/contracts';
import { notice, presentScore, presentScoreSummary } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { computeScore } from '../../use-cases/compute-score';
import { pageOfAll, type Page } from '../../use-cases/paging';
import { holding } from '../holding';
import { Input, Lang, Operate, type OperationInput } from '../operate';

/** Clinical scores of the active knowledge version; the gateway computes them itself. */
@Controller()
export class ScoresController {
  constructor(@Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary) {}

  @Operate('listScores')
  list(
    @Input() { query: { q, disease, ...page } }: OperationInput<'listScores'>,
    @Lang() language: Language,
  ): Page<ScoreSummary> & { notice: string } {
    const { bundle } = this.knowledge.current();
    const found = holding(bundle.scores, q).filter(
      ({ forDiseases }) => disease === undefined || forDiseases.includes(disease),
    );
    return {
      ...pageOfAll(found, page, (score) => presentScoreSummary(score, bundle, language)),
      notice: notice(language),
    };
  }

  @Operate('computeScore')
  compute(
    @Input() { params, body }: OperationInput<'computeScore'>,
    @Lang() language: Language,
  ): ScoreResult {
    const { bundle } = this.knowledge.current();
    const computed = computeScore(bundle, params.id, body);
    return { ...presentScore(computed, bundle, language), notice: notice(language) };
  }
}
