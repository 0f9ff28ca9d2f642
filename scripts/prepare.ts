/**
 * The part of a start that needs the application: checks the environment, migrates, checks that the
 * database keeps what it acknowledges. Prints a line of JSON (the log's lines apart), or sentences and ends
 * with code 1.
 */
export {};

async function prepare(): Promise<{ empty: boolean }> {
  // Read first: it says which variable is wrong. The rest is loaded only when all are right.
  await import('../src/server/env');
  const { getPayload } = await import('payload');
  const { default: config } = await import('../payload.config');
  const { selfCheck } = await import('../src/server/database/selfCheck');
  const { makeDefaultRules } = await import('../src/server/rules/makeDefaults');
  const { makeReadyMadeTemplates } = await import('../src/server/templates/makeReadyMade');
  const { sweepMedia } = await import('../src/server/media/sweepMedia');
  const { slugs } = await import('../collections/slugs');

  // Connecting migrates.
  const payload = await getPayload({ config });
  await selfCheck(payload);
  // What a process that was killed left half written, or stored for nobody.
  await sweepMedia(payload, Date.now());
  // No person asks: nobody can have signed in yet.
  const { totalDocs } = await payload.count({ collection: slugs.users, overrideAccess: true });
  if (totalDocs === 0) await makeDefaultRules(payload);
  await makeReadyMadeTemplates(payload);
  await payload.destroy();
  return { empty: totalDocs === 0 };
}

prepare().then(
  (result) => {
    console.log(JSON.stringify(result));
    process.exit(0);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
