import { type CompiledKnowledge, type LinkNumbers } from './compiled-knowledge';

/** What a link, by index, says of an outcome of its finding; NaN where it doesn't know it, or where there is no such link. */
export function numberOfLink(
  { links, linkNumbers }: Pick<CompiledKnowledge, 'links' | 'linkNumbers'>,
  link: number,
  number: keyof LinkNumbers,
  outcome: number,
): number {
  const known = links[link];
  return known === undefined ? NaN : (linkNumbers[number][known.numbersFrom + outcome] ?? NaN);
}

/** P(outcome | disease) for forecasts: where the disease does not link the finding, as often as in anyone else. */
export function forecastIn(
  { links, linkNumbers, findings, diseases }: CompiledKnowledge,
  disease: number,
  finding: number,
  outcome: number,
): number {
  const link = links[diseases[disease]?.linkOf.get(finding) ?? -1];
  if (link === undefined) return findings[finding]?.forecast[outcome] ?? NaN;
  return linkNumbers.forecast[link.numbersFrom + outcome] ?? NaN;
}
