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
  compiled: CompiledKnowledge,
  disease: number,
  finding: number,
  outcome: number,
): number {
  const link = compiled.diseases[disease]?.linkOf.get(finding);
  if (link === undefined) return compiled.findings[finding]?.forecast[outcome] ?? NaN;
  return numberOfLink(compiled, link, 'forecast', outcome);
}
