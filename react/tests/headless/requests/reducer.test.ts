/** The form's reducer, whatever order things happen in. */
import { PRIORITIES, WEEKDAYS } from '@ringback/client';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallbackDraft } from '../../../src/headless/index.ts';
import { type FormAction, formReducer, startForm } from '../../../src/headless/requests/form/reducer.ts';
import { REQUEST_FORM } from '../../../src/headless/requests/form/values.ts';

const FIELDS = [...REQUEST_FORM.fields, ...REQUEST_FORM.preferredTimes];
const KNOWN = { region: 'GB' };
const values = fc.record(
  {
    phone: fc.string(),
    name: fc.string(),
    message: fc.string(),
    days: fc.subarray([...WEEKDAYS]),
    priority: fc.constantFrom(...PRIORITIES),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<CallbackDraft>>;
const errors = fc.dictionary(fc.constantFrom(...FIELDS), fc.constant('Wrong.'));
const action: fc.Arbitrary<FormAction> = fc.oneof(
  fc.record({ type: fc.constant('set' as const), values }),
  fc.record({ type: fc.constant('fill' as const), values }),
  fc.record({
    type: fc.constant('toggle' as const),
    field: fc.constant('days' as const),
    value: fc.constantFrom(...WEEKDAYS),
  }),
  fc.record({ type: fc.constant('submit' as const) }),
  fc.record({
    type: fc.constant('refuse' as const),
    errors,
    canAsk: fc.boolean(),
    fields: fc.constant(FIELDS),
  }),
);
const run = (actions: FormAction[]) => actions.reduce(formReducer, startForm(KNOWN));

describe('whatever happens', () => {
  test('what was typed last stays, whatever fills the form', () => {
    fc.assert(
      fc.property(fc.array(action), fc.string(), fc.array(values), (before, typed, fillings) => {
        const filled = fillings.map((given): FormAction => ({ type: 'fill', values: given }));
        const state = run([...before, { type: 'set', values: { name: typed } }, ...filled]);
        expect(state.values.name).toBe(typed);
      }),
    );
  });

  test('a changed field is no longer marked as wrong', () => {
    fc.assert(
      fc.property(fc.array(action), values, (before, changed) => {
        const { errors: left } = run([...before, { type: 'set', values: changed }]);
        expect(Object.keys(left).filter((field) => field in changed)).toEqual([]);
      }),
    );
  });

  test('the focus goes to the first wrong field, again at each attempt', () => {
    fc.assert(
      fc.property(fc.array(action), errors, (before, found) => {
        const refusal: FormAction = { type: 'refuse', errors: found, canAsk: false, fields: FIELDS };
        const once = run([...before, refusal]);
        const twice = formReducer(once, refusal);
        expect(once.focus?.field).toBe(FIELDS.find((field) => field in found));
        if (once.focus) expect(twice.focus).not.toBe(once.focus);
        expect(once.isSubmitting).toBe(false);
      }),
    );
  });

  test('a day toggled twice is as before', () => {
    fc.assert(
      fc.property(fc.array(action), fc.constantFrom(...WEEKDAYS), (before, day) => {
        const state = run(before);
        const twice = [1, 2].reduce(
          (now) => formReducer(now, { type: 'toggle', field: 'days', value: day }),
          state,
        );
        expect(new Set(twice.values.days)).toEqual(new Set(state.values.days));
      }),
    );
  });

  test('a reset leaves nothing behind', () => {
    fc.assert(
      fc.property(fc.array(action), (before) => {
        expect(run([...before, { type: 'reset', known: KNOWN }])).toEqual(startForm(KNOWN));
      }),
    );
  });
});
