import { randomUUID } from 'node:crypto';
import { type Bundle, type FhirResource, type OperationOutcome } from 'fhir/r4';
import { type Answer } from './answer';
import { isKind, type Kind, mayRead } from './scopes';
import { type Grant } from './smart-authorization';
import { type TrainingRecord } from './training-record';
import { type EhrTraits } from './traits';

interface Search extends Pick<Grant, 'patientId'> {
  readonly kind: Kind;
  readonly found: readonly FhirResource[];
}

const FHIR_TYPE = 'application/fhir+json; charset=utf-8';
const RETRY_AFTER_SECONDS = 1;
/** Longer than anybody should wait. */
const SLOW_MS = 60_000;

const outcome = (code: OperationOutcome['issue'][number]['code'], diagnostics: string): OperationOutcome => ({
  ...{ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, diagnostics }] },
});
const refusal = (status: number, ...why: Parameters<typeof outcome>): Answer => ({
  ...{ status, json: outcome(...why), type: FHIR_TYPE },
});

const categoriesOf = (resource: FhirResource): (string | undefined)[] =>
  resource.resourceType === 'Observation'
    ? (resource.category ?? []).flatMap(({ coding = [] }) => coding.map(({ code }) => code))
    : [];

/** The FHIR R4 server of a training EHR: reads and searches of one patient, page by page. */
export class FhirServer {
  private readonly searches = new Map<string, Search>();

  /**
   * @param base its address
   * @param elsewhere the same under another name, which nobody should ask
   */
  constructor(
    private readonly records: readonly TrainingRecord[],
    private readonly base: () => string,
    private readonly elsewhere: () => string,
    private readonly traits: () => EhrTraits,
    /** Called where it was too busy once. */
    private readonly rested: () => void,
  ) {}

  /** What a search finds, without pages: for whoever is inside the system. */
  search(kind: Kind, query: URLSearchParams): FhirResource[] {
    const patientId = (query.get('patient') ?? '').replace(/^Patient\//, '');
    const categories = query
      .get('category')
      ?.split(',')
      .map((each) => each.split('|').at(-1));
    return this.of(patientId).filter(
      (resource) =>
        resource.resourceType === kind &&
        (categories === undefined || categoriesOf(resource).some((each) => categories.includes(each))),
    );
  }

  read(patientId: string): FhirResource | undefined {
    return this.of(patientId).find(({ resourceType }) => resourceType === 'Patient');
  }

  /** @param path below its address, without a slash at its beginning */
  answer(path: string, query: URLSearchParams, grant: Grant | undefined): Answer {
    if (path === 'metadata') return this.given({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
    const { answers, busy } = this.traits();
    if (busy !== 'never') {
      if (busy === 'once') this.rested();
      const headers = { 'retry-after': String(RETRY_AFTER_SECONDS) };
      return { ...refusal(429, 'throttled', 'too many requests'), headers };
    }
    if (grant === undefined || answers === 'unauthorized')
      return refusal(401, 'login', 'no token that is good');
    if (answers === 'outcome') return refusal(500, 'exception', 'on purpose');
    const answer = this.resource(path, query, grant);
    return answers === 'slow' ? { ...answer, afterMs: SLOW_MS } : answer;
  }

  private resource(path: string, query: URLSearchParams, grant: Grant): Answer {
    const [kind = '', id] = path.split('/');
    const begun = this.searches.get(query.get('_getpages') ?? '');
    if (path === '' && begun?.patientId === grant.patientId)
      return this.page(query.get('_getpages') ?? '', begun, Number(query.get('_offset')));
    if (!isKind(kind)) return refusal(404, 'not-supported', 'no such resource');
    if (!mayRead(grant.scope, kind)) return refusal(403, 'forbidden', 'not in the scope of this token');
    if (id !== undefined) return this.one(kind, id, grant);
    const asked = (query.get(kind === 'Patient' ? '_id' : 'patient') ?? '').replace(/^Patient\//, '');
    if (asked !== grant.patientId)
      return refusal(403, 'forbidden', 'another patient than that of this token');
    const found = kind === 'Patient' ? [this.read(asked) ?? []].flat() : this.search(kind, query);
    const name = randomUUID();
    const search = { kind, found, patientId: asked };
    this.searches.set(name, search);
    return this.page(name, search, 0);
  }

  private one(kind: Kind, id: string, { patientId }: Grant): Answer {
    const found = this.of(patientId).find((each) => each.resourceType === kind && each.id === id);
    return found === undefined ? refusal(404, 'not-found', 'no such resource') : this.given(found);
  }

  private page(name: string, { found, kind }: Search, offset: number): Answer {
    const { pageSize, answers } = this.traits();
    const end = offset + pageSize;
    const at = (host: string, place: number): string =>
      `${host}?${new URLSearchParams({ _getpages: name, _offset: String(place) }).toString()}`;
    const next = answers === 'endless' ? 0 : end;
    const hasNext = answers === 'endless' || answers === 'next-elsewhere' || end < found.length;
    const host = answers === 'next-elsewhere' ? this.elsewhere() : this.base();
    const bundle: Bundle<FhirResource> = {
      ...{ resourceType: 'Bundle', type: 'searchset', total: found.length },
      link: [
        { relation: 'self', url: at(this.base(), offset) },
        ...(hasNext ? [{ relation: 'next', url: at(host, next) }] : []),
      ],
      entry: [
        ...found.slice(offset, end).map((resource) => ({
          ...{ fullUrl: `${this.base()}/${kind}/${resource.id ?? ''}`, resource },
          search: { mode: 'match' as const },
        })),
        ...(answers === 'outcome-within'
          ? [
              {
                resource: outcome('incomplete', 'a part is not at hand'),
                search: { mode: 'outcome' as const },
              },
            ]
          : []),
      ],
    };
    return this.given(bundle);
  }

  private given(resource: object): Answer {
    return { status: 200, json: resource, type: FHIR_TYPE };
  }

  private of(patientId: string): readonly FhirResource[] {
    return this.records.find(({ id }) => id === patientId)?.resources ?? [];
  }
}
