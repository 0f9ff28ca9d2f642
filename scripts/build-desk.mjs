/** Builds the desk's one script and one style sheet into public/desk. Fails when the script outgrows its budget. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'public/desk');
const budget = 20_000;

await mkdir(out, { recursive: true });
await build({
  entryPoints: [join(root, 'src/desk/client/main.ts')],
  outfile: join(out, 'desk.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  // Phones that WeChat still runs on.
  target: ['es2019', 'chrome80'],
  legalComments: 'none',
});
const sheets = await Promise.all(
  ['src/ui/kinds.css', 'src/desk/desk.css'].map((file) => readFile(join(root, file), 'utf8')),
);
await build({
  stdin: { contents: sheets.join('\n'), loader: 'css' },
  outfile: join(out, 'desk.css'),
  minify: true,
  legalComments: 'none',
});
await copyFile(join(root, 'src/desk/icon.svg'), join(out, 'icon.svg'));

const sizes = {};
for (const file of ['desk.js', 'desk.css']) {
  const bytes = await readFile(join(out, file));
  sizes[file] = { bytes: bytes.length, gzip: gzipSync(bytes).length };
}
await writeFile(join(out, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
console.log(
  Object.entries(sizes)
    .map(([file, { bytes, gzip }]) => `${file} ${bytes} bytes, ${gzip} compressed`)
    .join('; '),
);
if (sizes['desk.js'].gzip > budget) {
  console.error(`public/desk/desk.js is ${sizes['desk.js'].gzip} bytes compressed; its budget is ${budget}.`);
  process.exit(1);
}
