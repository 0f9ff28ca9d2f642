import sharp from 'sharp';
import { boot } from '../boot';

/**
 * Uploads pictures and makes a post of each: `uploadPictures URL RUN-DIRECTORY MEDIA-DIRECTORY NAME [N]`. Says
 * `ready`, then `stored POST` for each that was acknowledged. With N it kills itself right before the Nth commit.
 */
const [url = '', runDirectory = '', mediaDir = '', name = '', dieBefore = '0'] = process.argv.slice(2);
const { payload } = await boot({
  database: url.startsWith('file:') ? 'sqlite' : 'mongodb',
  runDirectory,
  url,
  mediaDir,
});
let commits = 0;
const commit = payload.db.commitTransaction.bind(payload.db);
payload.db.commitTransaction = async (id) => {
  if (await id) commits += 1;
  if (commits === Number(dieBefore)) process.kill(process.pid, 'SIGKILL');
  return commit(id);
};
console.log('ready');
for (let n = 0; ; n += 1) {
  const create = { width: 400, height: 300, channels: 3, noise: { type: 'gaussian', mean: 100, sigma: 30 } };
  const data = await sharp({ create: { ...create, background: '#000' } as never })
    .png()
    .toBuffer();
  const media = await payload.create({
    collection: 'media',
    data: { alt: `${name}-${n}` },
    file: { data, mimetype: 'image/png', name: `${name}-${n}.png`, size: data.length },
  });
  const post = await payload.create({
    collection: 'posts',
    data: { title: `${name}-${n}`, kind: 'persona', body: '一张图', images: [media.id] } as never,
  });
  console.log(`stored ${post.id}`);
}
