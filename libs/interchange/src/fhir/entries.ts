import { MAX_IMPORT_ITEMS } from '@openrounds/contracts';
import { type Gathering } from '../gather/gathering';
import { below, wrongIn } from '../gather/pointer';
import { NotImportable } from '../model/imported';
import { AnyResource, Bundle } from './schemas';

/** A resource with the place where it stands. */
export interface Entry {
  readonly pointer: string;
  readonly fullUrl?: string | undefined;
  readonly type: string;
  readonly resource: Readonly<Record<string, unknown>>;
}

/** Bundles whose entries are resources as they are now. */
const READ_BUNDLES: ReadonlySet<string> = new Set([
  'collection',
  'document',
  'searchset',
  'transaction',
  'batch',
  'message',
]);

const typeOf = (document: unknown): string | undefined => {
  const read = AnyResource.safeParse(document);
  return read.success ? read.data.resourceType : undefined;
};

/** An element that changes the meaning of its resource in a way that we do not know: FHIR forbids to read on. */
const isModified = (resource: Entry['resource']): boolean => {
  const { modifierExtension, implicitRules } = resource;
  return implicitRules !== undefined || (Array.isArray(modifierExtension) && modifierExtension.length > 0);
};

/**
 * The resources of a document: those of a Bundle, or the one that it is. What cannot be read at all is named.
 *
 * @throws NotImportable for what is no FHIR resource, a Bundle of another kind, or one of too many entries
 */
export function entriesOf(document: unknown, gathering: Gathering): Entry[] {
  return resourcesOf(document, gathering).filter(({ resource, pointer }) => {
    if (!isModified(resource)) return true;
    gathering.reject(pointer, 'modified');
    return false;
  });
}

function resourcesOf(document: unknown, gathering: Gathering): Entry[] {
  const type = typeOf(document);
  if (type === undefined)
    throw new NotImportable('not-fhir', 'a FHIR resource has a resourceType', '/resourceType');
  if (type !== 'Bundle') return [{ pointer: '', type, resource: document as Entry['resource'] }];
  const bundle = Bundle.safeParse(document);
  if (!bundle.success)
    throw new NotImportable('not-fhir', 'the Bundle is not built as FHIR R4 says', wrongIn(bundle.error));
  const { entry: entries = [], type: kind } = bundle.data;
  if (kind !== undefined && !READ_BUNDLES.has(kind)) {
    throw new NotImportable('not-fhir', `a Bundle is read as ${[...READ_BUNDLES].join(', ')}`, '/type');
  }
  if (entries.length > MAX_IMPORT_ITEMS) {
    throw new NotImportable('too-many', `more than ${String(MAX_IMPORT_ITEMS)} entries`, '/entry');
  }
  return entries.flatMap(({ fullUrl, resource, request }, index): Entry[] => {
    const pointer = below('/entry', index, 'resource');
    const own = typeOf(resource);
    if (own === undefined) gathering.reject(pointer, 'malformed');
    else if (request?.method === 'DELETE') gathering.reject(pointer, 'withdrawn');
    else return [{ pointer, fullUrl, type: own, resource: resource as Entry['resource'] }];
    return [];
  });
}
