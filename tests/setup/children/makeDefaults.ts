import { makeDefaultRules } from '../../../src/server/rules/makeDefaults';
import { boot } from '../boot';

/**
 * One of several first starts at once: `makeDefaults URL RUN-DIRECTORY`. Says `ready`, waits for a line, then
 * says `made true` or `made false`.
 */
const [url = '', runDirectory = ''] = process.argv.slice(2);
const { payload } = await boot({
  database: url.startsWith('file:') ? 'sqlite' : 'mongodb',
  runDirectory,
  url,
});
console.log('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));
console.log(`made ${await makeDefaultRules(payload)}`);
process.exit(0);
