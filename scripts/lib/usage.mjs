/** How each command of `run.mjs` is used: said before anything is loaded, so that asking needs no database. */
export const usage = {
  scheduler: `Usage: npm run scheduler                     passes every five seconds, until it is stopped
       npm run scheduler -- --once           one pass; prints its decisions as lines of JSON
       npm run scheduler -- --now 2026-11-11T20:00:00+08:00   one pass at that instant
       npm run scheduler -- --dry-run [--now …]               one pass that decides and writes nothing`,

  simulate: `Usage: npm run simulate -- --from 2026-11-01 --to 2026-12-01 [--feed ID] [--language zh|en]

What the scheduler will do between two days (or instants with their offset; --to is not part of it), as JSON.
Nothing is written.`,

  seed: `Usage: npm run seed -- demo [--refresh]

Fills an empty database with the demo team; --refresh moves one that is there to today. SEED_PASSWORD is the
password of its accounts.`,
};

/** @param {readonly string[]} args */
export const asksForHelp = (args) => args.some((arg) => arg === '--help' || arg === '-h');
