// The tab's address: what is chosen survives a link, and what cannot be read is the start.
import { describe, expect, it } from 'vitest';
import { addressText, linkedAddress, readAddress, start } from '../../tab/address.ts';

describe('the address', () => {
  it('opens the same view again from a link', () => {
    const address = {
      ...start,
      screen: 'measure',
      open: 'operating-plan-2020-21|EP 1/a',
      team: 'directorate:Place & Growth',
      quarter: '2020-21 Q2',
      find: 'homes & gardens',
      status: 'off target',
      sort: { by: 'value', descending: true },
    } as const;
    expect(readAddress(addressText(address))).toEqual(address);
  });

  it('keeps the line chosen in the thread, and the page of a register', () => {
    const line = { ...start, screen: 'thread', open: 'Actions: plan|1.A1/b' } as const;
    expect(readAddress(addressText(line))).toEqual(line);
    const page = { ...start, screen: 'registers', open: 'actions', find: 'a b', page: 3 } as const;
    expect(readAddress(addressText(page))).toEqual(page);
    expect(readAddress('#/registers/actions?page=-1').page).toBe(1);
  });

  it('opens at what a link in Teams names: a screen, or else a measure', () => {
    expect(linkedAddress('sign-off')).toEqual({ screen: 'sign-off', open: null });
    expect(linkedAddress('plan|1.2')).toEqual({ screen: 'measure', open: 'plan|1.2' });
  });

  it('is short when nothing was chosen', () => {
    expect(addressText(start)).toBe('#/plan');
  });

  it.each(['', '#', '#/nowhere', '#/plan?sort=nonsense', '#/plan/%E0%A4%A'])(
    'reads %o as the start',
    (hash) => {
      expect(readAddress(hash)).toEqual(start);
    },
  );
});
