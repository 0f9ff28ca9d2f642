import type { EmailAdapter } from 'payload';

const name = 'none';

/** Mail is not set up: nothing is sent, and nothing about a mail gets into the log. */
export const noMail: EmailAdapter = () => ({
  name,
  defaultFromAddress: '',
  defaultFromName: '',
  sendEmail: async () => undefined,
});

/** Whether a mail would reach anybody. */
export const hasMail = ({ email }: { email: { name: string } }): boolean => email.name !== name;
