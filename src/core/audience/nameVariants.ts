/** Gives each variant without a key the first free one of v1, v2 …; keys that were given stay. */
export function nameVariants<V extends { key?: unknown }>(variants: readonly V[]): V[] {
  const taken = new Set(variants.map(({ key }) => key));
  let n = 0;
  return variants.map((variant) => {
    if (typeof variant.key === 'string' && variant.key.trim() !== '') return variant;
    do n += 1;
    while (taken.has(`v${n}`));
    return { ...variant, key: `v${n}` };
  });
}
