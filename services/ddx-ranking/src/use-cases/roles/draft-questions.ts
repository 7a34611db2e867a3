import { Injectable } from '@nestjs/common';
import { type DraftedQuestions, type QuestionsAsked } from '@openrounds/contracts';
import { caseForLlm, QUESTION_DRAFTER } from '@openrounds/llm';
import { namesOf } from '@openrounds/presentation';
import { type RoleAsked, type RolePlayed } from './role-asked';

/** Has questions drafted of a teacher's case. */
@Injectable()
export class DraftQuestions {
  /** @throws LlmFault where there is no answer to read */
  async execute(asked: QuestionsAsked, given: RoleAsked): Promise<RolePlayed<DraftedQuestions>> {
    const { language, facts, key, evidence, count } = asked;
    const { llm, bundle, call } = given;
    const names = namesOf(bundle, language);
    const request = { ...caseForLlm(facts, language, names), key: names.disease(key), evidence, count };
    const { value, model, promptVersion } = await llm.ask(QUESTION_DRAFTER, request, call);
    const byId = new Map(evidence.map((each) => [each.id, each]));
    const questions = value.drafts.map(({ stem, options, explanation }) => ({
      stem,
      options: options.map((each) => ({ ...each })),
      explanation: explanation.map(({ text, evidenceIds }) => ({
        text,
        evidence: evidenceIds.flatMap((id) => byId.get(id) ?? []),
      })),
    }));
    const said = { questions, dropped: { ...value.dropped }, generatedBy: { model, promptVersion } };
    return { said, fault: questions.length === 0 ? 'nothing-kept' : null };
  }
}
