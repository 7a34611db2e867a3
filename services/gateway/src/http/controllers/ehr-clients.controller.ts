import { Controller, Req } from '@nestjs/common';
import { type EhrCheck, type EhrClient, type EhrClientList, type Principal } from '@openrounds/contracts';
import { ManageEhrClients } from '../../use-cases/manage-ehr-clients';
import { type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { Caller, Input, Operate, type OperationInput } from '../operate';

@Controller()
export class EhrClientsController {
  constructor(private readonly clients: ManageEhrClients) {}

  @Operate('registerEhrClient')
  register(
    @Input() { body }: OperationInput<'registerEhrClient'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<EhrClient> {
    return this.clients.register(jobMeta(request, principal), body);
  }

  @Operate('listEhrClients')
  list(
    @Input() { query: { limit, cursor } }: OperationInput<'listEhrClients'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<EhrClientList> {
    return this.clients.list(jobMeta(request, principal), limit, cursor);
  }

  @Operate('checkEhrClient')
  check(
    @Input() { params }: OperationInput<'checkEhrClient'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<EhrCheck> {
    return this.clients.check(jobMeta(request, principal), params.id);
  }

  @Operate('removeEhrClient')
  remove(
    @Input() { params }: OperationInput<'removeEhrClient'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<void> {
    return this.clients.remove(jobMeta(request, principal), params.id);
  }
}
