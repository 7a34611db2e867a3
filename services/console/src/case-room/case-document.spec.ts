import { caseDocument } from './case-document';

it.each([
  ['case.csv', 'finding,presence', 'csv', 'text/csv'],
  ['CASE.TSV', 'finding\tpresence', 'csv', 'text/csv'],
  ['bundle.json', '{"resourceType":"Bundle"}', 'fhir', 'application/fhir+json'],
  ['packet.json', '{"phenotypicFeatures":[]}', 'phenopacket', 'application/json'],
  ['packet', '["resourceType"]', 'phenopacket', 'application/json'],
  ['broken.json', '{"resourceType":', 'phenopacket', 'application/json'],
])('%s with %s is sent as %s', (name, text, format, type) => {
  expect(caseDocument(name, text)).toEqual({ format, type });
});
