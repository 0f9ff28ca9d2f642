/** What `npm run soak` asks for; without it a test makes a handful of runs. */
const soakRuns = Number(process.env.SOAK_RUNS ?? 0);
const fullSoak = 5_000;

/** Whether every point is taken one by one, and not a few of them. */
export const soaking = soakRuns > 0;

/** How often: `few` in `npm test`, `full` in a soak of 5,000 runs, in proportion in a shorter one. */
export const times = ({ few, full }: { few: number; full: number }): number =>
  soaking ? Math.min(full, Math.max(few, Math.ceil((full * soakRuns) / fullSoak))) : few;

/** SOAK_SEED repeats a run. */
export const firstSeed = Number(process.env.SOAK_SEED ?? Math.floor(Math.random() * 2 ** 31));
