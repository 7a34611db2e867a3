import { type LanguageModelSettings } from '@openrounds/contracts';

/** What institutions have decided for themselves. */
export interface TenantSettings {
  /** Undefined where nothing was decided. */
  languageModel(tenantId: string): Promise<LanguageModelSettings | undefined>;
  setLanguageModel(tenantId: string, settings: LanguageModelSettings, by: string, at: Date): Promise<void>;
}
export const TENANT_SETTINGS = Symbol('TenantSettings');
