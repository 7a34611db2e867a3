import { Inject, Injectable } from '@nestjs/common';
import { type LanguageModelSettings, type Principal } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { TENANT_SETTINGS, type TenantSettings } from '../ports/tenant-settings';

/** Where a language model is configured, it proposes; a person decides of each proposal. */
const UNDECIDED: LanguageModelSettings = { reading: 'propose' };

/** What an institution lets the language model have. */
@Injectable()
export class ManageLanguageModel {
  constructor(
    @Inject(TENANT_SETTINGS) private readonly settings: TenantSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(tenantId: string): Promise<LanguageModelSettings> {
    return (await this.settings.languageModel(tenantId)) ?? UNDECIDED;
  }

  async change(
    { tenantId, subject }: Principal,
    change: LanguageModelSettings,
  ): Promise<LanguageModelSettings> {
    await this.settings.setLanguageModel(tenantId, change, subject, this.clock.now());
    return this.read(tenantId);
  }
}
