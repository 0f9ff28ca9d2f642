'use client';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { LocalDate } from '@/core/model';

interface DragQuestion {
  days: readonly LocalDate[];
  /** Position of the launch day. */
  start: number;
  onDrop: (date: LocalDate) => void;
}

const by: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * The launch day as a handle: by pointer to the day under it, by keyboard day by day; Enter drops, Escape leaves it
 * where it was. Nothing happens before the drop.
 */
export function useDrag({ days, start, onDrop }: DragQuestion) {
  const grid = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<number | null>(null);
  const dropped = useRef(false);

  const dayAt = (x: number): number | null => {
    const heads = [...(grid.current?.querySelectorAll<HTMLElement>('[data-day]') ?? [])];
    const found = heads.findIndex((head) => {
      const { left, right } = head.getBoundingClientRect();
      return left <= x && x < right;
    });
    return found === -1 ? null : found;
  };
  const drop = (n: number | null) => {
    setOver(null);
    const date = n === null || n === start ? undefined : days[n];
    dropped.current = date !== undefined;
    if (date !== undefined) onDrop(date);
  };

  return {
    grid,
    over,
    handle: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dropped.current = false;
        setOver(start);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) setOver(dayAt(event.clientX) ?? over);
      },
      onPointerUp: () => drop(over),
      // Where nothing was dragged: a tap, or Enter on the handle as it stands.
      onClick: () => {
        const date = days[start];
        if (!dropped.current && date !== undefined) onDrop(date);
        dropped.current = false;
      },
      onPointerCancel: () => setOver(null),
      onBlur: () => setOver(null),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key === 'Escape') setOver(null);
        else if (event.key === 'Enter' && over !== null) {
          event.preventDefault();
          drop(over);
        } else if (by[event.key] !== undefined) {
          event.preventDefault();
          const to = (over ?? start) + (by[event.key] ?? 0);
          setOver(Math.min(days.length - 1, Math.max(0, to)));
        }
      },
    },
  };
}
