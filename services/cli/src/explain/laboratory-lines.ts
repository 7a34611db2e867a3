import { type Laboratory, type LaboratoryChange, type LaboratoryValue } from '@openrounds/contracts';
import { type Words } from './words';

const SIGNIFICANT_DIGITS = 4;
const NAME_WIDTH = 10;
const PER_CENT = 100;

const figures = (value: number): string => String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));

const MARKS: Partial<Record<LaboratoryValue['direction'], string>> = {
  low: '↓',
  high: '↑',
  positive: '+',
  negative: '-',
};

/** "↑ 310 umol/L (< 110)": the value in our unit, with the interval that it was held against. */
function valueText({ quantity, interval, direction, marked }: LaboratoryValue): string {
  const arrow = MARKS[direction] ?? ' ';
  const mark = (marked ? arrow + arrow : arrow).padEnd(2);
  if (quantity === undefined) return mark;
  const { low, high } = interval ?? {};
  const limits =
    low !== undefined && high !== undefined
      ? ` (${figures(low)}-${figures(high)})`
      : high !== undefined
        ? ` (< ${figures(high)})`
        : low !== undefined
          ? ` (> ${figures(low)})`
          : '';
  return `${mark} ${quantity.comparator ?? ''}${figures(quantity.number)} ${quantity.unit}${limits}`;
}

const signed = (fraction: number): string =>
  `${fraction > 0 ? '+' : ''}${String(Math.round(fraction * PER_CENT))} %`;

/** "92 -> 310 umol/L, 48 h, +237 %: more than chance", then the criteria that it meets. */
function changeLines(change: LaboratoryChange, words: Words): string[] {
  const { from, to, unit, hours, relative, significance, criteria } = change;
  const parts = [
    `${figures(from)} -> ${figures(to)} ${unit}`,
    ...(hours === null ? [] : [`${String(hours)} h`]),
    ...(relative === null ? [] : [signed(relative)]),
  ];
  return [
    `      ${parts.join(', ')}: ${words.significance[significance]}`,
    ...criteria.map(({ text, id, met }) => `      ${met === 'yes' ? '' : `${words.ifInTime} `}${text ?? id}`),
  ];
}

/** The laboratory report, its names already put in, as lines for a terminal: each latest value with what changed. */
export function laboratoryLines({ values, changes }: Laboratory, words: Words): string[] {
  return values
    .filter(({ latest }) => latest)
    .flatMap((value) => {
      const causes = value.causes.map(({ name, diseaseId }) => name ?? diseaseId);
      return [
        `  ${valueText(value).padEnd(NAME_WIDTH)}  ${value.name ?? value.findingId}`,
        ...changes.filter(({ later }) => later === value.lab).flatMap((change) => changeLines(change, words)),
        ...(causes.length === 0 ? [] : [`      ${words.commonly}: ${causes.join(words.between)}`]),
      ];
    });
}
