import { type LanguageModelSettings } from '@openrounds/contracts';
import { type TenantSettings } from '../../src/ports/tenant-settings';

/** Decisions of institutions in memory. */
export class MemoryTenantSettings implements TenantSettings {
  private readonly rows = new Map<string, LanguageModelSettings>();

  languageModel(tenantId: string): Promise<LanguageModelSettings | undefined> {
    return Promise.resolve(this.rows.get(tenantId));
  }

  setLanguageModel(tenantId: string, settings: LanguageModelSettings): Promise<void> {
    this.rows.set(tenantId, settings);
    return Promise.resolve();
  }
}
