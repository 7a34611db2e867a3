import { problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Disease, type DiseaseLink } from '../../schema/disease';
import { type CheckContext, type Rule } from '../check-context';
import { baselineOf, outcomesOf, SETTINGS, thetaOf } from '../probabilities';

/** Allowed excess of the patients who have a finding because of a listed disease over all who have it. */
const ALLOWED = 1.2;
/** The worst contributors that a message names. */
const NAMED = 3;

/** No finding is commoner among patients with the listed diseases than among all patients together. */
export const massBalance: Rule = {
  id: 'mass-balance',
  kind: 'coherence',
  check: (context) => {
    const links = linksByFinding(context);
    return context.folder.findings.flatMap((finding) =>
      SETTINGS.flatMap((setting) =>
        outcomesOf(finding.value)
          .filter((outcome) => outcome !== 'absent')
          .flatMap((outcome): Problem[] => {
            const b = baselineOf(finding.value, outcome, setting);
            if (b === undefined) return [];
            const shares = (links.get(finding.id) ?? []).map(({ disease, link }) => ({
              id: disease.id,
              share: (disease.prior[setting].value / 1000) * (thetaOf(link, outcome, b) ?? 0),
            }));
            const sum = shares.reduce((total, { share }) => total + share, 0);
            if (sum <= ALLOWED * b) return [];
            const worst = shares
              .sort((one, two) => two.share - one.share)
              .slice(0, NAMED)
              .map(({ id, share }) => `${id} ${share.toPrecision(2)}`);
            const what = outcome === 'present' ? '' : ` in state "${outcome}"`;
            const message =
              `${setting}: the diseases bring ${sum.toPrecision(3)} of all patients${what}, ` +
              `the baseline allows ${ALLOWED} × ${b}; most by ${worst.join(', ')}`;
            return [problemAt(finding, 'mass-balance', 'error', message, ['baseline', setting])];
          }),
      ),
    );
  },
};

interface LinkOf {
  readonly disease: Disease;
  readonly link: DiseaseLink;
}

function linksByFinding({ folder }: CheckContext): Map<string, LinkOf[]> {
  const byFinding = new Map<string, LinkOf[]>();
  for (const { value: disease } of folder.diseases) {
    for (const link of disease.links) {
      const links = byFinding.get(link.finding);
      if (links) links.push({ disease, link });
      else byFinding.set(link.finding, [{ disease, link }]);
    }
  }
  return byFinding;
}
