import { type Lookup } from '../vocabulary/stored/lookup';
import { type VocabularyFinding } from '../model/vocabulary';
import { type Token } from '../model/token';
import { credibleUnits } from './credible-units';
import { type QuantityRead } from './quantity-read';

const COUNTS: ReadonlySet<string> = new Set(['10*9/L', '10*3/uL', '/uL', '10*6/L']);
const PERCENT = '%';
/** Of fewer cells (10⁹/L) a number below one may as well be a count. */
const ENOUGH = 2;

/** 中性粒细胞0.85: in Chinese reports a share, where the whole is told beside it. */
function isBareShare({ read, from, unit }: QuantityRead, tokens: readonly Token[], whole: Whole): boolean {
  const isShort = unit === undefined && read.number !== undefined && read.number > 0 && read.number < 1;
  return isShort && whole.unit === '10*9/L' && whole.number >= ENOUGH && tokens[from]?.kind === 'han';
}

interface Whole {
  readonly number: number;
  readonly unit: string;
}

/** The count of which a quantity tells a share, where it is told once and plainly. */
function wholeOf(
  reads: readonly QuantityRead[],
  id: string | undefined,
  findings: Lookup<VocabularyFinding>,
): Whole | undefined {
  const whole = reads.find(({ findingId, read }) => findingId === id && read.number !== undefined);
  const finding = findings.get(id ?? '');
  const { number, upTo } = whole?.read ?? {};
  if (whole === undefined || finding === undefined || number === undefined || upTo !== undefined)
    return undefined;
  const credible = finding.reportedIn === undefined ? [] : credibleUnits(finding, number);
  const unit = whole.unit ?? (credible.length === 1 ? credible[0] : undefined);
  return unit !== undefined && COUNTS.has(unit) ? { number, unit } : undefined;
}

/** "WBC 14 x10^9/L, 90 % neutrophils": the share of the white cells as a count. */
export function withDifferential(
  reads: readonly QuantityRead[],
  tokens: readonly Token[],
  findings: Lookup<VocabularyFinding>,
): QuantityRead[] {
  return reads.map((part) => {
    const { number, upTo, comparator, from, to } = part.read;
    const whole = wholeOf(reads, findings.get(part.findingId)?.shareOf, findings);
    if (whole === undefined || number === undefined || upTo !== undefined || comparator !== undefined)
      return part;
    const isPercent = part.unit === PERCENT && number <= 100;
    if (!isPercent && !isBareShare(part, tokens, whole)) return part;
    const count = Number((whole.number * (isPercent ? number / 100 : number)).toPrecision(3));
    const { unit } = whole;
    const written = { number, unit: isPercent ? PERCENT : '1' };
    return { ...part, unit, read: { from, to, number: count, unit }, written };
  });
}
