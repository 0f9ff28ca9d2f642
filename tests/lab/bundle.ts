import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** One expression of one file, replaced by another: what a slip of the pen would make of it. */
export interface Mutation {
  file: string;
  from: string;
  to: string;
}

const root = resolve(import.meta.dirname, '../..');
/** Below node_modules, so that it is loaded as it is and finds the packages. */
const folder = resolve(root, 'node_modules/.cache/moments-desk-lab');

const mutating = ({ file, from, to }: Mutation, seen: { replaced: number }): Plugin => ({
  name: 'mutate',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path !== resolve(root, file)) return undefined;
      const parts = (await readFile(path, 'utf8')).split(from);
      if (parts.length !== 2)
        throw new Error(`${file} has ${parts.length - 1} times what is to be replaced: ${from}`);
      seen.replaced += 1;
      return { contents: parts.join(to), loader: 'ts' };
    });
  },
});

/** The laboratory with the product in it, mutated or not, as a module of its own. */
export async function labWith(name: string, mutation: Mutation | null): Promise<typeof import('./lab')> {
  const seen = { replaced: 0 };
  await mkdir(folder, { recursive: true });
  const outfile = resolve(folder, `${name.replaceAll(/\W+/g, '-')}-${process.pid}.mjs`);
  await build({
    entryPoints: [resolve(import.meta.dirname, 'lab.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    alias: { '@': resolve(root, 'src'), '@collections': resolve(root, 'collections') },
    plugins: mutation ? [mutating(mutation, seen)] : [],
  });
  if (mutation && seen.replaced !== 1)
    throw new Error(`${mutation.file} is not part of the laboratory, so nothing was mutated.`);
  return import(/* @vite-ignore */ pathToFileURL(outfile).href);
}
