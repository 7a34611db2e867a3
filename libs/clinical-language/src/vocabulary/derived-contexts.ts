import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type SenseContext } from '../model/sense';

/** A concept that only counts in a context: "DVT" in a relative, in the past. */
export interface DerivedContext {
  readonly context: SenseContext;
  /** What is left of the phrase without the context. */
  readonly base: string;
}

const RELATIVE =
  '(?:(?:first[- ]degree )?relative|relatives|family|parent|mother|father|sibling|sister|brother)';

const RULES: readonly { context: DerivedContext['context']; pattern: RegExp }[] = [
  { context: 'family', pattern: /^(?:positive )?(?:family history|fh|fhx) (?:of|for) (.{2,60})$/i },
  { context: 'family', pattern: new RegExp(`^${RELATIVE} (?:with|had|has|died of) (.{2,60})$`, 'i') },
  { context: 'family', pattern: new RegExp(`^(.{2,60}) in (?:a |the )?${RELATIVE}$`, 'i') },
  { context: 'family', pattern: /^familial (.{2,60})$/i },
  { context: 'family', pattern: /^(.{2,12})家族史$/ },
  { context: 'family', pattern: /^家族(?:性)?(.{2,12})病?史$/ },
  {
    context: 'contact',
    pattern: /^(?:contact with|exposed to) (?:someone with )?(tb|tuberculosis|.{2,60} infection)$/i,
  },
  { context: 'historical', pattern: /^(?:previous|prior|past|old|known|personal history of) (.{2,60})$/i },
  { context: 'historical', pattern: /^(?:past |previous )?(?:medical )?history of (.{2,60})$/i },
  { context: 'historical', pattern: /^既往(?:有)?(.{2,12}?)(?:病史|史)?$/ },
  { context: 'historical', pattern: /^曾患(.{2,12})$/ },
  { context: 'historical', pattern: /^(?:有|患有?|得过|曾患)?(.{2,12}?)(?:病史|史)$/ },
];

/** Parts of the body and the mind are no diseases: what is left of 甲状腺病史 is 甲状腺病, not the thyroid. */
const NO_DISEASE = new Set([
  ...lexiconRows('zh/anatomy', z.array(z.string())),
  '精神',
  '心血管',
  '脑血管',
  '前列腺',
  '血管',
  '月经',
  '药物',
  '家族',
]);

/** What is left of "previous episodes" names no illness. */
const NO_ILLNESS = /^(?:same |similar )?(?:episodes?|attacks?|symptoms?|pains?|surgery|operations?)$/i;

const diseaseNamed = (base: string, phrase: string): string =>
  NO_DISEASE.has(base) && phrase.startsWith(`${base}病`) ? `${base}病` : base;

/**
 * What a risk-factor finding's own wording says about the disease behind it: from "family history of DVT" follows that
 * "DVT", said of a relative, is that finding. Saves writing every disease name twice.
 */
export function derivedContext(phrase: string): DerivedContext | undefined {
  for (const { context, pattern } of RULES) {
    const base = pattern.exec(phrase)?.[1]?.trim();
    if (base !== undefined && !/家族/.test(base) && !NO_ILLNESS.test(base))
      return { context, base: diseaseNamed(base, phrase) };
  }
  return undefined;
}
