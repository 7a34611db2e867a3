import { Controller, Req, Res, UseFilters } from '@nestjs/common';
import { Given, LaunchSecret, type SmartFault } from '@openrounds/contracts';
import { readFields } from '@openrounds/lti';
import { EhrImports } from '../../use-cases/launches/ehr-imports';
import { type ApiReply, type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { clearImportCookie, importCookieOf } from '../launch-pages/import-cookie';
import { LaunchPageFilter, sendPage } from '../launch-pages/launch-page.filter';
import { smartRefusalPage } from '../launch-pages/smart-page';
import { NOBODY } from '../nobody';
import { Operate } from '../operate';

const queryOf = ({ url }: ApiRequest): string => url.split('?')[1] ?? '';

/** Pages by which browsers come from training EHRs. */
@Controller()
@UseFilters(LaunchPageFilter)
export class SmartController {
  constructor(private readonly imports: EhrImports) {}

  /**
   * The cookie of a session is not sent where another site leads here: the console, which has it, goes on. What the EHR gave stands
   * behind the `#`, so that no log has it.
   */
  @Operate('launchFromEhr')
  async launch(@Req() request: ApiRequest, @Res() reply: ApiReply): Promise<void> {
    this.imports.requireAddress();
    const { iss, launch } = readFields(queryOf(request));
    const given = Given.safeParse(iss);
    if (!given.success || !Given.safeParse(launch).success) {
      refuse('smart-incomplete', request, reply);
      return;
    }
    if (!(await this.imports.knows(jobMeta(request, NOBODY), given.data))) {
      refuse('smart-not-registered', request, reply);
      return;
    }
    const fields = new URLSearchParams({ iss: given.data, launch: launch ?? '' });
    goTo(`/ehr-imports#${fields.toString()}`, reply);
  }

  @Operate('returnFromEhr')
  async takeBack(@Req() request: ApiRequest, @Res() reply: ApiReply): Promise<void> {
    const { state = '', code = null, error = null } = readFields(queryOf(request));
    const [importId = ''] = state.split('.');
    const secret = LaunchSecret.safeParse(importCookieOf(request, importId)).data ?? null;
    const told = await this.imports.takeBack(jobMeta(request, NOBODY), { state, code, error, secret });
    clearImportCookie(reply, importId);
    if (told.outcome === 'refused') refuse(told.code, request, reply);
    else if (told.outcome === 'run') goTo(`/?run=${told.runId}`, reply);
    else goTo(`/ehr-imports/${told.importId}`, reply);
  }
}

const refuse = (code: SmartFault, request: ApiRequest, reply: ApiReply): void => {
  sendPage(reply, 400, smartRefusalPage(code, request.id, request.language));
};

const goTo = (place: string, reply: ApiReply): void => {
  void reply.header('cache-control', 'no-store').redirect(place, 303);
};
