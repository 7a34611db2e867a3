import { recordOf, type TrainingRecord } from './training-record';

/**
 * Invented patients of a training system. Their names, numbers and times are such that none can stand in a database or a log by
 * chance, whether or not a fact of the same record does.
 */
export const TRAINING_PATIENTS: readonly TrainingRecord[] = [
  recordOf({
    patient: {
      ...{ resourceType: 'Patient', id: 'tp-quackenbush', gender: 'female', birthDate: '1967-03-29' },
      name: [{ family: 'Quackenbush', given: ['Wilhelmina', 'Ottoline'], text: 'Wilhelmina O. Quackenbush' }],
      identifier: [
        { system: 'urn:oid:2.16.840.1.113883.19.5', value: 'MRN-7730-5512-04' },
        { system: 'http://hl7.org/fhir/sid/us-ssn', value: '987-65-4329' },
      ],
      telecom: [
        { system: 'phone', value: '+44 1632 960177' },
        { system: 'email', value: 'wilhelmina@quackenbush.example' },
      ],
      address: [{ line: ['77 Inkwell Crescent'], city: 'Penbury-on-Wye', postalCode: 'ZZ99 4WX' }],
      contact: [{ name: { text: 'Barnaby Quackenbush' }, telecom: [{ value: '+44 1632 960178' }] }],
      generalPractitioner: [{ display: 'Dr Thaddeus Ploughwright' }],
    },
    arrived: '2024-02-17T05:41:37+01:00',
    doctor: 'Dr Euphemia Nightingale-Okoro',
    complaints: [
      ['hpo', 'HP:0002094'],
      ['hpo', 'HP:0100749'],
      ['hpo', 'HP:0002105'],
    ],
    denied: [['hpo', 'HP:0012735']],
    known: [
      ['icd10', 'I10'],
      ['icd10', 'Z99.9'],
    ],
    family: [{ name: 'Aunt Philippa Quackenbush', relation: 'AUNT', condition: ['icd10', 'I26.9'] }],
    vitalSigns: [
      ['8867-4', 118, '/min'],
      ['9279-1', 26, '/min'],
      ['59408-5', 89, '%'],
      ['8480-6', 104, 'mm[Hg]'],
      ['8462-4', 66, 'mm[Hg]'],
      ['8310-5', 37.4, 'Cel'],
    ],
    laboratory: [
      ['48065-7', 4.2, 'mg/L{FEU}', 0.5],
      ['718-7', 131, 'g/L'],
      ['6690-2', 9.8, '10*9/L'],
      ['777-3', 241, '10*9/L'],
      ['1988-5', 14, 'mg/L', 5],
      ['2160-0', 81, 'umol/L'],
      ['2951-2', 139, 'mmol/L'],
      ['2823-3', 4.1, 'mmol/L'],
      ['67151-1', 31, 'ng/L', 14],
      ['20570-8', 0.39, 'L/L'],
    ],
    remark:
      'Mrs Quackenbush flew home from Lisbon on 14 February and lives above her bakery in Inkwell Crescent.',
  }),
  recordOf({
    patient: {
      ...{ resourceType: 'Patient', id: 'tp-featherstonehaugh', gender: 'male', birthDate: '2005-08-23' },
      name: [{ family: 'Featherstonehaugh', given: ['Ignatius'], text: 'Ignatius Featherstonehaugh' }],
      identifier: [{ system: 'urn:oid:2.16.840.1.113883.19.5', value: 'MRN-7730-9967-18' }],
      telecom: [{ system: 'phone', value: '+44 1632 960244' }],
      address: [{ line: ['3 Cobbler’s Wynd'], city: 'Nether Wallop Magna' }],
    },
    arrived: '2024-05-06T19:08:53+02:00',
    doctor: 'Dr Leopold Vantongeren',
    complaints: [
      ['hpo', 'HP:0000103'],
      ['hpo', 'HP:0001959'],
      ['hpo', 'HP:0002013'],
      ['hpo', 'HP:0002027'],
      ['hpo', 'HP:0001824'],
    ],
    denied: [['hpo', 'HP:0002014']],
    known: [],
    family: [{ name: 'Hortense Featherstonehaugh', relation: 'MTH', condition: ['icd10', 'E10.9'] }],
    vitalSigns: [
      ['8867-4', 124, '/min'],
      ['9279-1', 30, '/min'],
      ['59408-5', 98, '%'],
      ['8480-6', 98, 'mm[Hg]'],
    ],
    laboratory: [
      ['2345-7', 29.5, 'mmol/L'],
      ['2744-1', 7.09, '[pH]'],
      ['1963-8', 8, 'mmol/L'],
      ['2823-3', 5.6, 'mmol/L'],
      ['2951-2', 130, 'mmol/L'],
      ['2160-0', 128, 'umol/L'],
    ],
    remark:
      'Mr Featherstonehaugh rows for Nether Wallop and was brought in by his landlady, Mrs Trelawney-Hobbs.',
  }),
  recordOf({
    patient: {
      ...{ resourceType: 'Patient', id: 'tp-ouyang', gender: 'female', birthDate: '1989-12-11' },
      name: [{ family: '欧阳', given: ['暮雪'], text: '欧阳暮雪' }],
      identifier: [{ system: 'urn:oid:2.16.156.10011', value: '110101198912117329' }],
      telecom: [{ system: 'phone', value: '13900139417' }],
      address: [{ line: ['银杏胡同二十七号'], city: '北京市东城区' }],
    },
    arrived: '2024-09-30T23:17:04+08:00',
    doctor: '司徒明远医师',
    complaints: [
      ['hpo', 'HP:0002027'],
      ['hpo', 'HP:0002013'],
      ['hpo', 'HP:0002018'],
    ],
    denied: [['hpo', 'HP:0002014']],
    known: [['icd10', 'K80.2']],
    family: [],
    vitalSigns: [
      ['8310-5', 38.3, 'Cel'],
      ['8867-4', 108, '/min'],
    ],
    laboratory: [
      ['3040-3', 1240, 'U/L', 60],
      ['1798-8', 890, 'U/L', 110],
      ['6690-2', 15.2, '10*9/L'],
      ['1742-6', 96, 'U/L', 40],
      ['1975-2', 38, 'umol/L', 21],
    ],
    remark: '欧阳女士国庆聚餐后发病，住银杏胡同，由丈夫慕容子期陪同。',
  }),
];
