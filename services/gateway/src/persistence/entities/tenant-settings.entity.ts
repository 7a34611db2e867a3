import { type LanguageModelSettings } from '@openrounds/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an institution has decided, and who did so last. */
@Entity({ name: 'tenant_settings' })
export class TenantSettingsEntity {
  @PrimaryColumn('text')
  tenantId!: string;

  @Column('jsonb')
  languageModel!: LanguageModelSettings;

  @Column('text')
  changedBy!: string;

  @Column('timestamptz')
  changedAt!: Date;
}
