import { Inject, Injectable } from '@nestjs/common';
import { type LtiRegistration } from '@openrounds/contracts';
import { type OutboundAnswer, type OutboundHttp, type OutboundRequest } from '@openrounds/outbound-http';
import { CLOCK, type Clock } from '@openrounds/platform';
import { faultFailure, passingFailure } from '../model/judge-answer';
import { TryFailed } from '../model/try-failed';
import { AccessTokens } from './access-tokens';
import { OUTBOUND_HTTP } from './configured-outbound-http';

/** A request to a service of a platform. */
export interface ServiceRequest extends OutboundRequest {
  /** The only scope that its token has. */
  readonly scope: string;
  /** Whether what came of a request without an answer can be found out. */
  readonly canRead?: boolean;
}

/** The services of platforms, asked with a token. */
@Injectable()
export class PlatformServices {
  constructor(
    @Inject(OUTBOUND_HTTP) private readonly outbound: OutboundHttp,
    private readonly tokens: AccessTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A token that is refused is asked for anew, once.
   *
   * @returns an answer of success, or one whose meaning depends on what was asked
   * @throws TryFailed
   */
  async ask(platform: LtiRegistration, request: ServiceRequest): Promise<OutboundAnswer> {
    const token = await this.tokens.of(platform, request.scope);
    const answer = await this.send(request, token);
    if (answer.status !== 401) return answer;
    const again = await this.send(request, await this.tokens.of(platform, request.scope, token));
    if (again.status !== 401) return again;
    throw new TryFailed({ kind: 'needs-attention', cause: 'not-trusted', status: 401 });
  }

  private async send(
    { scope: _scope, canRead = false, ...request }: ServiceRequest,
    token: string,
  ): Promise<OutboundAnswer> {
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    const writes = (request.method ?? 'GET') !== 'GET';
    const answer = await this.outbound.ask({ ...request, headers }).catch((error: unknown) => {
      throw new TryFailed(faultFailure(error, { writes, canRead }));
    });
    const passing = passingFailure(answer, this.clock.now());
    if (passing !== null) throw new TryFailed(passing);
    return answer;
  }
}
