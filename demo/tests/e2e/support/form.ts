/** Filling in the form in which a call is asked for. */
import type { Locator } from 'playwright/test';
import { see } from './visit.ts';

/**
 * Replaces the number in the form. Before, it waits until the rules of phone numbers are there and the
 * reader's own number is written by them: that would come between the selecting of the old number and the
 * typing of the new one.
 */
export async function fillPhone(field: Locator, number: string): Promise<void> {
  await phoneRulesIn(field);
  await field.fill(number);
}

/** The country shows its calling code as soon as the rules are there. */
export async function phoneRulesIn(field: Locator): Promise<void> {
  await see(field.locator('xpath=..').locator('option:checked')).toContainText('+233');
}
