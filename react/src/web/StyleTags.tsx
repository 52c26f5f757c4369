'use client';
import { useCallbackTheme } from '../headless/hooks/useCallbackTheme.ts';
import { STYLES } from './styles.ts';
import { themeCss, themeId } from './themeCss.ts';

/** React moves these into the head, once however many providers there are, on the server too. */
export function StyleTags({ nonce }: { nonce: string | undefined }) {
  const theme = useCallbackTheme();
  const id = themeId(theme);
  return (
    <>
      <style href="ringback" precedence="ringback" nonce={nonce}>
        {STYLES}
      </style>
      {id && (
        <style href={`ringback-${id}`} precedence="ringback" nonce={nonce}>
          {themeCss(theme)}
        </style>
      )}
    </>
  );
}
