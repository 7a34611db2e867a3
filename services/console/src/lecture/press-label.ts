import type { RoomStage, RoundTask } from '../room/types';
import type { Press } from './next-press';
import type { LectureWords } from './use-lecture-words';

/** What the next press will do, in words. */
export function pressLabel(
  press: Press,
  kinds: readonly RoomStage['kind'][],
  task: RoundTask['task'] | undefined,
  t: LectureWords['t'],
): string {
  if (press.kind !== 'act') return t(`press.${press.kind}`);
  const { act } = press;
  if (act.type === 'stage') {
    const kind = kinds[act.stageNo - 1];
    return kind === undefined ? t('press.firstStage') : t('press.stage', { stage: t(`stage.${kind}`) });
  }
  if (act.type === 'reveal') {
    const layer = act.layers[0] ?? 'class';
    return t(`press.${layer === 'stage-key' && task !== 'differential' ? 'round-key' : layer}`);
  }
  return act.type === 'open' || act.type === 'close' ? t(`press.${act.type}`) : t('press.none');
}
