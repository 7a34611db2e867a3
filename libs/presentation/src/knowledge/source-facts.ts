import { type Language } from '@openrounds/contracts';
import { type KnowledgeBundle, type MeasuredSet } from '@openrounds/knowledge';

/** What the source attributes state in figures: all of it counted or measured, none of it written twice. */
export interface SourceFacts {
  readonly diseases: number;
  readonly reviewed: number;
  readonly links: number;
  /** Links whose number is an estimate of its author. */
  readonly estimated: number;
  readonly findings: number;
  readonly sources: number;
  readonly verifiedSources: number;
  readonly calibration: KnowledgeBundle['calibration'];
  readonly measured: readonly MeasuredSet[];
  /** Version of the knowledge base that is being described. */
  readonly knowledge: string;
}

/** Counts and figures of a bundle. */
export function sourceFacts(bundle: KnowledgeBundle): SourceFacts {
  const links = bundle.diseases.flatMap((disease) => disease.links);
  return {
    diseases: bundle.diseases.length,
    reviewed: bundle.diseases.filter(({ status }) => status === 'reviewed').length,
    links: links.length,
    estimated: links.filter(({ source }) => source === 'estimate').length,
    findings: bundle.findings.length,
    sources: bundle.sources.length,
    verifiedSources: bundle.sources.filter(({ verified }) => verified).length,
    calibration: bundle.calibration,
    measured: bundle.evaluation?.sets ?? [],
    knowledge: bundle.hashes.knowledge,
  };
}

type Figure = MeasuredSet['top1'];

/** `62.7 % (57.1 to 69.0)`, or a dash. */
export function shareWithRange({ value, low, high }: Figure, language: Language): string {
  if (value === null) return '–';
  const [of, from, to] = [value, low ?? value, high ?? value].map((each) => (each * 100).toFixed(1));
  return language === 'en'
    ? `${String(of)} % (${String(from)} to ${String(to)})`
    : `${String(of)}%（${String(from)}～${String(to)}）`;
}

/** The same in points of a hundred, with its sign. */
export function pointsWithRange({ value, low, high }: Figure, language: Language): string {
  if (value === null) return '–';
  const [of, from, to] = [value, low ?? value, high ?? value].map(
    (each) => `${each > 0 ? '+' : ''}${(each * 100).toFixed(1)}`,
  );
  return language === 'en'
    ? `${String(of)} points (${String(from)} to ${String(to)})`
    : `${String(of)}个百分点（${String(from)}～${String(to)}）`;
}
