/** Forms and confirmations: what the API refuses shows where it belongs. */
import { CallbackError } from '@ringback/client';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Confirm } from '../../src/ui/Confirm.tsx';
import { TextField } from '../../src/ui/Field.tsx';
import { Form } from '../../src/ui/Form.tsx';
import { findViolations } from '../support/looks.ts';
import { openUi } from '../support/openUi.tsx';

const form = (send: (values: Record<string, string>) => Promise<unknown>) => (
  <Form act="Save number" send={send}>
    <TextField name="phone" label="Phone number" />
    <TextField name="reason" label="Reason" defaultValue="the buyer asked" />
  </Form>
);

test('a refusal stands beside the field that it is about, which takes the focus', async () => {
  const send = vi.fn(async () => {
    throw new CallbackError('invalid_phone', 'Check the digits.', { field: 'phone' });
  });
  await openUi(form(send));
  await page.getByLabelText('Phone number').fill('12');
  await page.getByRole('button', { name: 'Save number' }).click();
  await expect.element(page.getByLabelText('Phone number')).toHaveFocus();
  await expect.element(page.getByLabelText('Phone number')).toHaveAccessibleDescription('Check the digits.');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect(send).toHaveBeenCalledWith({ phone: '12', reason: 'the buyer asked' }, expect.anything());
  expect(await findViolations()).toEqual([]);
});

test('one about no field stands above', async () => {
  await openUi(form(() => Promise.reject(new CallbackError('forbidden', 'Your role does not allow this.'))));
  await page.getByRole('button', { name: 'Save number' }).click();
  await expect.element(page.getByRole('alert').getByText(/Your role does not allow this/)).toBeVisible();
});

test('an act is done once, and stays open with the reason when it is refused', async () => {
  let answer = (): Promise<unknown> =>
    Promise.reject(new CallbackError('overloaded', 'Try again in a moment.'));
  const close = vi.fn();
  await openUi(
    <Confirm title="End this request?" act="End request" isDanger run={() => answer()} onClose={close}>
      The buyer and the seller are notified.
    </Confirm>,
  );
  const act = page.getByRole('button', { name: 'End request' });
  await act.click();
  await expect.element(page.getByRole('alert').getByText(/Try again in a moment/)).toBeVisible();
  expect(close).not.toHaveBeenCalled();
  answer = () => Promise.resolve();
  await act.click();
  await expect.poll(() => close.mock.calls.length).toBe(1);
});
