import { Controller, Req, Res, UseFilters } from '@nestjs/common';
import { GivenProof, LaunchSecret, type GivenLogin, type ToldLaunch } from '@openrounds/contracts';
import { LaunchRefused, readFields, readLogin } from '@openrounds/lti';
import { Launches } from '../../use-cases/launches/launches';
import { languageOf } from '../../use-cases/launches/open-launch-session';
import { type ApiReply, type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { allowFrames } from '../launch-pages/framed';
import { LaunchPageFilter, sendPage } from '../launch-pages/launch-page.filter';
import { clearLaunchCookie, launchCookieOf, setLaunchCookie } from '../launch-pages/launch-cookie';
import {
  keepPage,
  linkPage,
  provePage,
  refusalPage,
  registrationPage,
  ticketOf,
  windowPage,
} from '../launch-pages/pages';
import { NOBODY } from '../nobody';
import { Input, Operate } from '../operate';

const queryOf = ({ url }: ApiRequest): string => url.split('?')[1] ?? '';

/** Pages by which people come in from learning platforms. */
@Controller()
@UseFilters(LaunchPageFilter)
export class LaunchController {
  constructor(private readonly launches: Launches) {}

  @Operate('beginLaunch')
  begin(@Req() request: ApiRequest, @Res() reply: ApiReply): Promise<void> {
    return this.login(readLogin(readFields(queryOf(request))), request, reply);
  }

  @Operate('beginLaunchByForm')
  beginByForm(@Input() _checked: unknown, @Req() request: ApiRequest, @Res() reply: ApiReply): Promise<void> {
    return this.login(readLogin(fieldsOf(request)), request, reply);
  }

  @Operate('takeLaunch')
  async take(@Input() _checked: unknown, @Req() request: ApiRequest, @Res() reply: ApiReply): Promise<void> {
    const { state = '', id_token: token = null } = fieldsOf(request);
    const [launchId = ''] = state.split('.');
    const secret = LaunchSecret.safeParse(launchCookieOf(request, launchId)).data ?? null;
    clearLaunchCookie(reply, launchId);
    this.tell(await this.launches.verify(jobMeta(request, NOBODY), { state, token, secret }), request, reply);
  }

  @Operate('proveBrowser')
  async prove(@Input() _checked: unknown, @Req() request: ApiRequest, @Res() reply: ApiReply): Promise<void> {
    const { launch: launchId, secret } = fieldsOf(request);
    const given = GivenProof.safeParse({ launchId, secret: secret === '' ? null : secret });
    if (!given.success) throw new LaunchRefused('lti-other-browser', 'browser');
    this.tell(await this.launches.prove(jobMeta(request, NOBODY), given.data), request, reply);
  }

  @Operate('showRegistration')
  showRegistration(@Req() request: ApiRequest, @Res() reply: ApiReply): Promise<void> {
    return this.register(readFields(queryOf(request)), false, request, reply);
  }

  @Operate('confirmRegistration')
  confirmRegistration(
    @Input() _checked: unknown,
    @Req() request: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    return this.register(fieldsOf(request), true, request, reply);
  }

  @Operate('explainLtiLink')
  explain(@Input() _checked: unknown, @Req() request: ApiRequest, @Res() reply: ApiReply): void {
    this.launches.requireAddress();
    sendPage(reply, 200, linkPage(request.language));
  }

  private async login(login: GivenLogin, request: ApiRequest, reply: ApiReply): Promise<void> {
    const told = await this.launches.begin(jobMeta(request, NOBODY), login);
    allowFrames(reply, told.frameOrigins);
    if (told.outcome === 'refused') {
      sendPage(reply, 400, refusalPage(told, request.id, request.language));
      return;
    }
    setLaunchCookie(reply, told.launchId, told.secret);
    if (told.storage === null) void reply.header('cache-control', 'no-store').redirect(told.url, 302);
    else sendPage(reply, 200, keepPage(told, request.language));
  }

  private tell(told: ToldLaunch, request: ApiRequest, reply: ApiReply): void {
    if (told.outcome === 'ticket') {
      const path = told.page === 'room' ? '/launch/room' : '/launch';
      void reply.header('cache-control', 'no-store').redirect(path + ticketOf(told), 303);
      return;
    }
    const language = languageOf(told.locale) ?? request.language;
    allowFrames(reply, told.frameOrigins);
    if (told.outcome === 'prove') sendPage(reply, 200, provePage(told, language));
    else if (told.outcome === 'window') sendPage(reply, 200, windowPage(told, language));
    else sendPage(reply, 400, refusalPage(told, request.id, language));
  }

  private async register(
    fields: Readonly<Record<string, string>>,
    confirmed: boolean,
    request: ApiRequest,
    reply: ApiReply,
  ): Promise<void> {
    const { code = '', openid_configuration: configurationUrl = '', registration_token: token } = fields;
    const asked = { code, configurationUrl, registrationToken: token ?? null };
    const switches = {
      grades: fields['grades'] !== undefined,
      roster: fields['roster'] !== undefined,
      otherHost: fields['other_host'] !== undefined,
    };
    const given = { ...asked, confirmed: confirmed ? switches : null };
    const told = await this.launches.register(jobMeta(request, NOBODY), given);
    allowFrames(reply, told.frameOrigins);
    const status = told.outcome === 'refused' ? 400 : 200;
    sendPage(reply, status, registrationPage(told, asked, request.id, request.language));
  }
}

/** @throws LaunchRefused for two fields of one name */
const fieldsOf = ({ body }: ApiRequest) => readFields(typeof body === 'string' ? body : '');
