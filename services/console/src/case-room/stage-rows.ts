import type { Stages } from '../api/types';

type Stage = Stages['stages'][number];

/** So many of the leading diseases are shown after each stage. */
const LEADING = 3;

export interface StageRow {
  /** null is Other. */
  readonly diseaseId: string | null;
  readonly name: string;
  readonly probability: number;
  /** What it was after the stage before, where it was on the list then. */
  readonly earlier: number | undefined;
}

export interface StageView {
  readonly name: string;
  readonly title: string;
  readonly revealed: Stage['revealed'];
  /** false while there is too little to rank: names only. */
  readonly numbers: boolean;
  readonly rows: readonly StageRow[];
}

/** After each stage the leading diseases and Other, with what each was before. Stages that reveal nothing are left out. */
export function stageViews(stages: readonly Stage[]): StageView[] {
  const telling = stages.filter(({ revealed }) => revealed.length > 0);
  return telling.map((stage, i) => {
    const before = telling[i - 1];
    const enoughBefore = before !== undefined && isEnough(before);
    const earlier = new Map(
      enoughBefore ? before.differential.map((entry) => [entry.diseaseId, entry.probability]) : [],
    );
    const leading = stage.differential
      .slice(0, LEADING)
      .map(({ diseaseId, name, probability }): StageRow => ({
        diseaseId,
        name,
        probability,
        earlier: earlier.get(diseaseId),
      }));
    const other: StageRow = {
      diseaseId: null,
      name: '',
      probability: stage.other.probability,
      earlier: enoughBefore ? before.other.probability : undefined,
    };
    const { name, title, revealed } = stage;
    return { name, title, revealed, numbers: isEnough(stage), rows: [...leading, other] };
  });
}

const isEnough = ({ sufficiency }: Stage): boolean => sufficiency.level !== 'too-little';
