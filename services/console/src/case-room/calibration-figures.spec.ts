import { calibrationTold } from './calibration-figures';

describe('calibrationTold', () => {
  it('pairs what was measured before the fit with what was measured after it', () => {
    const told = calibrationTold({
      status: 'fitted',
      fittedOn: '2026-11-20',
      data: ['136 cases', 7],
      figures: {
        'avey: log loss after': 1.527,
        'avey: log loss before': 1.524,
        'fitted T': 1.5,
        gain: -0.01,
      },
    });
    expect(told).toEqual({
      status: 'fitted',
      fittedOn: '2026-11-20',
      data: ['136 cases'],
      figures: [{ set: 'avey', measure: 'log loss', before: 1.524, after: 1.527 }],
    });
  });

  it('tells the status where there is nothing else', () => {
    expect(calibrationTold({ status: 'not fitted' })).toEqual({
      status: 'not fitted',
      fittedOn: null,
      data: [],
      figures: [],
    });
  });
});
