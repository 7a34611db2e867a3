import { Controller, Req, Res } from '@nestjs/common';
import { type Principal, type QuestionLosses } from '@openrounds/contracts';
import { ExportQuestions } from '../../use-cases/export-questions';
import { type ApiReply, type ApiRequest } from '../api-request';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** Questions made of cases, on their way into a learning management system. */
@Controller()
export class QuestionsController {
  constructor(private readonly questions: ExportQuestions) {}

  @Operate('exportQuestions')
  async export(
    @Input() { query }: OperationInput<'exportQuestions'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<QuestionLosses | Buffer> {
    const asked = teachingRequest(request, principal);
    if (query.dryRun) return this.questions.losses(asked, query);
    const zip = await this.questions.zip(asked, query);
    void reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="openrounds-questions-${query.format}.zip"`);
    return Buffer.from(zip);
  }
}
