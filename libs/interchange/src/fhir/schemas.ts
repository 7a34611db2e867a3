import { z } from 'zod';

/** The parts of FHIR R4 that are read; everything else is let through unread. */
const text = z.string().optional();

export const Coding = z.looseObject({ system: text, code: text });
export const CodeableConcept = z.looseObject({ coding: z.array(Coding).optional(), text: text });
const Reference = z.looseObject({ reference: text });
export const Quantity = z.looseObject({
  value: z.number().optional(),
  comparator: z.enum(['<', '<=', '>=', '>']).optional(),
  unit: text,
  system: text,
  code: text,
});
const Period = z.looseObject({ start: text, end: text });
const ReferenceRange = z.looseObject({
  low: Quantity.optional(),
  high: Quantity.optional(),
  type: CodeableConcept.optional(),
  appliesTo: z.array(z.unknown()).optional(),
  age: z.unknown().optional(),
});

/** Extensions of ours have a number. */
const Extensions = z.array(z.looseObject({ url: text, valueDecimal: z.number().optional() })).optional();

export const AnyResource = z.looseObject({ resourceType: z.string() });

const list = z.array(z.unknown()).optional();
export const Patient = z.looseObject({
  id: text,
  gender: text,
  birthDate: text,
  name: list,
  identifier: list,
  telecom: z.array(z.looseObject({ system: text })).optional(),
  address: list,
  contact: list,
  generalPractitioner: list,
  managingOrganization: z.unknown().optional(),
});

export const Condition = z.looseObject({
  extension: Extensions,
  clinicalStatus: CodeableConcept.optional(),
  verificationStatus: CodeableConcept.optional(),
  category: z.array(CodeableConcept).optional(),
  code: CodeableConcept.optional(),
  subject: Reference.optional(),
  onsetDateTime: text,
  recordedDate: text,
});

/** What an Observation and each of its components have in common. */
export const Measurement = z.looseObject({
  extension: Extensions,
  category: z.array(CodeableConcept).optional(),
  code: CodeableConcept.optional(),
  valueQuantity: Quantity.optional(),
  valueCodeableConcept: CodeableConcept.optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().int().optional(),
  valueRatio: z.looseObject({ numerator: Quantity.optional(), denominator: Quantity.optional() }).optional(),
  dataAbsentReason: CodeableConcept.optional(),
  interpretation: z.array(CodeableConcept).optional(),
  referenceRange: z.array(ReferenceRange).optional(),
});

export const Observation = Measurement.extend({
  status: text,
  subject: Reference.optional(),
  focus: list,
  effectiveDateTime: text,
  effectiveInstant: text,
  effectivePeriod: Period.optional(),
  issued: text,
  hasMember: list,
  component: z.array(Measurement).optional(),
});

export const FamilyMemberHistory = z.looseObject({
  status: text,
  patient: Reference.optional(),
  name: text,
  relationship: CodeableConcept.optional(),
  condition: z.array(z.looseObject({ code: CodeableConcept.optional() })).optional(),
});

export const Encounter = z.looseObject({
  status: text,
  subject: Reference.optional(),
  class: Coding.optional(),
  reasonCode: z.array(CodeableConcept).optional(),
  period: Period.optional(),
});

export const Bundle = z.looseObject({
  type: text,
  entry: z
    .array(
      z.looseObject({
        fullUrl: text,
        resource: z.unknown().optional(),
        request: z.looseObject({ method: text }).optional(),
      }),
    )
    .optional(),
});

export type Coding = z.infer<typeof Coding>;
export type CodeableConcept = z.infer<typeof CodeableConcept>;
export type Quantity = z.infer<typeof Quantity>;
export type Measurement = z.infer<typeof Measurement>;
export type Observation = z.infer<typeof Observation>;
export type Condition = z.infer<typeof Condition>;
export type Encounter = z.infer<typeof Encounter>;
export type Patient = z.infer<typeof Patient>;
export type FamilyMemberHistory = z.infer<typeof FamilyMemberHistory>;
