import { Controller } from '@nestjs/common';
import { type LanguageModelSettings, type Principal } from '@openrounds/contracts';
import { ManageLanguageModel } from '../../use-cases/manage-language-model';
import { Caller, Input, Operate, type OperationInput } from '../operate';

@Controller()
export class SettingsController {
  constructor(private readonly languageModel: ManageLanguageModel) {}

  @Operate('getLanguageModelSettings')
  read(@Caller() { tenantId }: Principal): Promise<LanguageModelSettings> {
    return this.languageModel.read(tenantId);
  }

  @Operate('changeLanguageModelSettings')
  change(
    @Input() { body }: OperationInput<'changeLanguageModelSettings'>,
    @Caller() principal: Principal,
  ): Promise<LanguageModelSettings> {
    return this.languageModel.change(principal, body);
  }
}
