import { Entity, Index, PrimaryColumn } from 'typeorm';

/** That a case was given a kept answer: the answer goes when the case does. */
@Entity({ name: 'llm_answer_cases' })
@Index(['tenantId', 'key'])
export class LlmAnswerCaseEntity {
  @PrimaryColumn('text')
  tenantId!: string;

  @PrimaryColumn('uuid')
  caseId!: string;

  @PrimaryColumn('text')
  key!: string;
}
