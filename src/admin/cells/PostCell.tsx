import type { DefaultServerCellComponentProps } from 'payload';
import { Named } from './Named';
import { postTitles } from './names';

/** The title of the post that a record is about: `12`, or `posts:12` as approvals name their subject. */
export const PostCell = async (cell: DefaultServerCellComponentProps) => {
  const id = String(cell.cellData ?? '').replace(/^posts:/, '');
  return <Named name={id && (await postTitles(cell.payload).load(id))} of={cell} />;
};
