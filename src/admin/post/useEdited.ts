'use client';
import { useEffect, useState } from 'react';

const rows = 'variants-row-';

/** Where the reader writes: the row of a version, -1 for the base. A new object each time one goes there. */
export function useEdited(): { row: number } | null {
  const [edited, setEdited] = useState<{ row: number } | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const row = target.closest(`[id^="${rows}"]`);
      if (row) setEdited({ row: Number(row.id.slice(rows.length)) });
      else if (target.closest('#field-body, #field-images, #field-firstComments')) setEdited({ row: -1 });
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  return edited;
}
