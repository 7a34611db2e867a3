import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Tokens of the language model that a user has used on a day (UTC). */
@Entity({ name: 'llm_usage' })
export class LlmUsageEntity {
  @PrimaryColumn('date')
  day!: string;

  @PrimaryColumn('text')
  tenantId!: string;

  /** Empty where nobody in particular asked. */
  @PrimaryColumn('text')
  userId!: string;

  @Column('bigint')
  tokens!: string;
}
