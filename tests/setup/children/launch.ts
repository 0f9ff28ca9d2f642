import { acts, type LaunchAct } from '../../builders/launchActs';
import { boot } from '../boot';
import { dieAtCall } from '../dieAtCall';

/**
 * One act on a launch: `launch URL RUN-DIRECTORY ACT PERSON NOW JSON [calls|writes N before|after]`. Says
 * `done CALLS WRITES`; with the rest it kills itself, as the machine would, right before or after the Nth of them.
 */
const [url = '', runDirectory = '', act = '', person = '', now = '', given = '{}', ...death] =
  process.argv.slice(2);
const { payload } = await boot({
  database: url.startsWith('file:') ? 'sqlite' : 'mongodb',
  runDirectory,
  url,
});
const deaths = dieAtCall(payload);
deaths.order(...death);
await acts[act as LaunchAct](payload, { person, now: Number(now), ...JSON.parse(given) });
console.log(`done ${deaths.count.calls} ${deaths.count.writes}`);
process.exit(0);
