import { readLaunch } from './take-launch';

const PAGE = 'https://rounds.example/ehr-imports';

it('a launch stands in the fragment, which no server is told', () => {
  const said = new URLSearchParams({ iss: 'https://ehr.example/fhir?a=1', launch: 'x y&z' });
  expect(readLaunch(`${PAGE}#${said.toString()}`)).toEqual({
    issuer: 'https://ehr.example/fhir?a=1',
    launch: 'x y&z',
  });
});

it('half of one is none', () => {
  for (const rest of ['', '#', '#iss=https%3A%2F%2Fehr.example', '#launch=1', '?iss=a&launch=b'])
    expect(readLaunch(`${PAGE}${rest}`)).toBeNull();
});
