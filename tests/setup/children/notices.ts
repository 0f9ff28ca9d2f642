import { env } from '../../../src/server/env';
import { deliverNotices } from '../../../src/server/notices/deliver';
import { boot } from '../boot';

/** A sender of its own on an existing database: `notices URL RUN-DIRECTORY NOW`; says `done` when it has sent all. */
const [url = '', runDirectory = '', now = ''] = process.argv.slice(2);
const database = url.startsWith('file:') ? 'sqlite' : 'mongodb';
const { payload } = await boot({ database, runDirectory, url });
if (!env.WECOM_ROBOT_URL) throw new Error('It has no robot to write to.');
await deliverNotices({ payload, now: Number(now) });
console.log('done');
process.exit(0);
