import { z } from 'zod';
import { isWholeText, maskedText, NOT_WHOLE } from '../primitives';
import { Case } from './case';

/** Most entries, features or rows that one document may have. */
export const MAX_IMPORT_ITEMS = 2_000;
/** Longest table, in UTF-16 units: no body is larger. */
const MAX_TABLE = 1024 * 1024;

export const ImportFormat = z.enum(['fhir', 'phenopacket', 'csv']);

/** How each format may be sent. */
export const IMPORT_MEDIA_TYPES = {
  fhir: ['application/json', 'application/fhir+json'],
  phenopacket: ['application/json'],
  csv: ['text/csv'],
} as const satisfies Readonly<Record<z.infer<typeof ImportFormat>, readonly string[]>>;

const FHIR_EXAMPLE = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', gender: 'female', birthDate: '1968-03-02' } },
    {
      resource: {
        resourceType: 'Condition',
        code: { coding: [{ system: 'http://human-phenotype-ontology.org', code: 'HP:0002094' }] },
      },
    },
    {
      resource: {
        resourceType: 'Observation',
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: '48065-7' }] },
        valueQuantity: { value: 2.4, system: 'http://unitsofmeasure.org', code: 'mg/L{FEU}' },
        effectiveDateTime: '2026-11-20T08:30:00Z',
      },
    },
  ],
};

/** Most damaged texts of one document that are named. */
const MOST_DAMAGED = 100;

/** Where a document holds a text, or a name of a member, that is not whole. Level by level: a document may be deep. */
function damagedTexts(document: unknown): PropertyKey[][] {
  const damaged: PropertyKey[][] = [];
  let level: { at: PropertyKey[]; value: unknown }[] = [{ at: [], value: document }];
  while (level.length > 0 && damaged.length < MOST_DAMAGED) {
    for (const { at, value } of level) if (typeof value === 'string' && !isWholeText(value)) damaged.push(at);
    level = level.flatMap(({ at, value }) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => {
            const path = [...at, key];
            return isWholeText(key) ? [{ at: path, value: inner as unknown }] : [{ at: path, value: key }];
          })
        : [],
    );
  }
  return damaged;
}

/** FHIR R4 (a Bundle or one resource) or a Phenopacket: read by its own rules, which name what they leave out. */
export const ImportDocument = z
  .looseObject({})
  .superRefine((document, context) => {
    for (const path of damagedTexts(document))
      context.addIssue({ code: 'custom', path, message: NOT_WHOLE.error, params: NOT_WHOLE.params });
  })
  .meta({
    id: 'ImportDocument',
    description:
      'FHIR R4: a Bundle, or one Patient, Condition, Observation or FamilyMemberHistory. Phenopacket Schema 2: a Phenopacket.',
    example: FHIR_EXAMPLE,
  });

export const FindingTable = maskedText(MAX_TABLE).meta({
  id: 'FindingTable',
  description:
    'A table of findings with the columns `finding` (or `system` and `code`), `presence`, `value`, `unit`, `state`, `certainty`, `assertion`; rows named `age`, `sex`, `pregnant` and `setting` tell of the patient.',
  example: 'finding,presence,value,unit,state\nage,,58,a,\nsex,,,,female\ndyspnoea,present,,,\n',
});

/** Why something of a document was left out. Closed: clients switch on it. */
export const RejectionCode = z.enum([
  'age-coarse',
  'age-impossible',
  'age-not-read',
  'ambiguous-code',
  'another-person',
  'certainty-out-of-range',
  'contradiction',
  'diagnosis',
  'family-not-used',
  'free-text',
  'malformed',
  'modified',
  'no-code',
  'no-value',
  'not-a-quantity',
  'not-blood-relative',
  'not-used',
  'older-value',
  'out-of-date',
  'past-not-used',
  'pregnancy-impossible',
  'presence-missing',
  'presence-not-allowed',
  'sex-not-read',
  'too-many',
  'unit-missing',
  'unit-not-convertible',
  'unit-not-ucum',
  'unknown-answer',
  'unknown-code',
  'unknown-column',
  'unknown-finding',
  'unknown-state',
  'unread-system',
  'value-impossible',
  'value-missing',
  'value-not-allowed',
  'value-out-of-intervals',
  'withdrawn',
]);

/** One thing that was not taken into the case. Names no person and repeats no free text. */
export const RejectedItem = z
  .object({
    pointer: z.string().meta({
      description: 'JSON pointer (RFC 6901) into what was sent; of a table `/rows/<n>/<column>`, rows from 0',
    }),
    code: RejectionCode,
    reason: z.string(),
    line: z.number().int().optional().meta({ description: 'of a table: line of the file, from 1' }),
  })
  .meta({ id: 'RejectedItem' });

export const ImportedCase = Case.extend({ rejected: z.array(RejectedItem) }).meta({ id: 'ImportedCase' });

export type ImportFormat = z.infer<typeof ImportFormat>;
export type RejectionCode = z.infer<typeof RejectionCode>;
export type RejectedItem = z.infer<typeof RejectedItem>;
export type ImportedCase = z.infer<typeof ImportedCase>;
