import { expect, test } from 'vitest';
import { isLoopback } from '../../../src/model/text/loopback.ts';

test.each(['localhost', '::1', '[::1]', '127.0.0.1', '127.255.9.0'])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});
test.each([
  '',
  '127',
  '127.0.0.256',
  '127.1',
  '127.0.0.1.example',
  '128.0.0.1',
  '0.0.0.0',
  '::',
  'localhost.evil',
])('"%s" is not', (host) => {
  expect(isLoopback(host)).toBe(false);
});
