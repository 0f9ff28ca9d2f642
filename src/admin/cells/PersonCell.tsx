import type { DefaultServerCellComponentProps } from 'payload';
import { Named } from './Named';
import { peopleNames } from './names';

export const PersonCell = async (cell: DefaultServerCellComponentProps) => {
  const id = String(cell.cellData ?? '');
  return <Named name={id && (await peopleNames(cell.payload).load(id))} of={cell} />;
};
