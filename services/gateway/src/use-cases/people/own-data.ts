import { Inject, Injectable } from '@nestjs/common';
import {
  Me,
  ToldExport,
  type Consents,
  type ConsentInput,
  type ExportCursor,
  type ExportLine,
} from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { SERVICES, type Services } from '../../ports/services';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { openPeople } from './open-people';

interface Page {
  readonly lines: readonly ExportLine[];
  readonly next: ExportCursor | null;
}

const FIRST: ExportCursor = { part: 0, after: null };

/** What is held of a learner: told, decided on, given out and erased as the learner wishes. */
@Injectable()
export class OwnData {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly sealer: Sealer,
  ) {}

  /** @throws DomainError `not-found`, `learner-erased` */
  async read({ principal, meta }: TeachingRequest): Promise<Me> {
    const { sealed } = await this.services.ask('read-me.v1', { meta, by: askerOf(principal) });
    return openPeople(this.sealer, sealed, meta, Me);
  }

  /** @throws DomainError `not-found`, `learner-erased` */
  async consents(request: TeachingRequest): Promise<Consents> {
    const { consents } = await this.read(request);
    return { consents };
  }

  /** @throws DomainError `not-found`, `learner-erased` */
  async decide({ principal, meta }: TeachingRequest, given: ConsentInput[]): Promise<Consents> {
    const payload = { meta, by: askerOf(principal), consents: given };
    const { sealed } = await this.services.ask('record-consents.v1', payload);
    const { consents } = openPeople(this.sealer, sealed, meta, Me);
    return { consents };
  }

  /** @throws DomainError `not-found`, `learner-erased` */
  async erase({ principal, meta }: TeachingRequest): Promise<void> {
    await this.services.ask('erase-me.v1', { meta, by: askerOf(principal) });
  }

  /** The first page is read before anything is told, so that a refusal is one. @throws DomainError as {@link read} */
  async export(request: TeachingRequest): Promise<AsyncIterable<string>> {
    return this.lines(await this.page(request, FIRST), request);
  }

  private async *lines(first: Page, request: TeachingRequest): AsyncGenerator<string> {
    for (let page = first; ;) {
      for (const line of page.lines) yield `${JSON.stringify(line)}\n`;
      if (page.next === null) return;
      page = await this.page(request, page.next);
    }
  }

  private async page({ principal, meta }: TeachingRequest, from: ExportCursor): Promise<Page> {
    const payload = { meta, by: askerOf(principal), from };
    const { sealed, next } = await this.services.ask('export-me.v1', payload);
    return { lines: openPeople(this.sealer, sealed, meta, ToldExport), next };
  }
}
