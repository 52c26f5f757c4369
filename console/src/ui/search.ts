/** What a page keeps in its address: read by its route with a schema, changed by its filters. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import * as z from 'zod/mini';

type Shape = Record<string, z.ZodMiniType>;
type Search<Of extends Shape> = { [Name in keyof Of]?: z.output<Of[Name]> | undefined };

/** For a route's validateSearch: what does not fit the schema is dropped, and so is what is not named. */
export function searchOf<Of extends Shape>(shape: Of): (search: Record<string, unknown>) => Search<Of> {
  return (search) =>
    Object.fromEntries(
      Object.entries(shape).flatMap(([name, schema]) => {
        const value = z.safeParse(schema, search[name]);
        return search[name] !== undefined && value.success ? [[name, value.data]] : [];
      }),
    ) as Search<Of>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_CHARACTERS = 200;

/** Schemas for what addresses usually hold. */
export const param = {
  text: () => z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_CHARACTERS)),
  oneOf: <const Values extends readonly string[]>(values: Values) => z.enum(values),
  day: () =>
    z.string().check(
      z.regex(DAY),
      z.refine((text) => !Number.isNaN(Date.parse(text))),
    ),
  flag: () => z.literal('yes'),
  country: () => z.string().check(z.regex(/^[A-Z]{2}$/)),
};

/** The search of the present page, and the function that changes parts of it; undefined removes one. */
export function useFilters() {
  const navigate = useNavigate();
  const values = useSearch({ strict: false }) as Record<string, string | undefined>;
  const change = useCallback(
    (changes: Record<string, string | undefined>) =>
      void navigate({
        to: '.',
        search: ((before: object) => withoutEmpty({ ...before, ...changes })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { values, change };
}

const withoutEmpty = (search: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));

/** Addresses without quotes or JSON: `?status=pending&from=2026-11-01`. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const text = new URLSearchParams(withoutEmpty(search) as Record<string, string>).toString();
  return text && `?${text}`;
}
