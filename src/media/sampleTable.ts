/** The parts of an MP4's sample table that say where a track's data lies. All numbers are from the file: checked. */
export interface SampleTable {
  /** File positions, one for each chunk. */
  chunkOffsets: number[];
  /** From this chunk (counted from 1) on, so many samples a chunk. */
  runs: { firstChunk: number; samples: number }[];
  /** Bytes of the n-th sample, from 0. */
  sampleSize(n: number): number;
  sampleCount: number;
}

export interface Range {
  start: number;
  end: number;
}

/** Reads `count` records of `width` bytes after a full box's header; stops where the box ends. */
export function readTable<T>(
  body: Buffer,
  from: number,
  count: number,
  width: number,
  read: (at: number) => T,
): T[] {
  const fitting = Math.min(count, Math.floor(Math.max(0, body.length - from) / width));
  return Array.from({ length: fitting }, (_, n) => read(from + n * width));
}

/** @param boxes the content of `stco` or `co64`, `stsc` and `stsz`, each from behind its size and type. */
export function sampleTable(boxes: {
  stco?: Buffer | undefined;
  co64?: Buffer | undefined;
  stsc?: Buffer | undefined;
  stsz?: Buffer | undefined;
}): SampleTable | undefined {
  const { stco, co64, stsc, stsz } = boxes;
  const offsets = stco ?? co64;
  if (!offsets || !stsc || !stsz || offsets.length < 8 || stsc.length < 8 || stsz.length < 12)
    return undefined;
  const chunkOffsets = stco
    ? readTable(stco, 8, stco.readUInt32BE(4), 4, (at) => stco.readUInt32BE(at))
    : readTable(offsets, 8, offsets.readUInt32BE(4), 8, (at) => Number(offsets.readBigUInt64BE(at)));
  const runs = readTable(stsc, 8, stsc.readUInt32BE(4), 12, (at) => ({
    firstChunk: stsc.readUInt32BE(at),
    samples: stsc.readUInt32BE(at + 4),
  }));
  const fixed = stsz.readUInt32BE(4);
  const sizes = fixed ? [] : readTable(stsz, 12, stsz.readUInt32BE(8), 4, (at) => stsz.readUInt32BE(at));
  return {
    chunkOffsets,
    runs,
    sampleSize: (n) => fixed || (sizes[n] ?? 0),
    sampleCount: fixed ? stsz.readUInt32BE(8) : sizes.length,
  };
}

/** Where the track's bytes are, chunk by chunk; never beyond `fileEnd`. */
export function sampleRanges(table: SampleTable, fileEnd: number): Range[] {
  const ranges: Range[] = [];
  let sample = 0;
  let run = 0;
  for (const [index, offset] of table.chunkOffsets.entries()) {
    while ((table.runs[run + 1]?.firstChunk ?? Number.POSITIVE_INFINITY) <= index + 1) run += 1;
    const until = Math.min(sample + (table.runs[run]?.samples ?? 0), table.sampleCount);
    let end = offset;
    for (; sample < until && end < fileEnd; sample += 1) end += table.sampleSize(sample);
    if (offset < fileEnd) ranges.push({ start: offset, end: Math.min(end, fileEnd) });
  }
  return ranges;
}
