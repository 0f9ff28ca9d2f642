import type { DefaultServerCellComponentProps } from 'payload';
import { Named } from './Named';
import { postTitles, scriptNames } from './names';

const ofScript = 'launch-scripts:';

/** What a record is about: `12`, or `posts:12` and `launch-scripts:5` as approvals name their subject. */
export const PostCell = async (cell: DefaultServerCellComponentProps) => {
  const subject = String(cell.cellData ?? '');
  const names = subject.startsWith(ofScript) ? scriptNames : postTitles;
  const id = subject.replace(ofScript, '').replace(/^posts:/, '');
  return <Named name={id && (await names(cell.payload).load(id))} of={cell} />;
};
