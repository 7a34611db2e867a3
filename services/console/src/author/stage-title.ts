import type { Words } from '../i18n/use-words';
import type { CaseStage } from './case-form';

/** What a stage is called where students do not see it: by its kind. */
export const stageTitle = ({ stage }: Pick<CaseStage, 'stage'>, t: Words['t']): string =>
  t(`author.stage.${stage}`);
