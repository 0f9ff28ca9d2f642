import type { DefaultServerCellComponentProps } from 'payload';
import { Named } from './Named';
import { releaseNames } from './names';

/** What was released and where, instead of the release's number. */
export const ReleaseCell = async (cell: DefaultServerCellComponentProps) => {
  const id = String(cell.cellData ?? '');
  return <Named name={id && (await releaseNames(cell.payload).load(id))} of={cell} />;
};
