/**
 * Asks a URL of this machine in a process of its own, since Node reads `NODE_EXTRA_CA_CERTS` when it starts, and prints
 * the status or the fault. Arguments: the URL, and the URL of a proxy if it is asked through one.
 */
require('../../../test/setup/typescript-in-process.cjs');

const { createOutboundHttp } = require('../src/outbound-client.ts');

const [url, proxy] = process.argv.slice(2);
const { origin } = new URL(url);
const way =
  proxy === undefined
    ? { loopbackOrigins: [origin] }
    : { proxy: { url: proxy, registered: async () => true } };

createOutboundHttp({
  userAgent: 'OpenRounds/test',
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  ...way,
})
  .ask({ purpose: 'lti-keys', url })
  .then(
    ({ status, json }) => ({ status, json }),
    ({ name, code, mayHaveArrived }) => ({ name, code, mayHaveArrived }),
  )
  .then((outcome) => process.stdout.write(JSON.stringify(outcome)));
