import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { formatPhone, parsePhone, phoneRegions } from '../src/phone/phone.ts';
import { parsePhone as parsePhoneMax } from '../src/phone/phoneMax.ts';

const LONDON = { ok: true, e164: '+442079460958', region: 'GB' };

describe('what people type', () => {
  test.each([
    ['+442079460958'],
    ['  +44 20 7946 0958\n'],
    ['+44 (0)20 7946-0958'],
    ['(+44) 20.7946.0958'],
    ['+44\u00a020\u202f7946\u30000958'],
    ['+44‑20–7946—0958'],
    ['00 44 20 7946 0958'],
    ['＋４４ （２０） ７９４６ ０９５８'],
    ['+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨'],
    ['+۴۴ ۲۰ ۷۹۴۶ ۰۹۵۸'],
    ['+४४ २० ७९४६ ०९५८'],
    ['+৪৪ ২০ ৭৯৪৬ ০৯৫৮'],
    ['\u202a+44 20 7946 0958\u202c'],
    ['\u202d+44\u202e 20 7946 0958\u202c'],
    ['\u2066+44 20\u2067 7946\u2068 0958\u2069'],
    ['\u200e+44\u200f 20\u2060 79\u00ad46 0\u200b95\ufeff8\u061c'],
    ['+4\ufe0f\u20e34\ufe0f\u20e3 20 7946 0958'],
    ['+44\t20\t7946\t0958'],
    ['+44 20ー7946ー0958'],
    ['+44 20ｰ7946～0958'],
    ['+44 20〜7946･0958'],
    ['﹢44 20﹣7946－0958'],
  ])('%s is read without a region', (input) => {
    expect(parsePhoneMax(input)).toEqual(LONDON);
    expect(parsePhone(input)).toEqual(LONDON);
  });

  test.each([
    ['020 7946 0958', 'GB'],
    ['20 7946 0958', 'GB'],
    ['44 20 7946 0958', 'GB'],
    ['٠٢٠ ٧٩٤٦ ٠٩٥٨', 'GB'],
    ['011 44 20 7946 0958', 'US'],
    ['00 44 20 7946 0958', 'US'],
    ['0011 44 20 7946 0958', 'AU'],
    ['+44 20 7946 0958', 'IN'],
  ])('%s is read in %s', (input, region) => {
    expect(parsePhoneMax(input, { region })).toEqual(LONDON);
    expect(parsePhone(input, { region })).toEqual(LONDON);
  });

  test.each([
    ['4915123456789', 'DE', '+4915123456789'],
    ['62 812 3456 7890', 'ID', '+6281234567890'],
    ['436641234567', 'AT', '+436641234567'],
    ['391 234 5678', 'IT', '+393912345678'],
    ['55 99123 4567', 'BR', '+5555991234567'],
  ])(
    '%s in %s, as autofill writes it without the + or people with their area code, is %s',
    (input, region, e164) => {
      expect(parsePhoneMax(input, { region })).toEqual({ ok: true, e164, region });
      expect(parsePhone(input, { region })).toEqual({ ok: true, e164, region });
    },
  );

  test('the region is the country of the number, not of the hint or of the calling code', () => {
    expect(parsePhoneMax('876 210 1234', { region: 'US' })).toEqual({
      ok: true,
      e164: '+18762101234',
      region: 'JM',
    });
    expect(parsePhoneMax('(416) 555-0123', { region: 'US' })).toMatchObject({ region: 'CA' });
    expect(parsePhoneMax('+7 701 234 5678')).toMatchObject({ region: 'KZ' });
  });

  test('a national number needs a region that exists', () => {
    for (const region of [undefined, '', 'XX', 'gb', '001', '__proto__', 'constructor']) {
      expect(parsePhoneMax('020 7946 0958', { region }), String(region)).toMatchObject({ ok: false });
    }
  });
});

describe('what is refused', () => {
  test.each([
    ['+1 213 373 4253 x123', /extension/],
    ['+1 213 373 4253 ext. 123', /extension/],
    ['+12133734253;ext=123', /extension/],
    ['+12133734253,,123#', /extension/],
    ['*21*+12133734253#', /Dial codes/],
    ['*#06#', /Dial codes/],
    ['##002#', /Dial codes/],
    ['+1213\u00003734253', /digits/],
    ['+1213\r\n3734253', /digits/],
    ['tel:+12133734253', /digits/],
    ['2133734253;phone-context=+1', /digits/],
    ['1-800-FLOWERS', /digits/],
    ['+1 213 373 4253 or +1 213 373 4254', /digits/],
    ['12+133734253', /digits/],
    ['++12133734253', /digits/],
    ['', /digits/],
    [' ', /digits/],
    ['+', /digits/],
    ['1'.repeat(65), /too long/],
    ['112', /too short/],
    ['+1 213 373 425', /too short/],
    ['+1 213 373 42533', /too long/],
    ['49 30 2345 6789', /another country/],
    ['+44 1 1111 11111', /does not exist/],
    ['+999 1234 5678', /does not exist/],
    ['+0 2133734253', /does not exist/],
  ])('%j: the sentence says why', (input, message) => {
    const answer = { ok: false, code: 'invalid_phone', message: expect.stringMatching(message) };
    expect(parsePhoneMax(input, { region: 'US' })).toMatchObject(answer);
    expect(parsePhone(input, { region: 'US' })).toMatchObject(answer);
  });

  test.each([
    ['premium rate', '+449061234567'],
    ['premium rate in the United States', '+19002345678'],
    ['shared cost', '+448431234567'],
    ['personal numbers', '+447012345678'],
    ['pagers', '+447640123456'],
    ['voicemail', '+41860123456789'],
  ])('%s with all plans', (_, e164) => {
    expect(parsePhoneMax(e164)).toMatchObject({ ok: false, code: 'phone_not_allowed' });
  });

  test.each([
    ['+80012345678'],
    ['+80812345678'],
    ['+870773111632'],
    ['+881612345678'],
    ['+88213300000'],
    ['+883510012345'],
    ['+979123456789'],
  ])('%s belongs to no country, which the small plans know too', (e164) => {
    expect(parsePhoneMax(e164)).toMatchObject({ ok: false, code: 'phone_not_allowed' });
    expect(parsePhone(e164)).toMatchObject({ ok: false, code: 'phone_not_allowed' });
  });
});

test('every country has a mobile number that both plans accept and read alike', () => {
  const regions = Object.entries(examples);
  expect(regions.length).toBeGreaterThan(230);
  for (const [region, national] of regions) {
    const parsed = parsePhoneMax(national, { region });
    expect(parsed, region).toMatchObject({ ok: true, e164: expect.stringMatching(/^\+[1-9]\d{6,14}$/) });
    expect(parsePhone(national, { region }), region).toEqual(parsed);
  }
});

test('10 MB of anything are refused: whatever took time by their square would take hours', () => {
  for (const part of ['1', ' ', '+', '-1', '(', '1x', '٣', '\u202e', ';ext=', '00', '\ud800'])
    expect(parsePhone(part.repeat(10_000_000 / part.length)), JSON.stringify(part)).toMatchObject({
      ok: false,
    });
});

test('formatPhone shows the national form at home and the international one elsewhere', () => {
  expect(formatPhone('+442079460958', 'GB')).toBe('020 7946 0958');
  expect(formatPhone('+442079460958', 'US')).toBe('+44 20 7946 0958');
  expect(formatPhone('+18762101234', 'US')).toBe('+1 876 210 1234');
  expect(formatPhone('+442079460958')).toBe('+44 20 7946 0958');
  expect(formatPhone('call me')).toBe('call me');
});

test('the countries to choose from are those in whose form a number can be read', () => {
  const regions = phoneRegions();
  expect(regions).toContainEqual({ region: 'GH', callingCode: '233' });
  expect(regions.length).toBeGreaterThan(200);
  expect(regions.every(({ callingCode }) => /^\d{1,3}$/.test(callingCode))).toBe(true);
});
