import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import {
  OutboundFault,
  type OutboundAnswer,
  type OutboundHttp,
  type OutboundRequest,
} from '@openrounds/outbound-http';
import {
  configurationUrl,
  oauthErrorOf,
  readConfiguration,
  readPage,
  readToken,
  recordQueries,
  SmartRefused,
  tokenRequest,
  type ClientAuthentication,
  type FhirResource,
  type GrantedCode,
  type ReadType,
  type SmartConfiguration,
  type SmartToken,
} from '@openrounds/smart';
import { retryAfterMs } from '../model/retry-after';
import {
  type EhrRecords,
  type GrantedRecord,
  type ReadRecord,
  type RecordLimits,
} from '../ports/ehr-records';
import { LAUNCH_RULES, type LaunchRules } from '../settings';
import { OUTBOUND_HTTP } from './configured-outbound-http';

/** Of one page of a record. */
const MAX_PAGE_BYTES = 5_000_000;

/** Asks training EHRs over the way out; what they answer is read by the pure library. */
@Injectable()
export class HttpEhrRecords implements EhrRecords {
  constructor(
    @Inject(OUTBOUND_HTTP) private readonly outbound: OutboundHttp,
    @Inject(LAUNCH_RULES) private readonly rules: Pick<LaunchRules, 'plainOrigins'>,
  ) {}

  async configuration(fhirBaseUrl: string): Promise<SmartConfiguration> {
    const url = configurationUrl(fhirBaseUrl);
    const { status, json } = await reached(this.outbound, { purpose: 'smart-configuration', url });
    if (status >= 400) throw new SmartRefused('smart-not-understood', `configuration ${String(status)}`);
    return readConfiguration(json, this.rules.plainOrigins);
  }

  async token(granted: GrantedCode, authentication: ClientAuthentication, now: Date): Promise<SmartToken> {
    const form = await tokenRequest(granted, authentication, now);
    const { tokenEndpoint: url } = granted;
    const { status, json } = await reached(this.outbound, {
      ...{ purpose: 'smart-token', url, method: 'POST', ...form },
    });
    if (status < 400) return readToken(json);
    const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
    throw new SmartRefused('smart-refused', `token ${String(status)} ${oauthErrorOf(error)}`);
  }

  async read(record: GrantedRecord, limits: RecordLimits): Promise<ReadRecord> {
    const reading = new RecordReading(this.outbound, record, limits);
    const queries = recordQueries(record.patientId, record.types);
    if (limits.together) await Promise.all(queries.map((query) => reading.take(query)));
    else for (const query of queries) await reading.take(query);
    return reading.done();
  }
}

/** One reading of one record, within its limits. */
class RecordReading {
  private readonly until: number;
  private readonly resources: FhirResource[] = [];
  private readonly refused: ReadType[] = [];
  private pages = 0;
  private complete = true;
  private waited = false;

  constructor(
    private readonly outbound: OutboundHttp,
    private readonly record: GrantedRecord,
    private readonly limits: RecordLimits,
  ) {
    this.until = performance.now() + limits.milliseconds;
  }

  done(): ReadRecord {
    return { resources: this.resources, complete: this.complete, refused: this.refused };
  }

  async take({ type, path }: { readonly type: ReadType; readonly path: string }): Promise<void> {
    const { fhirBaseUrl } = this.record;
    let url: string | null = `${fhirBaseUrl.replace(/\/$/, '')}/${path}`;
    while (url !== null) {
      if (this.pages >= this.limits.pages || this.resources.length >= this.limits.resources) {
        this.complete = false;
        return;
      }
      this.pages += 1;
      const { status, json } = await this.ask(url);
      if (isRefusal(status) && type !== 'Patient') {
        this.refused.push(type);
        return;
      }
      if (status >= 400) throw refusalOf(status, type);
      const page = readPage(json, type, fhirBaseUrl);
      const room = this.limits.resources - this.resources.length;
      this.resources.push(...page.resources.slice(0, room));
      if (page.resources.length > room) this.complete = false;
      url = page.next;
    }
  }

  private async ask(url: string): Promise<OutboundAnswer> {
    const answer = await this.askOnce(url);
    const waitMs = answer.status === 429 ? retryAfterMs(answer.headers['retry-after'], new Date()) : null;
    if (waitMs === null || this.waited || waitMs >= this.left()) return answer;
    this.waited = true;
    await wait(waitMs);
    return this.askOnce(url);
  }

  private async askOnce(url: string): Promise<OutboundAnswer> {
    const totalMs = Math.ceil(this.left());
    if (totalMs <= 0) throw new SmartRefused('smart-too-slow', 'record');
    const headers = {
      authorization: `Bearer ${this.record.accessToken}`,
      accept: 'application/fhir+json',
    };
    const request = { purpose: 'fhir-read', url, headers, totalMs, maxBytes: MAX_PAGE_BYTES } as const;
    return reached(this.outbound, request);
  }

  private left(): number {
    return this.until - performance.now();
  }
}

const isRefusal = (status: number): boolean => status === 401 || status === 403;

function refusalOf(status: number, type: ReadType): SmartRefused {
  const detail = `${type} ${String(status)}`;
  if (isRefusal(status)) return new SmartRefused('smart-refused', detail);
  return new SmartRefused(status === 429 ? 'smart-too-slow' : 'smart-not-understood', detail);
}

/** @throws SmartRefused where no answer of use came */
async function reached(outbound: OutboundHttp, request: OutboundRequest): Promise<OutboundAnswer> {
  try {
    const answer = await outbound.ask(request);
    if (answer.status < 500) return answer;
    throw new SmartRefused('smart-unreachable', `${request.purpose} ${String(answer.status)}`);
  } catch (error) {
    if (!(error instanceof OutboundFault)) throw error;
    throw new SmartRefused(
      error.code === 'timeout' ? 'smart-too-slow' : 'smart-unreachable',
      `${request.purpose} ${error.code}`,
    );
  }
}
