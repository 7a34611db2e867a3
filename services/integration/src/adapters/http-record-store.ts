import { Inject, Injectable } from '@nestjs/common';
import { type LrsCheck } from '@openrounds/contracts';
import {
  aboutUrl,
  authorizationOf,
  Cmi5Refused,
  isSameStatement,
  launchDataUrl,
  preferencesUrl,
  readAuthToken,
  type RecordPlace,
  type Statement,
  statementUrl,
  XAPI_VERSION,
} from '@openrounds/learning-records';
import {
  type OutboundAnswer,
  OutboundFault,
  type OutboundHttp,
  type OutboundRequest,
} from '@openrounds/outbound-http';
import { z } from 'zod';
import { type SendOutcome } from '../model/statement-delivery';
import { type RecordStore } from '../ports/record-store';
import { OUTBOUND_HTTP } from './configured-outbound-http';

/** What a record store says of itself (xAPI 1.0.3, part 3, §2.8). */
const About = z.object({ version: z.array(z.string().max(50)).min(1).max(50) });

/** Asks record stores over the way out; what they answer is read by the pure library. */
@Injectable()
export class HttpRecordStore implements RecordStore {
  constructor(@Inject(OUTBOUND_HTTP) private readonly outbound: OutboundHttp) {}

  async token(fetchUrl: string): Promise<string> {
    const { status, json } = await this.reached({ purpose: 'cmi5-token', url: fetchUrl, method: 'POST' });
    if (status >= 400) throw new Cmi5Refused('cmi5-used');
    return readAuthToken(json);
  }

  async launchData(place: RecordPlace, token: string): Promise<unknown> {
    const url = launchDataUrl(place);
    const { status, json } = await this.reached({ purpose: 'xapi-state', url, headers: headersOf(token) });
    if (status >= 400) throw new Cmi5Refused('cmi5-not-understood', `LMS.LaunchData ${String(status)}`);
    return json;
  }

  async preferences(place: RecordPlace, token: string): Promise<unknown> {
    const url = preferencesUrl(place);
    const { status, json } = await this.reached({ purpose: 'xapi-profile', url, headers: headersOf(token) });
    return status < 300 ? json : undefined;
  }

  async send(endpoint: string, statement: Statement, token: string): Promise<SendOutcome> {
    const url = statementUrl(endpoint, String(statement['id']));
    const headers = { ...headersOf(token), 'content-type': 'application/json' };
    const body = JSON.stringify(statement);
    try {
      const put = await this.outbound.ask({ purpose: 'xapi-statement', url, method: 'PUT', headers, body });
      if (put.status < 300) return { kind: 'stored', status: put.status };
      if (put.status !== 409) return answered(put);
      const kept = await this.outbound.ask({ purpose: 'xapi-statement', url, headers: headersOf(token) });
      if (kept.status >= 300) return answered(kept);
      return { kind: isSameStatement(kept.json, statement) ? 'stored' : 'conflict', status: put.status };
    } catch (error) {
      if (error instanceof OutboundFault) return { kind: 'silent', passing: error.passing };
      throw error;
    }
  }

  async about(endpoint: string): Promise<LrsCheck> {
    const headers = { 'x-experience-api-version': XAPI_VERSION };
    const failed = (outcome: LrsCheck['outcome'], status: number | null): LrsCheck => ({
      ...{ passed: false, outcome, status },
      versions: [],
    });
    try {
      const { status, json } = await this.outbound.ask({
        purpose: 'xapi-about',
        url: aboutUrl(endpoint),
        headers,
      });
      if (status >= 300) return failed('refused', status);
      const read = About.safeParse(json);
      if (!read.success) return failed('not-understood', status);
      return { passed: true, outcome: 'ok', status, versions: read.data.version };
    } catch (error) {
      if (error instanceof OutboundFault) return failed(error.code, null);
      throw error;
    }
  }

  /** @throws Cmi5Refused `cmi5-unreachable` where no answer of use came */
  private async reached(request: OutboundRequest): Promise<OutboundAnswer> {
    try {
      const answer = await this.outbound.ask(request);
      if (answer.status >= 500) throw new Cmi5Refused('cmi5-unreachable', String(answer.status));
      return answer;
    } catch (error) {
      if (error instanceof OutboundFault) throw new Cmi5Refused('cmi5-unreachable', error.code);
      throw error;
    }
  }
}

const headersOf = (token: string): Readonly<Record<string, string>> => ({
  authorization: authorizationOf(token),
  'x-experience-api-version': XAPI_VERSION,
});

const answered = ({ status, headers }: OutboundAnswer): SendOutcome => ({
  kind: 'answered',
  status,
  retryAfter: headers['retry-after'],
});
