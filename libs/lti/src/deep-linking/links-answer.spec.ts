import { jwtVerify } from 'jose';
import { NOW, OURS, PUBLIC_URL, RESOURCE } from '../../test/forged-platform';
import { type LinkChoice } from '../claims/launch-claims';
import { linksAnswer } from './links-answer';

const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const choice = (changed: Partial<LinkChoice> = {}): LinkChoice => ({
  returnUrl: 'https://lms.example/deep',
  acceptTypes: ['ltiResourceLink'],
  acceptMultiple: true,
  acceptLineItem: true,
  data: 'opaque',
  ...changed,
});
const chosen = {
  resourceId: RESOURCE,
  title: 'Case of the week',
  scoreMaximum: 100,
  opensAt: null,
  closesAt: '2026-12-01T00:00:00Z',
};

async function answered(by: LinkChoice, count = 2) {
  const answer = {
    clientId: 'client-1',
    issuer: 'https://lms.example',
    deploymentId: '7',
    choice: by,
    chosen: Array.from({ length: count }, () => chosen),
  };
  const token = await linksAnswer(answer, { keyId: 'ours', privateKey: OURS.privateKey }, PUBLIC_URL, NOW);
  return jwtVerify(token, OURS.publicKey, {
    issuer: 'client-1',
    audience: 'https://lms.example',
    currentDate: NOW,
  });
}

it('is signed by us for the platform, gives data back and lives five minutes', async () => {
  const { payload, protectedHeader } = await answered(choice());
  expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: 'ours' });
  expect(payload).toMatchObject({ [`${DL}data`]: 'opaque', nonce: expect.any(String) });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
});

it('is a link to each resource, with a column and times', async () => {
  const { payload } = await answered(choice());
  expect(payload[`${DL}content_items`]).toEqual(
    [1, 2].map(() => ({
      type: 'ltiResourceLink',
      title: 'Case of the week',
      url: `${PUBLIC_URL}/lti/r/${RESOURCE}`,
      custom: { openrounds: RESOURCE },
      lineItem: { label: 'Case of the week', scoreMaximum: 100, resourceId: RESOURCE, tag: 'openrounds' },
      available: { endDateTime: '2026-12-01T00:00:00Z' },
      submission: { endDateTime: '2026-12-01T00:00:00Z' },
    })),
  );
});

it('is one link without a column where the platform takes no more, and no data where none came', async () => {
  const { payload } = await answered(choice({ acceptMultiple: false, acceptLineItem: false, data: null }));
  expect(payload[`${DL}content_items`]).toHaveLength(1);
  expect(JSON.stringify(payload)).not.toContain('lineItem');
  expect(payload).not.toHaveProperty([`${DL}data`]);
});
