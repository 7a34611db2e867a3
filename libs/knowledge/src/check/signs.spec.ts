import {
  embolism,
  expectReport,
  type Failing,
  type Passing,
  problemsAfter,
} from '../../test/fixture/after-change';
import {
  type DraftDisease,
  type DraftKnowledge,
  entry,
  removeFolders,
} from '../../test/fixture/tiny-knowledge';

afterAll(removeFolders);

describe('signs that point the wrong way', () => {
  const failing: Failing[] = [
    [
      'headings',
      'a finding that argues for the disease, filed as against it',
      'error',
      /"headache" argues for it \(×3\.3 in emergency\), not against/,
      (draft) => (embolism(draft).against = [estimated('headache', 0.2)]),
    ],
    [
      'headings',
      'a finding that is not commoner in the neighbour',
      'error',
      /"headache" is not 1\.5 times as common in "costochondritis"/,
      (draft) => (embolism(draft).moreTypicalOf = [typicalOfCostochondritis(0.07)]),
    ],
    [
      'headings',
      'a finding that the neighbour does not link',
      'error',
      /"headache" is not 1\.5 times/,
      (draft) => {
        const { links } = entry(draft.diseases, 'costochondritis');
        links.splice(
          links.findIndex(({ finding }) => finding === 'headache'),
          1,
        );
        embolism(draft).moreTypicalOf = [typicalOfCostochondritis(0.01)];
      },
    ],
    [
      'foreign-hallmarks',
      'a result that makes another disease certain',
      'error',
      /"ct-pulmonary-artery-filling-defect" makes "pulmonary-embolism" certain/,
      (draft) => costochondritisWithClot(draft),
    ],
    [
      'rare-findings',
      'a share below what the engine tells apart',
      'error',
      /theta 0\.001 of "headache" is below 0\.005/,
      (draft) => (embolism(draft).against = [estimated('headache', 0.001)]),
    ],
  ];
  it.each(failing)('%s: reports %s', (...report) => {
    expectReport(...report);
  });

  const passing: Passing[] = [
    [
      'headings',
      'a finding that is rarer than with something else',
      (draft) => (embolism(draft).against = [estimated('headache', 0.03)]),
    ],
    [
      'headings',
      'a finding that is commoner in the neighbour',
      (draft) => (embolism(draft).moreTypicalOf = [typicalOfCostochondritis(0.05)]),
    ],
    [
      'foreign-hallmarks',
      'the same with its reason',
      (draft) => Object.assign(costochondritisWithClot(draft), { reason: 'both follow a long journey' }),
    ],
    [
      'foreign-hallmarks',
      'the same in a complication of that disease',
      (draft) => {
        costochondritisWithClot(draft);
        entry(draft.diseases, 'costochondritis').complicationOf = ['pulmonary-embolism'];
      },
    ],
    [
      'foreign-hallmarks',
      'a result that is a feature of both',
      (draft) => (costochondritisWithClot(draft).theta = 0.2),
    ],
    [
      'rare-findings',
      'a share below it with its reason',
      (draft) =>
        (embolism(draft).against = [{ ...estimated('headache', 0.001), reason: 'nobody ever saw one' }]),
    ],
  ];
  it.each(passing)('%s: accepts %s', (rule, _, change) => {
    expect(problemsAfter(change, rule)).toEqual([]);
  });
});

function estimated(finding: string, theta: number): DraftDisease['links'][number] {
  return { finding, theta, grade: 'D', source: 'estimate' };
}

function typicalOfCostochondritis(theta: number): NonNullable<DraftDisease['moreTypicalOf']>[number] {
  return { ...estimated('headache', theta), disease: 'costochondritis' };
}

/** One in fifty with sore ribs has a clot as well; returns the link that says so. */
function costochondritisWithClot(draft: DraftKnowledge): DraftDisease['links'][number] {
  const link = estimated('ct-pulmonary-artery-filling-defect', 0.02);
  entry(draft.diseases, 'costochondritis').links.push(link);
  return link;
}
