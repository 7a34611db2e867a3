import { type Token } from '../text/tokens';
import { type QuantityRead } from './quantity-read';

const WHITE_CELLS = 'white-cell-count';
const PARTS: ReadonlySet<string> = new Set([
  'neutrophil-count',
  'lymphocyte-count',
  'eosinophil-count',
  'monocyte-count',
]);
const COUNTS: ReadonlySet<string> = new Set(['10*9/L', '10*3/uL', '/uL', '10*6/L']);
/** Fewer white cells (10⁹/L) and a number below one may as well be a count. */
const ENOUGH = 2;

/** 中性粒细胞0.85: in Chinese reports a share, where the white cells are told beside it. */
function isBareShare(
  { read, from, unit }: QuantityRead,
  tokens: readonly Token[],
  white: QuantityRead,
): boolean {
  const isShort = unit === undefined && read.number !== undefined && read.number > 0 && read.number < 1;
  const isEnough = white.unit === '10*9/L' && (white.read.number ?? 0) >= ENOUGH;
  return isShort && isEnough && tokens[from]?.kind === 'han';
}

/** "WBC 14 x10^9/L, 90 % neutrophils": the share of the white cells as a count. */
export function withDifferential(reads: readonly QuantityRead[], tokens: readonly Token[]): QuantityRead[] {
  const white = reads.find(
    ({ findingId, unit, read }) =>
      findingId === WHITE_CELLS &&
      read.number !== undefined &&
      read.upTo === undefined &&
      COUNTS.has(unit ?? ''),
  );
  const total = white?.read.number;
  if (white?.unit === undefined || total === undefined) return [...reads];
  const { unit } = white;
  return reads.map((part) => {
    const { number, upTo, comparator } = part.read;
    if (!PARTS.has(part.findingId) || number === undefined || upTo !== undefined || comparator !== undefined)
      return part;
    const isPercent = part.unit === '%' && number <= 100;
    if (!isPercent && !isBareShare(part, tokens, white)) return part;
    const count = Number((total * (isPercent ? number / 100 : number)).toPrecision(3));
    const { from, to } = part.read;
    return { ...part, unit, read: { from, to, number: count, unit } };
  });
}
