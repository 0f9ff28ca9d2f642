import { test as base, expect, type Page } from '@playwright/test';

/** The demo team's logins; the server of the browser tests is seeded with this password. */
export const password = process.env.E2E_PASSWORD ?? '';
export const demo = {
  admin: 'admin@demo.test',
  editor: 'editor@demo.test',
  manager: 'manager@demo.test',
  staff: 'staff@demo.test',
} as const;

interface Fixtures {
  /** Messages that a test expects in the console, e.g. of an answer that is meant to be refused. */
  expectedErrors: RegExp[];
}

/** Everything that a person with an open console would see as an error. */
function watch(page: Page, errors: string[]) {
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
}

/** Playwright's test, in which an error in any page's console is a failure. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  context: async ({ context, expectedErrors }, use) => {
    const errors: string[] = [];
    for (const page of context.pages()) watch(page, errors);
    context.on('page', (page) => watch(page, errors));
    await use(context);
    const unexpected = errors.filter((text) => !expectedErrors.some((expected) => expected.test(text)));
    expect(unexpected, 'errors in the console').toEqual([]);
  },
});

export { expect };
