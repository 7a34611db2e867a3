import { type CdsRequest } from '@openrounds/contracts';
import { z } from 'zod';

/** Laboratory orders by their LOINC codes; orders of other things, and with other codes, are not ours to judge. */
export interface Orders {
  /** LOINC codes of well-formed orders, each once, in their order. */
  readonly loinc: readonly string[];
  /** Orders whose code could not be read at all. */
  readonly withoutCode: number;
}

const LOINC = 'http://loinc.org';
const LOINC_CODE = /^\d{1,7}-\d$/;

const ServiceRequest = z.looseObject({
  resourceType: z.literal('ServiceRequest'),
  id: z.string().optional(),
  code: z
    .looseObject({
      coding: z
        .array(z.looseObject({ system: z.string().optional(), code: z.string().optional() }))
        .optional(),
    })
    .optional(),
});
const Drafts = z.looseObject({
  entry: z.array(z.looseObject({ resource: z.unknown().optional() })).optional(),
});

/**
 * The laboratory orders of a call: of `order-select` those that are selected, of `order-sign` all drafts.
 *
 * @param context of the call; `selections` names the chosen drafts as `ServiceRequest/<id>`
 */
export function ordersOf({
  draftOrders,
  selections,
}: Pick<CdsRequest['context'], 'draftOrders' | 'selections'>): Orders {
  const drafts = Drafts.safeParse(draftOrders);
  const chosen = selections && new Set(selections);
  const orders = (drafts.success ? (drafts.data.entry ?? []) : []).flatMap(({ resource }) => {
    const read = ServiceRequest.safeParse(resource);
    if (!read.success) return [];
    return chosen === undefined || chosen.has(`ServiceRequest/${read.data.id ?? ''}`) ? [read.data] : [];
  });
  const codes = orders.map(({ code }) => loincOf(code?.coding ?? []));
  return {
    loinc: [...new Set(codes.flatMap((code) => code ?? []))],
    withoutCode: codes.filter((code) => code === undefined).length,
  };
}

const loincOf = (codings: readonly { system?: string | undefined; code?: string | undefined }[]) =>
  codings.find(({ system, code }) => system === LOINC && LOINC_CODE.test(code ?? ''))?.code;
