import { mayReach } from './address-rule';

it.each(['93.184.216.34', '2606:2800:220:1::1'])('%s is public', (address) => {
  expect([mayReach(address, 'public'), mayReach(address, 'private')]).toEqual([true, true]);
  expect(mayReach(address, 'loopback')).toBe(false);
});

it.each(['10.0.0.5', '172.16.3.4', '192.168.1.1', 'fd12:3456::1', '::ffff:10.0.0.5'])(
  '%s is reached only where the host is named as one of the house',
  (address) => {
    expect([mayReach(address, 'public'), mayReach(address, 'private')]).toEqual([false, true]);
  },
);

it.each([
  ['loopback', '127.0.0.1'],
  ['loopback', '127.8.8.8'],
  ['loopback', '::1'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped metadata', '::ffff:a9fe:a9fe'],
  ['compatible loopback', '::127.0.0.1'],
  ['unspecified', '0.0.0.0'],
  ['unspecified', '::'],
  ['metadata', '169.254.169.254'],
  ['metadata in a private network', 'fd00:ec2::254'],
  ['metadata in a shared network', '100.100.100.200'],
  ['link-local', 'fe80::1'],
  ['old site-local', 'fec0::1'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['benchmark', '198.18.0.1'],
  ['documentation', '203.0.113.9'],
  ['documentation', '2001:db8::1'],
  ['translated (NAT64)', '64:ff9b::7f00:1'],
  ['translated (6to4)', '2002:7f00:1::'],
  ['no address', 'example.org'],
])('%s is never reached: %s', (_, address) => {
  expect([mayReach(address, 'public'), mayReach(address, 'private')]).toEqual([false, false]);
});
