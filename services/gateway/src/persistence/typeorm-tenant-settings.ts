import { Inject, Injectable } from '@nestjs/common';
import { type LanguageModelSettings } from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { type DataSource } from 'typeorm';
import { type TenantSettings } from '../ports/tenant-settings';
import { TenantSettingsEntity } from './entities/tenant-settings.entity';

@Injectable()
export class TypeOrmTenantSettings implements TenantSettings {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  /** Read for each run that a language model may read, hence in plain SQL. */
  async languageModel(tenantId: string): Promise<LanguageModelSettings | undefined> {
    const [row] = await this.dataSource.query<{ settings: LanguageModelSettings }[]>(
      'SELECT language_model AS settings FROM tenant_settings WHERE tenant_id = $1',
      [tenantId],
    );
    return row?.settings;
  }

  async setLanguageModel(
    tenantId: string,
    languageModel: LanguageModelSettings,
    changedBy: string,
    changedAt: Date,
  ): Promise<void> {
    const row = { tenantId, languageModel, changedBy, changedAt };
    await this.dataSource.manager.upsert(TenantSettingsEntity, row, ['tenantId']);
  }
}
