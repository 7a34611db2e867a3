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

/** What is held of a learner: told, decided on, given out and erased as the learner wishes, or an administrator for them. */
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

  /** @param of whom an administrator means @throws DomainError `not-found`, `learner-erased` */
  async erase({ principal, meta }: TeachingRequest, of?: string): Promise<void> {
    await this.services.ask('erase-me.v1', { meta, by: askerOf(principal), ...(of && { of }) });
  }

  /**
   * The first page is read before anything is told, so that a refusal is one.
   *
   * @param of whom an administrator means
   * @throws DomainError as {@link read}
   */
  async export(request: TeachingRequest, of?: string): Promise<AsyncIterable<string>> {
    const page = (from: ExportCursor): Promise<Page> => this.page(request, from, of);
    return linesFrom(await page(FIRST), page);
  }

  private async page({ principal, meta }: TeachingRequest, from: ExportCursor, of?: string): Promise<Page> {
    const payload = { meta, by: askerOf(principal), from, ...(of && { of }) };
    const { sealed, next } = await this.services.ask('export-me.v1', payload);
    return { lines: openPeople(this.sealer, sealed, meta, ToldExport), next };
  }
}

async function* linesFrom(first: Page, read: (from: ExportCursor) => Promise<Page>): AsyncGenerator<string> {
  for (let page = first; ;) {
    for (const line of page.lines) yield `${JSON.stringify(line)}\n`;
    if (page.next === null) return;
    page = await read(page.next);
  }
}
