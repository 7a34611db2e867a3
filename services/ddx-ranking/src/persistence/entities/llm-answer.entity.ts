import { type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An answer of the language model, kept for the next who asks the same. */
@Entity({ name: 'llm_answers' })
export class LlmAnswerEntity {
  @PrimaryColumn('text')
  tenantId!: string;

  /** SHA-256 of the question, hexadecimal. */
  @PrimaryColumn('text')
  key!: string;

  @Index()
  @Column('timestamptz')
  keptAt!: Date;

  @Column('jsonb')
  answer!: Sealed;
}
