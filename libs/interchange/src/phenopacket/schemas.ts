import { z } from 'zod';

/** The parts of Phenopacket Schema 2 that are read; everything else is let through unread. */
const OntologyClass = z.looseObject({ id: z.string() });

export const TimeElement = z.looseObject({
  age: z.looseObject({ iso8601duration: z.string() }).optional(),
  ageRange: z
    .looseObject({
      start: z.looseObject({ iso8601duration: z.string() }),
      end: z.looseObject({ iso8601duration: z.string() }),
    })
    .optional(),
  ontologyClass: OntologyClass.optional(),
  timestamp: z.string().optional(),
  interval: z.looseObject({ start: z.string().optional(), end: z.string().optional() }).optional(),
});

export const Subject = z.looseObject({
  alternateIds: z.array(z.unknown()).optional(),
  dateOfBirth: z.string().optional(),
  timeAtLastEncounter: TimeElement.optional(),
  sex: z.string().optional(),
  taxonomy: OntologyClass.optional(),
});

export const PhenotypicFeature = z.looseObject({
  type: OntologyClass,
  excluded: z.boolean().optional(),
  resolution: TimeElement.optional(),
});

const Quantity = z.looseObject({
  unit: OntologyClass.optional(),
  value: z.number(),
  referenceRange: z
    .looseObject({ unit: OntologyClass.optional(), low: z.number().optional(), high: z.number().optional() })
    .optional(),
});

export const Measurement = z.looseObject({
  assay: OntologyClass,
  value: z.looseObject({ quantity: Quantity.optional(), ontologyClass: OntologyClass.optional() }).optional(),
  complexValue: z
    .looseObject({ typedQuantities: z.array(z.looseObject({ type: OntologyClass, quantity: Quantity })) })
    .optional(),
  timeObserved: TimeElement.optional(),
});

export const Disease = z.looseObject({
  term: OntologyClass,
  excluded: z.boolean().optional(),
  resolution: TimeElement.optional(),
});

const list = z.array(z.unknown()).optional();
export const Phenopacket = z.looseObject({
  subject: z.unknown().optional(),
  phenotypicFeatures: list,
  measurements: list,
  diseases: list,
  metaData: z.looseObject({ phenopacketSchemaVersion: z.string().optional() }).optional(),
});

export type TimeElement = z.infer<typeof TimeElement>;
export type Subject = z.infer<typeof Subject>;
export type Quantity = z.infer<typeof Quantity>;
export type Measurement = z.infer<typeof Measurement>;
export type Phenopacket = z.infer<typeof Phenopacket>;
