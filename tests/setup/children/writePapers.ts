import { boot } from '../boot';

/**
 * Creates papers in an existing database: `writePapers URL RUN-DIRECTORY NAME COUNT`. Says `ready`, then `stored TITLE` for
 * each that was acknowledged. Every paper has three parts and a version, in tables of their own.
 */
const [url = '', runDirectory = '', name = '', count = '0'] = process.argv.slice(2);
const { payload } = await boot({
  database: url.startsWith('file:') ? 'sqlite' : 'mongodb',
  config: 'small',
  runDirectory,
  url,
});
console.log('ready');
for (let n = 0; n < Number(count); n += 1) {
  const title = `${name}-${n}`;
  await payload.create({
    collection: 'papers' as never,
    data: {
      title,
      number: title,
      parts: [{ text: 'a' }, { text: 'b' }, { text: 'c' }],
      _status: 'published',
    } as never,
  });
  console.log(`stored ${title}`);
}
process.exit(0);
