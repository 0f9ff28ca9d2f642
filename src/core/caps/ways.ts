import { type Customer, joined } from './customer';

/** How much so many cards weigh at most (`most[n]`: up to n of them), and for whom. */
export interface Ways {
  most: readonly number[];
  by(cards: number): Customer;
}

/** One customer, who sees cards of these weights, heaviest first; never more of them than matter. */
export const one = (weights: readonly number[], customer: Customer, enough: number): Ways => {
  const most = [0];
  for (const weight of weights.slice(0, enough)) most.push((most.at(-1) as number) + weight);
  return { most, by: () => customer };
};

const at = ({ most }: Ways, cards: number): number => most[Math.min(cards, most.length - 1)] as number;

/** One of so many customers, of equals the first. Made again when they are asked for: there may be 65,536. */
export const either = (count: number, way: (n: number) => Ways): Ways => {
  const most: number[] = [];
  const who: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const own = way(n);
    while (most.length < own.most.length) {
      most.push(most.at(-1) ?? -1);
      who.push(who.at(-1) ?? n);
    }
    for (let cards = 0; cards < most.length; cards += 1) {
      if (at(own, cards) <= (most[cards] as number)) continue;
      most[cards] = at(own, cards);
      who[cards] = n;
    }
  }
  return { most, by: (cards) => way(who[Math.min(cards, who.length - 1)] as number).by(cards) };
};

/** A customer is what both say: their choices are independent of each other. */
export const both = (a: Ways, b: Ways, enough: number): Ways => {
  const most: number[] = [];
  const taken: number[] = [];
  for (let cards = 0; cards <= Math.min(enough, a.most.length + b.most.length - 2); cards += 1) {
    let best = -1;
    for (
      let ofA = Math.max(0, cards - b.most.length + 1);
      ofA <= Math.min(cards, a.most.length - 1);
      ofA += 1
    ) {
      const weight = at(a, ofA) + at(b, cards - ofA);
      if (weight <= best) continue;
      best = weight;
      taken[cards] = ofA;
    }
    most.push(best);
  }
  return {
    most,
    by(cards) {
      const within = Math.min(cards, most.length - 1);
      const ofA = taken[within] as number;
      return joined(a.by(ofA), b.by(within - ofA));
    },
  };
};
