import { z } from 'zod';
import { type ReadType } from './scopes';
import { SmartRefused } from './smart-refused';

/** Most of a page that is asked for; a server may give fewer. */
const PAGE_SIZE = 200;

/** The first request for each type that may be read, below the FHIR server. The patient first: without one there is no case. */
export const recordQueries = (
  patientId: string,
  types: readonly ReadType[],
): readonly { readonly type: ReadType; readonly path: string }[] =>
  types.map((type) => ({
    type,
    path:
      type === 'Patient'
        ? `Patient/${patientId}`
        : `${type}?patient=${patientId}&_count=${String(PAGE_SIZE)}${type === 'Encounter' ? '&_sort=-date' : ''}`,
  }));

/** A resource as it came: nothing is known of it but its type. */
export type FhirResource = Readonly<Record<string, unknown>> & { readonly resourceType: string };

const Resource = z.looseObject({ resourceType: z.string().max(100) });
const Page = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.looseObject({ resource: Resource.optional().catch(undefined) })).optional(),
  link: z.array(z.looseObject({ relation: z.string(), url: z.string().max(8_000) })).optional(),
});

/** One answer of a FHIR server: what it holds of the type that was asked for, and where the next page is. */
export interface RecordPage {
  readonly resources: readonly FhirResource[];
  readonly next: string | null;
}

/**
 * @param base the FHIR server: the token goes nowhere else
 * @throws SmartRefused `smart-not-understood` for what is neither the resource nor a page of them; `smart-foreign-link` where the
 *   next page is said to be elsewhere
 */
export function readPage(json: unknown, type: ReadType, base: string): RecordPage {
  const one = Resource.safeParse(json);
  if (one.success && one.data.resourceType === type) return { resources: [one.data], next: null };
  const page = Page.safeParse(json);
  if (!page.success) throw new SmartRefused('smart-not-understood', `answer to ${type}`);
  const { entry = [], link = [] } = page.data;
  const resources = entry.flatMap(({ resource }) => (resource?.resourceType === type ? [resource] : []));
  const next = link.find(({ relation }) => relation === 'next')?.url;
  return { resources, next: next === undefined ? null : belowBase(next, base) };
}

/** An address of the same server, below the same path; relative ones are read from there. */
function belowBase(link: string, base: string): string {
  const foreign = new SmartRefused('smart-foreign-link', 'next page');
  const root = new URL(`${base.replace(/\/$/, '')}/`);
  if (!URL.canParse(link, root.href)) throw foreign;
  const url = new URL(link, root.href);
  const isBelow = `${url.pathname}/`.startsWith(root.pathname);
  const isPlain = url.username === '' && url.password === '' && url.hash === '';
  if (url.origin !== root.origin || !isBelow || !isPlain) throw foreign;
  return url.href;
}
